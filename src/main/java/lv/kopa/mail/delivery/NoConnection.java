package lv.kopa.mail.delivery;

/** The mail server cannot be reached, or will not talk to us as it should; no mail is to blame. */
class NoConnection extends Exception {
    private static final long serialVersionUID = 1;

    NoConnection(Exception cause) {
        super(cause);
    }
}
