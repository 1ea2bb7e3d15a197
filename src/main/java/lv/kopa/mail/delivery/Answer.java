package lv.kopa.mail.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.OptionalInt;
import lv.kopa.mail.HeaderText;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What the mail server made of a mail, and its own words, which may name the person and so belong in no log. */
record Answer(Verdict verdict, String words) {
    private static final int LONGEST = 500;
    private static final int REFUSALS = 500;

    enum Verdict {
        TAKEN,
        /** For good: the same mail will not be taken later either. */
        REFUSED,
        /** Not now, or we cannot know. */
        LATER
    }

    Answer {
        words = HeaderText.clean(words, LONGEST);
    }

    static Answer taken(@Nullable String words) {
        return new Answer(Verdict.TAKEN, words == null ? "" : words);
    }

    static Answer of(MessagingException failure) {
        Verdict verdict = code(failure).orElse(0) >= REFUSALS ? Verdict.REFUSED : Verdict.LATER;
        return new Answer(verdict, words(failure));
    }

    /** A mail that cannot even be put on the wire will not get better by waiting. */
    static Answer unsendable(Exception failure) {
        return new Answer(Verdict.REFUSED, "This mail cannot be sent: " + failure);
    }

    private static OptionalInt code(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            if (m instanceof SMTPAddressFailedException refused) {
                return OptionalInt.of(refused.getReturnCode());
            }
            if (m instanceof SMTPSenderFailedException refused) {
                return OptionalInt.of(refused.getReturnCode());
            }
            if (m instanceof SMTPSendFailedException refused) {
                return OptionalInt.of(refused.getReturnCode());
            }
        }
        return OptionalInt.empty();
    }

    private static String words(MessagingException failure) {
        Exception deepest = failure;
        while (deepest instanceof MessagingException m && m.getNextException() != null) {
            deepest = m.getNextException();
        }
        String message = deepest.getMessage();
        return deepest instanceof SendFailedException && message != null ? message : deepest.toString();
    }
}
