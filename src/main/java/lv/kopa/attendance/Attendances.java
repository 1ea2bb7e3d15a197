package lv.kopa.attendance;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lv.kopa.attendance.Attendance.Means;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.Session;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Registration;
import org.jspecify.annotations.Nullable;

/** Who was at which session. */
@Singleton
public class Attendances {
    private final AttendanceRepository repository;
    private final Audit audit;
    private final Clock clock;

    Attendances(AttendanceRepository repository, Audit audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everybody who was at a session. */
    public List<Attendance> at(Session session) {
        return repository.at(session.id());
    }

    /**
     * Records that a person was there. However often that is said, the first word stands until it is taken back.
     *
     * @param seenAt when; null for now
     * @throws NotExpected if the person has no place, or the session does not take place
     */
    @UnitOfWork
    public Attendance record(
            Session session, Registration registration, @Nullable Instant seenAt, Means means, String actor) {
        if (registration.eventId() != session.eventId()) {
            throw new UnknownAttendance("attendance.unknown-registration");
        }
        if (!registration.isConfirmed()) {
            throw new NotExpected("attendance.not-confirmed");
        }
        if (session.isCancelled()) {
            throw new NotExpected("attendance.session-cancelled");
        }
        Instant now = now();
        Instant seen = seenAt == null ? now : seenAt.truncatedTo(ChronoUnit.MICROS);
        if (repository.record(session.id(), registration.id(), seen, means, now, actor) > 0) {
            audit.record(new Deed(actor, "registration", registration.id(), "attended", "session:" + session.id()));
        }
        return repository.standing(session.id(), registration.id()).orElseThrow();
    }

    /**
     * The same by a phone that had no network when somebody was seen, unless that was taken back since, by another phone
     * for instance.
     */
    @UnitOfWork
    public void recordLate(Session session, Registration registration, Instant seenAt, Means means, String actor) {
        if (!repository.isWithdrawnSince(session.id(), registration.id(), seenAt)) {
            record(session, registration, seenAt, means, actor);
        }
    }

    /**
     * Takes back that a person was there; what was recorded is kept beside who took it back. What was seen since that was
     * said stands.
     *
     * @param saidAt when; null for now
     */
    @UnitOfWork
    public void withdraw(Session session, Registration registration, @Nullable Instant saidAt, String actor) {
        Instant said = saidAt == null ? now() : saidAt.truncatedTo(ChronoUnit.MICROS);
        if (repository.withdraw(session.id(), registration.id(), said, actor) > 0) {
            audit.record(new Deed(
                    actor, "registration", registration.id(), "attendance-withdrawn", "session:" + session.id()));
        }
    }

    /**
     * Says from when until when somebody was there who came late or left early.
     *
     * @param came by the clocks of the place; null: from the beginning
     * @param left null: to the end
     * @throws NotExpected if the person was not there at all
     */
    @UnitOfWork
    public void time(
            Session session,
            Registration registration,
            @Nullable LocalDateTime came,
            @Nullable LocalDateTime left,
            String actor) {
        if (repository.time(session.id(), registration.id(), came, left, now(), actor) == 0) {
            throw new NotExpected("attendance.not-present");
        }
        String times = "session:" + session.id() + " " + (came == null ? "" : came) + "/" + (left == null ? "" : left);
        audit.record(new Deed(actor, "registration", registration.id(), "attendance-timed", times));
    }

    /** Who was at any part of an event that took place. */
    public List<Attendance> of(Event event) {
        return repository.of(event.id());
    }

    /** So many of the same that were recorded after one, by its id, in the order in which they were. */
    List<Attendance> some(Event event, long after, int most) {
        return repository.some(event.id(), after, most);
    }

    public Optional<Attendance> of(Session session, Registration registration) {
        return repository.standing(session.id(), registration.id());
    }

    /** Now, as finely as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
