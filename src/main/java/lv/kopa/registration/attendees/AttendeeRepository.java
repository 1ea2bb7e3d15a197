package lv.kopa.registration.attendees;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import org.jspecify.annotations.Nullable;

/** Registrations as organisers look through them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AttendeeRepository extends GenericRepository<Registration, Long> {
    @Query("SELECT * FROM" + AttendeeFilter.MATCHING
            + "AND (:before IS NULL OR id < :before) ORDER BY id DESC LIMIT :size")
    List<Registration> page(
            long event,
            @Nullable RegistrationStatus status,
            @Nullable Long category,
            @Nullable String pattern,
            boolean everybody,
            List<Long> among,
            @Nullable Long before,
            int size);

    /** By name, or newest first, or in the order they registered; all of them, and so by their ids alone. */
    @Query("SELECT id FROM" + AttendeeFilter.MATCHING
            + "ORDER BY CASE WHEN :byName THEN name END, CASE WHEN :oldest THEN id END, id DESC")
    List<Long> ids(
            long event,
            @Nullable RegistrationStatus status,
            @Nullable Long category,
            @Nullable String pattern,
            boolean everybody,
            List<Long> among,
            boolean byName,
            boolean oldest);

    @Query("SELECT * FROM registration WHERE id IN (:ids)")
    List<Registration> some(List<Long> ids);

    /** By name, or newest first. */
    @Query("SELECT * FROM" + AttendeeFilter.MATCHING
            + "ORDER BY CASE WHEN :byName THEN name END, id DESC LIMIT :size OFFSET :skip")
    List<Registration> listed(
            long event,
            @Nullable RegistrationStatus status,
            @Nullable Long category,
            @Nullable String pattern,
            boolean everybody,
            List<Long> among,
            boolean byName,
            int size,
            int skip);

    @Query("SELECT COUNT(*) FROM" + AttendeeFilter.MATCHING)
    long count(
            long event,
            @Nullable RegistrationStatus status,
            @Nullable Long category,
            @Nullable String pattern,
            boolean everybody,
            List<Long> among);

    @Query("""
            SELECT event_id, status, COUNT(*) AS registrations FROM registration
            WHERE event_id IN (:events) GROUP BY event_id, status""")
    List<StatusCount> counts(Collection<Long> events);

    @Query("""
            SELECT registration_id FROM consent
            WHERE registration_id IN (:registrations) AND purpose = 'PHOTO' AND withdrawn_at IS NULL""")
    List<Long> photographed(Collection<Long> registrations);

    /** Those of some people who come, or want to, whose name another one has who does; names are compared loosely. */
    @Query("""
            SELECT r.id FROM registration r
            JOIN (SELECT name FROM registration
                WHERE event_id = :event AND status IN ('CONFIRMED', 'WAITING', 'AWAITING_APPROVAL') AND name <> ''
                GROUP BY name HAVING COUNT(*) > 1) twice ON twice.name = r.name
            WHERE r.id IN (:registrations) AND r.status IN ('CONFIRMED', 'WAITING', 'AWAITING_APPROVAL')""")
    List<Long> doubles(long event, Collection<Long> registrations);

    /** A session that a person chose. */
    @Introspected
    record Choice(long registrationId, long sessionId) {}

    @Query("""
            SELECT registration_id, session_id FROM registration_session
            WHERE registration_id IN (:registrations)""")
    List<Choice> choices(Collection<Long> registrations);

    @Query("""
            SELECT c.registration_id AS registration_id, c.session_id AS session_id
            FROM registration_session c JOIN registration r ON r.id = c.registration_id
            WHERE r.event_id = :event""")
    List<Choice> choices(long event);

    @Query("""
            SELECT * FROM registration WHERE event_id = :event AND status = 'WAITING'
              AND NOT EXISTS (SELECT 1 FROM place_offer o WHERE o.open_for = registration.id)
            ORDER BY queue_number, id""")
    List<Registration> queue(long event);

    /** How many places of an event are offered at the moment. */
    @Introspected
    record Offers(long eventId, long offers) {}

    @Query("""
            SELECT r.event_id, COUNT(*) AS offers FROM place_offer o JOIN registration r ON r.id = o.open_for
            WHERE r.event_id IN (:events) GROUP BY r.event_id""")
    List<Offers> offers(Collection<Long> events);

    /** The same of those that are to be answered before a moment. */
    @Query("""
            SELECT r.event_id, COUNT(*) AS offers FROM place_offer o JOIN registration r ON r.id = o.open_for
            WHERE r.event_id IN (:events) AND o.answer_by <= :before GROUP BY r.event_id""")
    List<Offers> runningOut(Collection<Long> events, Instant before);

    /** To how many people mail came back. */
    @Introspected
    record Unreached(long eventId, long people) {}

    @Query("""
            SELECT r.event_id, COUNT(DISTINCT r.id) AS people
            FROM mail_outbox m JOIN registration r ON r.reference = m.registration AND r.email = m.to_address
            WHERE m.state IN ('RETURNED', 'RESTING') AND r.event_id IN (:events)
              AND r.status IN ('CONFIRMED', 'WAITING', 'AWAITING_APPROVAL')
            GROUP BY r.event_id""")
    List<Unreached> unreached(Collection<Long> events);

    /** A further kind of place that somebody would take. */
    @Introspected
    record Other(long registrationId, long categoryId) {}

    @Query("""
            SELECT w.registration_id, w.category_id
            FROM registration_wish w JOIN registration r ON r.id = w.registration_id
            WHERE r.event_id = :event AND r.status = 'WAITING'""")
    List<Other> others(long event);
}
