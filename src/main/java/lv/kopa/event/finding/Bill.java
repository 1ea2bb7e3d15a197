package lv.kopa.event.finding;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.EventFilter;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.notice.Subscription;
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
        Instant now = clock.instant();
        Map<Boolean, List<EventView>> byOver = events.comingAndPast(filter, PAST + 1).stream()
                .map(event -> new EventView(shell, event, now))
                .collect(Collectors.partitioningBy(view -> view.event().isOver(now)));
        List<EventView> coming = byOver.getOrDefault(false, List.of());
        List<EventView> past = byOver.getOrDefault(true, List.of());
        return new Bill(
                coming,
                past.stream().limit(PAST).toList(),
                past.size() > PAST ? search.turned(true).path() : "",
                Subscription.of(shell, shell.path(), "", search.query()));
    }
}
