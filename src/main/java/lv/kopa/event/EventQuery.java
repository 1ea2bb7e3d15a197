package lv.kopa.event;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.Optional;
import lv.kopa.text.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Which events a program asks for.
 *
 * @param q words of the title, the description or a place
 * @param kind TRAINING, STUDY_VISIT, MEETING or CONFERENCE
 * @param organisation its slug
 * @param project its slug
 * @param from the first day, 2027-06-14; without it, events that are not over
 * @param to the last day
 * @param language the tag of a language the event is held in
 */
@Introspected
record EventQuery(
        @Nullable @QueryValue String q,
        @Nullable @QueryValue String kind,
        @Nullable @QueryValue String organisation,
        @Nullable @QueryValue String project,
        @Nullable @QueryValue String from,
        @Nullable @QueryValue String to,
        @Nullable @QueryValue String language) {

    /**
     * @throws lv.kopa.text.InvalidInput where a page would leave out what makes no sense
     */
    EventFilter filter() {
        EventFilter filter = EventFilter.of(name -> Optional.ofNullable(typed(name)));
        Faults faults = new Faults();
        check(faults, "kind", kind, filter.kind());
        check(faults, "from", from, filter.from());
        check(faults, "to", to, filter.to());
        check(faults, "language", language, filter.language());
        faults.refuseIfAny();
        return filter;
    }

    private @Nullable String typed(String name) {
        return switch (name) {
            case "q" -> q;
            case "kind" -> kind;
            case "organisation" -> organisation;
            case "project" -> project;
            case "from" -> from;
            case "to" -> to;
            case "language" -> language;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void check(Faults faults, String name, @Nullable String typed, @Nullable Object read) {
        if (typed != null && !typed.isBlank() && read == null) {
            faults.add(name, "web.unknown-choice", typed);
        }
    }
}
