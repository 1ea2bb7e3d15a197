package lv.kopa.mail.server;

/** How the way to the mail server is kept from others. */
public enum Tls {
    /** Not at all: for a mail server on the same machine. */
    NONE,
    /** Plain at first, then TLS, which the server must offer. */
    STARTTLS,
    /** TLS from the first byte. */
    SMTPS;

    private static final int SMTP = 25;
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    /** The port where this is usual. */
    public int usualPort() {
        return switch (this) {
            case NONE -> SMTP;
            case STARTTLS -> SUBMISSION;
            case SMTPS -> SUBMISSIONS;
        };
    }
}
