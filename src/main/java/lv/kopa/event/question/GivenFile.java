package lv.kopa.event.question;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file as the answer to a question: where it lies, how large it is and what it is called. As a value of {@link Answers}
 * it is a text; one that is only staged yet is its secret.
 */
public record GivenFile(long id, long size, String name) {
    private static final Pattern KEPT = Pattern.compile("file:(\\d{1,18}):(\\d{1,18}):(.{1,200})");
    private static final Pattern STAGED = Pattern.compile("staged:([a-z2-7]{32})");

    /** The file that a value speaks of. */
    public static Optional<GivenFile> of(String value) {
        Matcher kept = KEPT.matcher(value);
        return kept.matches()
                ? Optional.of(
                        new GivenFile(Long.parseLong(kept.group(1)), Long.parseLong(kept.group(2)), kept.group(3)))
                : Optional.empty();
    }

    /** The value of a file that is staged under a secret. */
    public static String staged(String secret) {
        return "staged:" + secret;
    }

    /** The secret of the file that is staged, where a value speaks of one. */
    public static Optional<String> secret(String value) {
        Matcher staged = STAGED.matcher(value);
        return staged.matches() ? Optional.of(staged.group(1)) : Optional.empty();
    }

    public static boolean isOne(String value) {
        return KEPT.matcher(value).matches() || STAGED.matcher(value).matches();
    }

    public String value() {
        return "file:" + id + ":" + size + ":" + name;
    }
}
