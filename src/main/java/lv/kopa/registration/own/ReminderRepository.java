package lv.kopa.registration.own;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReminderRepository extends GenericRepository<Registration, Long> {
    /**
     * Those who have had a place for a while, and have not answered something needed, in events where the deadline for
     * that falls between two instants. Who has yet to confirm the address is not written to about anything else.
     */
    @Query("""
            SELECT r.* FROM registration r JOIN event e ON e.id = r.event_id
            WHERE r.status = 'CONFIRMED' AND r.answers_reminded_at IS NULL AND r.erased_at IS NULL
              AND COALESCE(r.placed_at, r.registered_at) <= :placedBefore AND e.state = 'PUBLISHED'
              AND COALESCE(e.answers_until, e.changes_until, e.starts_at) > :now
              AND COALESCE(e.answers_until, e.changes_until, e.starts_at) <= :until
              AND NOT EXISTS (SELECT 1 FROM address_hold h WHERE h.registration_id = r.id
                AND h.confirmed_at IS NULL AND h.ran_out_at IS NULL AND h.revision = r.revision)
              AND EXISTS (SELECT 1 FROM question q WHERE q.event_id = e.id AND q.is_required AND NOT q.withdrawn
                AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.registration_id = r.id AND a.question_id = q.id))
            ORDER BY r.id LIMIT 1000""")
    List<Registration> unreminded(Instant now, Instant until, Instant placedBefore);

    @Query("SELECT session_id FROM registration_session WHERE registration_id = :registration")
    List<Long> sessions(long registration);

    /** Notes that somebody was reminded; 0 where they were before. */
    @Query("UPDATE registration SET answers_reminded_at = :now WHERE id = :id AND answers_reminded_at IS NULL")
    long note(long id, Instant now);
}
