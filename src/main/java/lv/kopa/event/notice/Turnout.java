package lv.kopa.event.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import lv.kopa.event.Event;

/** How many people came, for how long, and what they thought, as it was last counted, a minute ago at most. */
@Singleton
public class Turnout {
    private static final int MOST = 1_000;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final TurnoutRepository attendance;
    private final Clock clock;
    private final Cache<Long, Attended> counted =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    Turnout(TurnoutRepository attendance, Clock clock) {
        this.attendance = attendance;
        this.clock = clock;
    }

    /** Nothing before an event is over, and where nobody wrote down who came. */
    public Attended of(Event event) {
        return event.wasHeld(clock.instant()) ? counted.get(event.id(), this::count) : Attended.UNKNOWN;
    }

    private Attended count(long event) {
        return new Attended(
                attendance.of(event), attendance.minutes(event), attendance.rating(event), attendance.pictures(event));
    }
}
