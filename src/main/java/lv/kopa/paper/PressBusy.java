package lv.kopa.paper;

import java.time.Duration;
import java.util.Optional;
import lv.kopa.text.Refusal;

/** So many lists are being printed that this one would have to wait for long. */
public final class PressBusy extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    PressBusy() {
        super("export.paper.busy");
    }

    @Override
    public Kind kind() {
        return Kind.BUSY;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(A_WHILE);
    }
}
