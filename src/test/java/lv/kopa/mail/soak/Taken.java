package lv.kopa.mail.soak;

/** A copy of a mail that the mail server has taken. */
final class Taken {
    final String subject;
    final String messageId;
    /** Which of our servers brought it. */
    final int door;
    /** By {@link System#nanoTime}. */
    final long at;
    /** Whether our server can have heard so. */
    volatile boolean told;
    /** Whether our server went on afterwards, before which it writes down that the mail is sent. */
    volatile boolean noted;

    Taken(String subject, String messageId, int door, long at) {
        this.subject = subject;
        this.messageId = messageId;
        this.door = door;
        this.at = at;
    }
}
