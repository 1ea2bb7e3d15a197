package lv.kopa.mail.delivery;

/** The mail server cannot be reached, or will not take our mail as things are; no mail is to blame. */
class NoConnection extends Exception {
    private static final long serialVersionUID = 1;

    /** @param words those of the server, or what keeps us from it */
    NoConnection(String words) {
        super(words);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
