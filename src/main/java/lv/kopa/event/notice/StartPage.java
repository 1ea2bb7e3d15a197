package lv.kopa.event.notice;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lv.kopa.event.EventFilter;
import lv.kopa.event.EventKind;
import lv.kopa.text.Language;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** What is on, by month. */
public record StartPage(
        Shell shell,
        List<EventView> events,
        Form filter,
        Map<String, String> organisations,
        Map<String, String> projects,
        Subscription subscription) {

    /** Events by the month they begin in, in order; those without a date are in none. */
    public Map<YearMonth, List<EventView>> months() {
        return events.stream()
                .filter(event -> event.firstDay().isPresent())
                .collect(Collectors.groupingBy(
                        event -> YearMonth.from(event.firstDay().orElseThrow()), TreeMap::new, Collectors.toList()));
    }

    public boolean isFiltered() {
        return EventFilter.NAMES.stream()
                .anyMatch(field ->
                        filter.filled(field).isPresent() && filter.error(field).isEmpty());
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    public List<EventKind> kinds() {
        return List.of(EventKind.values());
    }
}
