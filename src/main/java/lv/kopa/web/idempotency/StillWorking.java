package lv.kopa.web.idempotency;

import java.time.Duration;
import java.util.Optional;
import lv.kopa.text.Refusal;

/** What an Idempotency-Key was first sent with is still being worked on. */
final class StillWorking extends Refusal {
    private static final long serialVersionUID = 1L;

    StillWorking() {
        super("web.idempotency.working");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
