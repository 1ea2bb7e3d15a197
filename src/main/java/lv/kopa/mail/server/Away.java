package lv.kopa.mail.server;

import java.time.Instant;

/**
 * A mail server that takes no mail at the moment; what is to go through it waits.
 *
 * @param own whether it is an organisation's own
 * @param words its own, or those of whoever could not reach it
 */
public record Away(String host, boolean own, Instant since, String words) {}
