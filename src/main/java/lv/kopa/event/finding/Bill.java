package lv.kopa.event.finding;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventFilter;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.web.Shell;

/**
 * What is on, and what was, for the page of who holds or pays for it.
 *
 * @param coming in the order they begin
 * @param past the latest of those that are over, the latest first
 * @param allPast where the others are; "" where these are all
 */
public record Bill(List<EventView> coming, List<EventView> past, String allPast, Subscription subscription) {
    private static final int PAST = 6;

    /** @param search what the start page would have to look for to find the same */
    static Bill of(Shell shell, Events events, Search search, Clock clock) {
        EventFilter filter =
                EventFilter.of(name -> Optional.of(search.get(name)).filter(value -> !value.isEmpty()));
        List<EventDetails> past = events.past(filter, 0, PAST + 1);
        return new Bill(
                views(shell, events.coming(filter).stream(), clock),
                views(shell, past.stream().limit(PAST), clock),
                past.size() > PAST ? search.turned(true).path() : "",
                Subscription.of(shell, shell.path(), ""));
    }

    private static List<EventView> views(Shell shell, Stream<EventDetails> found, Clock clock) {
        return found.map(event -> new EventView(shell, event, clock.instant())).toList();
    }
}
