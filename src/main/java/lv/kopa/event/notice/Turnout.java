package lv.kopa.event.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import lv.kopa.event.Event;

/** How many people came, as it was last counted, a minute ago at most. */
@Singleton
class Turnout {
    private static final int MOST = 1_000;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final TurnoutRepository attendance;
    private final Clock clock;
    private final Cache<Long, Integer> counted =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    Turnout(TurnoutRepository attendance, Clock clock) {
        this.attendance = attendance;
        this.clock = clock;
    }

    /** Those who were seen at any part of an event; 0 before it is over, and where nobody wrote down who came. */
    int of(Event event) {
        return event.wasHeld(clock.instant()) ? counted.get(event.id(), attendance::of) : 0;
    }
}
