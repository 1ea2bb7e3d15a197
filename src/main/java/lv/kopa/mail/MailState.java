package lv.kopa.mail;

/** Where a mail of the outbox stands. */
public enum MailState {
    /** Its time has not come, or no server has taken it up yet. */
    WAITING,
    /** One of our servers has claimed it and is talking to the mail server. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** Refused for good, or given up after three days; somebody has to look. */
    FAILED,
    /** Somebody decided that it is not to go out, or nobody can have its address. */
    STOPPED,
    /** The mail server has taken it, and it has come back. */
    RETURNED,
    /** Not sent, since what was sent to its address before came back, see {@link RestingAddresses}. */
    RESTING;

    /** SQL's list of those in which nobody is going to send a mail. */
    static final String DONE = "('SENT', 'FAILED', 'STOPPED', 'RETURNED', 'RESTING')";

    /** The key of what its reader is told of it. */
    public String textKey() {
        return switch (this) {
            case WAITING, SENDING -> "mail.state.waiting";
            case SENT -> "mail.state.sent";
            case FAILED -> "mail.state.failed";
            case STOPPED -> "mail.state.stopped";
            case RETURNED -> "mail.state.returned";
            case RESTING -> "mail.state.resting";
        };
    }
}
