package lv.kopa.registration.attendees;

import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.text.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Whom a program, or the address of a file, looks for, as typed; null for anybody. Unlike on a page, a word that nobody
 * knows is refused: a list of everybody would pass for the list that was asked for.
 *
 * @param status the name of a {@link lv.kopa.registration.RegistrationStatus}
 * @param category the key of a kind of place
 * @param answers {@code missing} for those who have yet to answer something that is needed
 */
public record AttendeeQuery(
        @Nullable String q,
        @Nullable String status,
        @Nullable String category,
        @Nullable String answers) {

    /**
     * What that means for an event.
     *
     * @throws lv.kopa.text.InvalidInput where the event knows no such kind of place, or nobody such a status
     */
    public AttendeeFilter in(EventDetails event) {
        Faults faults = new Faults();
        AttendeeFilter filter = AttendeeFilter.of(q, status).unanswered(answers);
        if (isAsked(status) && filter.status() == null) {
            faults.add("status", "web.unknown-choice", String.valueOf(status));
        }
        Optional<Category> kind = Optional.ofNullable(category).flatMap(event::category);
        if (isAsked(category) && kind.isEmpty()) {
            faults.add("category", "web.unknown-choice", String.valueOf(category));
        }
        if (isAsked(answers) && !filter.unanswered()) {
            faults.add("answers", "web.unknown-choice", String.valueOf(answers));
        }
        faults.refuseIfAny();
        return filter.among(event, category);
    }

    private static boolean isAsked(@Nullable String typed) {
        return typed != null && !typed.isBlank();
    }
}
