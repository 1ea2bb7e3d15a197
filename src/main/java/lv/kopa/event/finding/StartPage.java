package lv.kopa.event.finding;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lv.kopa.event.EventKind;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.notice.Subscription;
import lv.kopa.text.Language;
import lv.kopa.web.Form;
import lv.kopa.web.Head;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * What is on, by month; or what was.
 *
 * @param form the filters as they were typed, with what is not understood of them
 * @param choices what there is to choose from
 */
public record StartPage(Shell shell, Found found, Search search, Form form, Choices choices) {

    /**
     * Some of the events that match.
     *
     * @param page which part of them, from 1
     * @param more whether there are others after them
     */
    public record Found(List<EventView> events, int page, boolean more) {}

    /** The names of organisations and of projects, by slug. */
    public record Choices(Map<String, String> organisations, Map<String, String> projects) {}

    /** A filter that is on: what it says, and the address without it. */
    public record Active(String label, String without) {}

    public List<EventView> events() {
        return found.events();
    }

    /** Events by the month they begin in, in the order of the page; those without a date are in none. */
    public Map<YearMonth, List<EventView>> months() {
        Comparator<YearMonth> order = search.past() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return events().stream()
                .filter(event -> event.firstDay().isPresent())
                .collect(Collectors.groupingBy(
                        event -> YearMonth.from(event.firstDay().orElseThrow()),
                        () -> new TreeMap<>(order),
                        Collectors.toList()));
    }

    /** How many there are, or that there is nothing. */
    public String count() {
        if (search.past() && !search.isEmpty() && !events().isEmpty() && (found.more() || found.page() > 1)) {
            int before = (found.page() - 1) * StartController.ON_A_PAGE;
            return shell.text("event.past.part", before + 1, before + events().size());
        }
        if (search.past()) {
            return shell.text(search.isEmpty() ? "event.past.shown" : "event.past.found", events().size());
        }
        return shell.text(search.isEmpty() ? "event.coming" : "event.found", events().size());
    }

    /** The filters that are on, but for the kind, of which all choices are on the page. */
    public List<Active> active() {
        return search.asked().entrySet().stream()
                .filter(filter -> !filter.getKey().equals("kind"))
                .map(this::active)
                .toList();
    }

    /** Where nothing is found, each of several filters, so that it is taken off from there. */
    public List<Active> inTheWay() {
        return search.asked().size() < 2
                ? List.of()
                : search.asked().entrySet().stream().map(this::active).toList();
    }

    private Active active(Map.Entry<String, String> filter) {
        return new Active(
                label(filter.getKey(), filter.getValue()),
                search.without(filter.getKey()).path());
    }

    /** Whether all of several words had to be found. */
    public boolean soughtSeveralWords() {
        return search.get("q").contains(" ");
    }

    /** In which languages words were looked for, that of the reader first. */
    public String inLanguages() {
        return shell.language().first().stream()
                .map(language -> language.nameIn(shell.language()))
                .collect(Collectors.joining(", "));
    }

    /** Whether nothing was looked for, as that has been done too often. */
    public boolean isRefused() {
        return form.error("q").isPresent();
    }

    /** What search engines are told of links to what others are shown differently: only what is not narrowed is for them. */
    public @Nullable String follow(Search there) {
        return there.isEmpty() ? null : "nofollow";
    }

    /** Whether one link takes off several filters; where nothing is found, another one does. */
    public boolean leadsToAll() {
        return search.asked().size() > 1 && !events().isEmpty();
    }

    private String label(String name, String value) {
        return switch (name) {
            case "kind" ->
                EventKind.of(value).map(kind -> shell.text(kind.textKey())).orElse(value);
            case "q" -> shell.text("event.search.quoted", value);
            case "trainer" -> shell.text("event.led-by", value);
            case "category" -> shell.text("event.places-for", value);
            case "organisation" -> choices.organisations().getOrDefault(value, value);
            case "project" -> choices.projects().getOrDefault(value, value);
            case "language" ->
                Language.of(value)
                        .map(language -> language.nameIn(shell.language()))
                        .orElse(value);
            case "from" -> shell.text("event.search.since", day(value));
            default -> shell.text("event.search.until", day(value));
        };
    }

    private String day(String value) {
        return shell.dates().date(LocalDate.parse(value));
    }

    /** The kinds, each with the address that shows it alone. */
    public Map<EventKind, String> kinds() {
        Map<EventKind, String> kinds = new LinkedHashMap<>();
        for (EventKind kind : EventKind.values()) {
            kinds.put(kind, search.with("kind", kind.name()).path());
        }
        return kinds;
    }

    public boolean shows(EventKind kind) {
        return EventKind.of(search.get("kind")).filter(kind::equals).isPresent();
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    public String title() {
        return shell.text(search.past() ? "event.past" : "event.start.title");
    }

    /** The title of the window, the first that a screen reader says: with how many were found. */
    public String window() {
        return search.isEmpty() || isRefused() ? title() : count() + " · " + title();
    }

    public Subscription subscription() {
        return Subscription.of(shell, "/", search.query(), search.query());
    }

    public Head head() {
        String address = found.page() > 1 || search.isEmpty()
                ? search.page(found.page())
                : search.turned(false).path();
        return Head.of(shell, title(), address)
                .describedAs(shell.text(search.past() ? "event.past" : "event.start.lead"))
                .hiddenIf(!search.isEmpty());
    }
}
