package lv.kopa.event.notice;

import jakarta.inject.Singleton;
import java.time.Clock;
import lv.kopa.event.Event;

/** How many people came. */
@Singleton
class Turnout {
    private final TurnoutRepository attendance;
    private final Clock clock;

    Turnout(TurnoutRepository attendance, Clock clock) {
        this.attendance = attendance;
        this.clock = clock;
    }

    /** Those who were seen at any part of an event; 0 before it is over, and where nobody wrote down who came. */
    int of(Event event) {
        return event.wasHeld(clock.instant()) ? attendance.of(event.id()) : 0;
    }
}
