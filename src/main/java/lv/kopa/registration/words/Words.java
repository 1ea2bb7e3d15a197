package lv.kopa.registration.words;

/**
 * What a mail says in an organiser's own words, with blanks.
 *
 * @param headline the one sentence that matters; may be blank
 * @param text paragraphs with blank lines between them, the greeting too
 */
public record Words(String subject, String headline, String text) {}
