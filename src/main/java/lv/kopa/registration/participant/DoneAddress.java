package lv.kopa.registration.participant;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.registration.Outcome;
import lv.kopa.web.Form;

/**
 * The address of the page that says what came of registering. All that is shown stands in it, and of a registration that
 * there was before nothing does that was not typed, or shown to be the reader's to know.
 *
 * @param sessions the ids of what was chosen; what was stored before, where the reader may know of that
 */
record DoneAddress(EventDetails event, Outcome outcome, Form form, Collection<Long> sessions) {

    /** @param marks the names of what else is so, of {@code minor}, {@code unasked}, {@code known} */
    String with(Stream<String> marks) {
        boolean known = outcome instanceof Outcome.Repeated repeated && repeated.known();
        return "/events/" + event.event().slug() + "/registered?status="
                + outcome.status().key()
                + (known ? standing() : typed())
                + marks.map(mark -> "&" + mark).collect(Collectors.joining());
    }

    private String typed() {
        Optional<Category> category = event.category(form.get("category"));
        List<Session> with = event.fullAlone(category.map(Category::id).orElse(null), sessions);
        String kind = category.map(known -> "&category=" + known.categoryKey()).orElse("");
        List<Long> awaited = form.ids("waitFor");
        return outcome.position()
                        .map(number -> "&position=" + number + kind + ids("with", with))
                        .orElse("")
                + chosen()
                + ids(
                        "besides",
                        event.chosen().stream()
                                .filter(session -> session.isFull() && awaited.contains(session.id()))
                                .toList());
    }

    /** Where an earlier registration stands, whatever was typed now. */
    private String standing() {
        String kind = Optional.ofNullable(
                        event.categoryKey(outcome.registration().categoryId()))
                .map(key -> "&category=" + key)
                .orElse("");
        return outcome.position().map(number -> "&position=" + number + kind).orElse("") + chosen();
    }

    private String chosen() {
        return ids(
                "sessions",
                event.chosen().stream()
                        .filter(session -> sessions.contains(session.id()))
                        .toList());
    }

    private static String ids(String name, List<Session> sessions) {
        return sessions.isEmpty()
                ? ""
                : sessions.stream()
                        .map(session -> String.valueOf(session.id()))
                        .collect(Collectors.joining(",", "&" + name + "=", ""));
    }
}
