package lv.kopa.export.regular;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.attendees.AttendeeFilter;
import org.jspecify.annotations.Nullable;

/**
 * That somebody of a team gets the list of who comes to an event, again and again.
 *
 * @param q what is looked for; "" for everything
 * @param status null for any
 * @param category the key of a kind of place; null for any
 * @param unanswered whether those only who have yet to answer something
 * @param columns the keys of those it has besides who it is and how they stand, by commas; null for all
 * @param askedBy who wanted that, as in the record of deeds
 */
@MappedEntity("list_order")
public record ListOrder(
        @Id @GeneratedValue long id,
        long eventId,
        long personId,
        Rhythm rhythm,
        String q,
        @Nullable RegistrationStatus status,
        @Nullable String category,
        boolean unanswered,
        @Nullable String columns,
        String askedBy,
        Instant nextAt) {

    /** What it is narrowed to; a kind of place that the event has no longer narrows nothing. */
    AttendeeFilter filter(EventDetails event) {
        return new AttendeeFilter(q, status, null, null, unanswered).among(event, category);
    }

    /** The same columns as {@link lv.kopa.export.Sheet#narrowed} takes them. */
    Set<String> chosen() {
        return columns == null ? Set.of() : Set.copyOf(Arrays.asList(columns.split(",", -1)));
    }
}
