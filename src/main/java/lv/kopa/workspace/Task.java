package lv.kopa.workspace;

/**
 * Something that waits for an organiser.
 *
 * @param number how many, or on which day; the first thing one sees
 * @param about which event, or what else there is to know
 */
public record Task(String number, String text, String about, String address) {}
