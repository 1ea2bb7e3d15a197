package lv.kopa.web.guard;

import java.time.Duration;
import java.util.Optional;
import lv.kopa.text.Refusal;

/** Somebody did something so often that they must wait. */
public final class TooOften extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final Duration A_WHILE = Duration.ofSeconds(90);

    private final Duration wait;
    private final boolean helpedByEffort;

    TooOften(Duration wait) {
        this(wait, false);
    }

    private TooOften(Duration wait, boolean helpedByEffort) {
        super(
                isLong(wait) ? "web.too-often.minutes" : "web.too-often.seconds",
                isLong(wait) ? roundUp(wait.dividedBy(60)) : roundUp(wait));
        this.wait = Duration.ofSeconds(roundUp(wait));
        this.helpedByEffort = helpedByEffort;
    }

    /** The same, of which an {@link Effort} rids one without waiting. */
    TooOften unlessWithEffort() {
        return new TooOften(wait, true);
    }

    public boolean isHelpedByEffort() {
        return helpedByEffort;
    }

    public Duration howLong() {
        return wait;
    }

    @Override
    public Kind kind() {
        return Kind.TOO_OFTEN;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }

    private static boolean isLong(Duration wait) {
        return wait.compareTo(A_WHILE) > 0;
    }

    private static long roundUp(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
