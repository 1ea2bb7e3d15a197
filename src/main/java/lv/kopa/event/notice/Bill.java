package lv.kopa.event.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventFilter;
import lv.kopa.event.Events;
import lv.kopa.web.Shell;

/**
 * What is on, and what was, for the page of who holds or pays for it.
 *
 * @param coming in the order they begin
 * @param past the latest first
 */
public record Bill(List<EventView> coming, List<EventView> past, Subscription subscription) {

    static Bill of(Shell shell, Events events, EventFilter filter, Clock clock) {
        Instant now = clock.instant();
        List<EventView> coming = new ArrayList<>();
        List<EventView> past = new ArrayList<>();
        for (EventDetails found : events.since(Instant.EPOCH, filter)) {
            (found.event().isOver(now) ? past : coming).add(new EventView(shell, found, now));
        }
        Collections.reverse(past);
        return new Bill(coming, past, new Subscription(shell.links().to(shell.path() + "/calendar.ics")));
    }
}
