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
    /** Those with a place in events that ask something needed, the deadline of which falls between two instants. */
    @Query("""
            SELECT r.* FROM registration r JOIN event e ON e.id = r.event_id
            WHERE r.status = 'CONFIRMED' AND r.answers_reminded_at IS NULL AND e.state = 'PUBLISHED'
              AND COALESCE(e.changes_until, e.starts_at) > :now AND COALESCE(e.changes_until, e.starts_at) <= :until
              AND EXISTS (SELECT 1 FROM question q
                WHERE q.event_id = e.id AND q.is_required AND NOT q.withdrawn AND (q.stage = 'CONFIRMED'
                  OR EXISTS (SELECT 1 FROM delegation_member m WHERE m.registration_id = r.id)))
            ORDER BY r.id LIMIT 1000""")
    List<Registration> unreminded(Instant now, Instant until);

    /** Notes that somebody was reminded; 0 where they were before. */
    @Query("UPDATE registration SET answers_reminded_at = :now WHERE id = :id AND answers_reminded_at IS NULL")
    long note(long id, Instant now);
}
