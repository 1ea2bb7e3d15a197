package lv.kopa.registration.circular;

/** How far a circular is. */
public enum CircularState {
    /** Its mails are being put into the outbox. */
    SENDING,
    /** All are there. */
    DONE,
    /** Somebody has stopped it; what was sent by then is sent. */
    STOPPED;

    /** The key of what it is called. */
    public String textKey() {
        return switch (this) {
            case SENDING -> "circular.state.sending";
            case DONE -> "circular.state.done";
            case STOPPED -> "circular.state.stopped";
        };
    }
}
