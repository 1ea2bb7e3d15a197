package lv.kopa.registration.delegation;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser gives a partner, as typed and found to make sense.
 *
 * @param organisation the id of the partner, where it is an organisation of this installation
 * @param places how many of each kind, by its id; 0 for those of an event without kinds
 */
public record Grant(
        @Nullable Long organisation,
        String partner,
        Head head,
        @Nullable String note,
        Instant until,
        SortedMap<Long, Integer> places) {

    /** Who fills the places. */
    public record Head(String name, EmailAddress email, Language language) {}

    public int total() {
        return places.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** It as a delegation of an event that somebody gives. */
    Delegation by(long person, long event, Instant now, @Nullable Instant remindedAt) {
        return delegation(null, event, person, now, remindedAt);
    }

    /** It in the place of what a delegation was before. */
    Delegation to(Delegation before, @Nullable Instant remindedAt) {
        return delegation(before.key(), before.eventId(), before.givenBy(), before.givenAt(), remindedAt);
    }

    private Delegation delegation(
            @Nullable Long id, long event, @Nullable Long person, Instant givenAt, @Nullable Instant remindedAt) {
        return new Delegation(
                id,
                event,
                organisation,
                partner,
                head.name(),
                head.email().value(),
                head.language().tag(),
                note,
                until,
                person,
                givenAt,
                remindedAt,
                null,
                false);
    }

    /** The field of a form for the places of a kind. */
    public static String field(EventDetails event, long kind) {
        String key = event.categoryKey(kind);
        return key == null ? "places" : "places." + key;
    }

    /**
     * The kinds of place that one can give, by id; 0 where the event has none, or had none when places were given.
     *
     * @param had what was given before
     */
    public static List<Long> kinds(EventDetails event, List<Allotment> had) {
        boolean without = event.categories().isEmpty()
                || had.stream().anyMatch(allotment -> allotment.kind() == 0 && allotment.places() > 0);
        Stream<Long> none = without ? Stream.of(0L) : Stream.of();
        return Stream.concat(none, event.categories().stream().map(Category::id))
                .toList();
    }
}
