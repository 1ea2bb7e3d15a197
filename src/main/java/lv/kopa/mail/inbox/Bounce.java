package lv.kopa.mail.inbox;

import java.util.regex.Pattern;
import lv.kopa.mail.HeaderText;

/**
 * What a mail server says of a mail of ours that it could not deliver, or not yet.
 *
 * @param mail its number in the outbox
 * @param words the server's own; they may name the person, and belong in no log
 */
record Bounce(long mail, Kind kind, String words) {
    private static final int LONGEST = 500;

    /** Codes that say there is no such reader (RFC 3463, 3.2 and 3.3; RFC 7505); all others speak of something else, or of anything. */
    private static final Pattern NO_SUCH_READER = Pattern.compile("5\\.(1\\.([0-6]|10)|2\\.1)");

    enum Kind {
        /** There is no such address. */
        HARD,
        /** Given up for another reason; it may be good again tomorrow. */
        SOFT,
        /** The server goes on trying. */
        DELAYED,
        /** Its reader has called it unwanted (RFC 5965). */
        COMPLAINT
    }

    Bounce {
        words = HeaderText.clean(words, LONGEST);
    }

    /** A mail that was given up with a status code of RFC 3463; "" where none was said. */
    static Bounce failed(long mail, String status, String words) {
        boolean hard = NO_SUCH_READER.matcher(status).matches();
        return new Bounce(mail, hard ? Kind.HARD : Kind.SOFT, words);
    }

    /** Without the words. */
    @Override
    public String toString() {
        return "Bounce[" + mail + ", " + kind + "]";
    }
}
