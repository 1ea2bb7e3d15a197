package lv.kopa.registration.reminder;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface GuestRepository extends GenericRepository<Registration, Long> {
    /** The next people with a place, who registered by a time and come to a session; 0 for any. */
    @Query("""
            SELECT r.* FROM registration r
            WHERE r.event_id = :event AND r.status = 'CONFIRMED' AND r.registered_at <= :registeredBy AND r.name <> ''
              AND r.id > :after
              AND (:session = 0
                OR EXISTS (SELECT 1 FROM session s WHERE s.id = :session AND s.places IS NULL)
                OR EXISTS (SELECT 1 FROM registration_session c
                  WHERE c.session_id = :session AND c.registration_id = r.id))
            ORDER BY r.id LIMIT 500""")
    List<Registration> expected(long event, long session, Instant registeredBy, long after);
}
