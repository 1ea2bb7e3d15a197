package lv.kopa.attendance.door;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.attendance.Attendance;
import lv.kopa.attendance.Attendances;
import lv.kopa.attendance.Expected;
import lv.kopa.attendance.UnknownAttendance;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wish;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/** Who comes in. */
@Singleton
class Door {
    private final Attendances attendances;
    private final Expected expected;
    private final Registrations registrations;

    Door(Attendances attendances, Expected expected, Registrations registrations) {
        this.attendances = attendances;
        this.expected = expected;
        this.registrations = registrations;
    }

    /** Everybody who is expected at a session, or has come to it all the same, in the order of a reader's alphabet. */
    List<Guest> guests(EventDetails event, Session session, Language reader) {
        Map<Long, Attendance> here = attendances.at(session).stream()
                .collect(Collectors.toMap(Attendance::registrationId, Function.identity()));
        return expected
                .at(event, (person, chosen) -> session.isFor(chosen) || here.containsKey(person.id()), reader)
                .stream()
                .map(person -> new Guest(person, Optional.ofNullable(here.get(person.id()))))
                .toList();
    }

    /** @throws lv.kopa.registration.UnknownRegistration where there is none of this event */
    Registration person(EventDetails event, String reference) {
        Registration person = registrations.byReference(reference);
        if (person.eventId() != event.event().id()) {
            throw new UnknownAttendance("attendance.unknown-registration");
        }
        return person;
    }

    /** @param seenAt when; null for now */
    void mark(Session session, Registration person, @Nullable Instant seenAt, Attendance.Means means, String actor) {
        if (seenAt == null) {
            attendances.record(session, person, null, means, actor);
        } else {
            attendances.recordLate(session, person, seenAt, means, actor);
        }
    }

    /** @param saidAt when; null for now */
    void takeBack(Session session, Registration person, @Nullable Instant saidAt, String actor) {
        attendances.withdraw(session, person, saidAt, actor);
    }

    /** Lets somebody in who came without having registered; both or neither is written down. */
    @UnitOfWork
    Registration admit(EventDetails event, Session session, Wish wish, String actor) {
        Registration person = registrations.admit(event, wish, actor);
        attendances.record(session, person, null, Attendance.Means.LIST, actor);
        return person;
    }
}
