package lv.kopa.mail.inbox;

/**
 * Where a mail lies (RFC 9051, section 2.3.1.1); no other mail ever lies there.
 *
 * @param mailbox what it is called in the database
 * @param validity of the numbers in it
 */
record Place(String mailbox, long validity, long uid) {}
