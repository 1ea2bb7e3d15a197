package lv.kopa.mail.inbox;

/**
 * A part of a mail that has no parts.
 *
 * @param type its media type in small letters, without parameters
 * @param text of what is text, or a report; "" of anything else
 * @param isWhole whether there is no more of it than the text
 */
record Leaf(String type, String text, boolean isWhole) {}
