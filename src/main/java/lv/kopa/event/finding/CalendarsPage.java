package lv.kopa.event.finding;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lv.kopa.event.EventKind;
import lv.kopa.event.notice.Subscription;
import lv.kopa.text.Language;
import lv.kopa.web.Head;
import lv.kopa.web.Shell;

/**
 * The calendars there are to subscribe to, and how soon each program learns of a change.
 *
 * @param search what the chosen one is narrowed by
 * @param organisations names by slug
 * @param projects names by slug
 * @param categories names by key
 */
public record CalendarsPage(
        Shell shell,
        Search search,
        Map<String, String> organisations,
        Map<String, String> projects,
        Map<String, String> categories,
        List<String> trainers) {
    static final String PATH = "/calendars";

    /** Programs by how they look for changes, those that most people use first. */
    private static final List<String> PROGRAMS =
            List.of("google", "apple", "outlook", "outlook-classic", "thunderbird", "nextcloud");

    /** Something a calendar can be narrowed by: its name, and what there is to choose from. */
    public record Narrowing(String name, List<Choice> choices) {}

    /** A choice: the address of this page with it made, or taken back where it is. */
    public record Choice(String label, String address, boolean chosen) {}

    public List<Narrowing> narrowings() {
        return List.of(
                        narrowing("kind", "event.kind", kinds()),
                        narrowing("organisation", "event.organisation", organisations),
                        narrowing("project", "event.project", projects),
                        narrowing("language", "event.language", languages()),
                        narrowing("category", "event.category", categories),
                        narrowing("trainer", "event.trainers", named(trainers)))
                .stream()
                .filter(narrowing -> !narrowing.choices().isEmpty())
                .toList();
    }

    private Narrowing narrowing(String name, String label, Map<String, String> choices) {
        return new Narrowing(
                shell.text(label),
                choices.entrySet().stream()
                        .map(choice -> choice(name, choice.getKey(), choice.getValue()))
                        .toList());
    }

    private Choice choice(String name, String value, String label) {
        boolean chosen = search.get(name).equalsIgnoreCase(value);
        Search other = chosen ? search.without(name) : search.with(name, value);
        return new Choice(label, address(other), chosen);
    }

    private static String address(Search search) {
        return search.isEmpty() ? PATH : PATH + "?" + search.query();
    }

    private Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (EventKind kind : EventKind.values()) {
            kinds.put(kind.name(), shell.text(kind.textKey()));
        }
        return kinds;
    }

    private Map<String, String> languages() {
        return Arrays.stream(Language.values())
                .collect(Collectors.toMap(
                        Language::tag,
                        language -> language.nameIn(shell.language()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Map<String, String> named(List<String> names) {
        return names.stream()
                .collect(Collectors.toMap(name -> name, name -> name, (one, other) -> one, LinkedHashMap::new));
    }

    /** How often programs look for changes, by their names. */
    public Map<String, String> refreshes() {
        return PROGRAMS.stream()
                .collect(Collectors.toMap(
                        program -> shell.text("event.calendars." + program),
                        program -> shell.text("event.calendars." + program + ".when"),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    public Subscription subscription() {
        return Subscription.of(shell, "/", search.query(), search.query());
    }

    public Head head() {
        return Head.of(shell, shell.text("event.calendars"), PATH)
                .describedAs(shell.text("event.calendars.lead"))
                .hiddenIf(!search.isEmpty());
    }
}
