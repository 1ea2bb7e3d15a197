package lv.kopa.registration.delegation;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When heads are reminded.
 *
 * @param ahead how long before the date
 */
@Singleton
record Foresight(@Value("${kopa.delegation.remind}") Duration ahead, Clock clock) {
    /** Now, as finely as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** When a head counts as reminded whose date is so near that there is no need: they have just been written to. */
    @Nullable
    Instant beforehand(Instant until) {
        return now().plus(ahead).isBefore(until) ? null : now();
    }
}
