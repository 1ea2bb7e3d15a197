package lv.kopa.registration.participant;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.registration.Outcome;
import lv.kopa.web.Form;

/**
 * The address of the page that says what came of registering. What is shown of the registration stands in it, and of one
 * that there was before nothing does that was not typed, or shown to be the reader's to know.
 *
 * @param sessions the ids of what was chosen; what was stored before, where the reader may know of that
 */
record DoneAddress(EventDetails event, Outcome outcome, Form form, Collection<Long> sessions) {

    String path() {
        return path(event);
    }

    static String path(EventDetails event) {
        return "/events/" + event.event().slug() + "/registered";
    }

    /**
     * What it says, by name.
     *
     * @param marks the names of what else is so, of {@code minor}, {@code unasked}, {@code known}
     */
    Map<String, String> said(Stream<String> marks) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("status", outcome.status().key());
        if (outcome instanceof Outcome.Repeated repeated && repeated.known()) {
            sayStanding(said);
        } else {
            sayTyped(said);
        }
        marks.forEach(mark -> said.put(mark, ""));
        return said;
    }

    private void sayTyped(Map<String, String> said) {
        Optional<Category> category = event.category(form.get("category"));
        List<Session> with = event.fullAlone(category.map(Category::id).orElse(null), sessions);
        outcome.position().ifPresent(number -> {
            said.put("position", String.valueOf(number));
            category.ifPresent(kind -> said.put("category", kind.categoryKey()));
            say(said, "with", with);
        });
        sayChosen(said);
        List<Long> awaited = form.ids("waitFor");
        say(
                said,
                "besides",
                event.chosen().stream()
                        .filter(session -> session.isFull() && awaited.contains(session.id()))
                        .toList());
    }

    /** Where an earlier registration stands, whatever was typed now. */
    private void sayStanding(Map<String, String> said) {
        outcome.position().ifPresent(number -> {
            said.put("position", String.valueOf(number));
            Optional.ofNullable(event.categoryKey(outcome.registration().categoryId()))
                    .ifPresent(key -> said.put("category", key));
        });
        sayChosen(said);
    }

    private void sayChosen(Map<String, String> said) {
        say(
                said,
                "sessions",
                event.chosen().stream()
                        .filter(session -> sessions.contains(session.id()))
                        .toList());
    }

    private static void say(Map<String, String> said, String name, List<Session> chosen) {
        if (!chosen.isEmpty()) {
            said.put(
                    name,
                    chosen.stream().map(session -> String.valueOf(session.id())).collect(Collectors.joining(",")));
        }
    }
}
