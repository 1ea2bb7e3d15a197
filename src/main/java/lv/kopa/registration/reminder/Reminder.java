package lv.kopa.registration.reminder;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.registration.words.Occasion;

/**
 * That the people of an event are written to at a time.
 *
 * @param setAt since when; what had passed by then goes to nobody
 */
@MappedEntity("event_reminder")
public record Reminder(
        @Id @GeneratedValue long id, long eventId, int amount, Offset.Unit unit, Offset.Side side, Instant setAt) {

    static Reminder of(long event, Offset offset, Instant now) {
        return new Reminder(0, event, offset.amount(), offset.unit(), offset.side(), now);
    }

    public Offset offset() {
        return new Offset(amount, unit, side);
    }

    public boolean isBefore() {
        return side.isBefore();
    }

    Occasion occasion() {
        return isBefore() ? Occasion.REMINDER : Occasion.AFTERWARDS;
    }

    /** What its own words are kept under. */
    public String wordsKey() {
        return occasion().key() + "." + id;
    }

    /** When it comes, by the programme as it is now; once for an event, once for each of its sessions. */
    List<Moment> moments(EventDetails event) {
        if (side.isOfSessions()) {
            return event.planned().stream()
                    .map(session -> new Moment(this, Optional.of(session), session))
                    .toList();
        }
        Comparator<Session> order = isBefore()
                ? Comparator.comparing(Session::startsAt)
                : Comparator.comparing((Session session) -> session.end().toInstant())
                        .reversed();
        return event.planned().stream().min(order).map(session -> new Moment(this, Optional.empty(), session)).stream()
                .toList();
    }
}
