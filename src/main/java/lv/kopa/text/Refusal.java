package lv.kopa.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What was asked for cannot be done, and the reader is told why in a sentence of their language. */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    protected Refusal(String key, Object... arguments) {
        super(key, null, false, false);
        this.sentence = new Sentence(key, List.of(arguments));
    }

    public Sentence sentence() {
        return sentence;
    }

    /** What kind of "no" it is. */
    public abstract Kind kind();

    /** How long to wait before it will do, where waiting helps. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** Kinds of "no", from which an HTTP status follows. */
    public enum Kind {
        /** What it is about does not exist, or not for this reader. */
        UNKNOWN,
        /** It did exist for this reader, and has ended for good. */
        GONE,
        /** It exists, but its present state does not allow this. */
        CONFLICT,
        /** What was sent cannot even be read. */
        UNREADABLE,
        /** What was sent is not right. */
        INVALID,
        /** The reader is known but not entitled. */
        FORBIDDEN,
        /** Somebody else changed it meanwhile. */
        STALE,
        /** Too often; later it will do. */
        TOO_OFTEN,
        /** Too many at it at the moment; a little later it will do. */
        BUSY
    }
}
