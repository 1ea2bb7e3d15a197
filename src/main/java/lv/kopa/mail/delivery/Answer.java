package lv.kopa.mail.delivery;

import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import lv.kopa.mail.HeaderText;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What the mail server made of a mail.
 *
 * @param words its own, which may name the person and so belong in no log
 * @param isDoubtful whether it may be said of us rather than of this mail, and of every other mail too
 */
record Answer(Verdict verdict, String words, boolean isDoubtful) {
    private static final int LONGEST = 500;
    private static final int REFUSALS = 500;

    /** What a server says before it hangs up (RFC 5321, section 3.8); one that hangs up without is taken to have said it. */
    private static final int CLOSING = 421;

    /** Codes of RFC 3463 that speak of distrust, or words that do where there is no code. */
    private static final Pattern NOT_BROUGHT = Pattern.compile("(?i)5\\d\\d[ -](5\\.7\\.\\d|(?!\\d\\.\\d).*\\brelay)");

    /** As failures within failures are announced. */
    private static final Pattern JAVA_NAME = Pattern.compile("(?:\\w+\\.)+\\w+(?:Exception|Error): ");

    enum Verdict {
        TAKEN,
        /** For good: the same mail will not be taken later either. */
        REFUSED,
        /** Not now. */
        LATER,
        /** The server broke off, or was too slow, and we cannot know whether it has the mail. */
        BROKEN
    }

    Answer {
        words = HeaderText.clean(words, LONGEST);
    }

    Answer(Verdict verdict, String words) {
        this(verdict, words, false);
    }

    static Answer taken(@Nullable String words) {
        return new Answer(Verdict.TAKEN, words == null ? "" : words);
    }

    static Answer of(MessagingException failure) {
        Verdict verdict = verdict(failure);
        return new Answer(verdict, words(failure), verdict != Verdict.BROKEN && isDoubtful(failure));
    }

    static Answer tooSlow(Duration longest) {
        return new Answer(Verdict.BROKEN, "The mail server was too slow: after " + longest.toSeconds() + " seconds");
    }

    /** The same, and that the mail may be taken another time. */
    Answer later() {
        return new Answer(Verdict.LATER, words, isDoubtful);
    }

    private static Verdict verdict(MessagingException failure) {
        int code = code(failure).orElse(CLOSING);
        if (code == CLOSING || code < 0) { // less than nothing where the line broke
            return Verdict.BROKEN;
        }
        return code < REFUSALS ? Verdict.LATER : Verdict.REFUSED;
    }

    /** Said before any reader was named, or that the server does not bring our mail to a reader. */
    private static boolean isDoubtful(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            if (m instanceof SMTPAddressFailedException) {
                return NOT_BROUGHT.matcher(String.valueOf(m.getMessage())).lookingAt();
            }
            if (m instanceof SMTPSendFailedException refused
                    && String.valueOf(refused.getCommand()).startsWith("MAIL")) {
                return true;
            }
        }
        return false;
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

    /** What is said at the bottom of a failure: by the server, else by us where it says nothing. */
    static String words(MessagingException failure) {
        Exception deepest = failure;
        while (deepest instanceof MessagingException m && m.getNextException() != null) {
            deepest = m.getNextException();
        }
        return CertificateFault.words(deepest).orElse(otherWords(deepest));
    }

    private static String otherWords(Exception deepest) {
        String said = JAVA_NAME.matcher(String.valueOf(deepest.getMessage())).replaceAll("");
        if (deepest instanceof ConnectException) {
            return said.contains("refused")
                    ? "The mail server refuses connections"
                    : "The mail server cannot be reached";
        }
        if (deepest instanceof UnknownHostException) {
            return "There is no mail server of this name";
        }
        if (deepest instanceof SocketTimeoutException) {
            return "The mail server does not answer in time";
        }
        return deepest.getMessage() == null || said.contains("[EOF]") ? "The mail server hung up" : said;
    }
}
