package lv.kopa.mail.server;

/**
 * What came of a mail that was sent to see whether a server takes it.
 *
 * @param own whether the server is the organisation's own
 * @param words the server's, or those of whoever could not reach it
 */
public record Trial(String host, boolean own, boolean taken, String words) {}
