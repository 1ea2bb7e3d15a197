package lv.kopa.registration.attendees;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CourseRepository extends GenericRepository<Registration, Long> {
    /**
     * How many registered, and how many gave it up or were declined.
     *
     * @param quarter since 1970, in quarters of an hour: by these all zones of the world tell their days
     */
    @Introspected
    record Moves(long quarter, long came, long went) {}

    @Query("""
            SELECT quarter, CAST(SUM(came) AS SIGNED) AS came, CAST(SUM(went) AS SIGNED) AS went FROM (
              SELECT CAST(FLOOR(UNIX_TIMESTAMP(registered_at) / 900) AS SIGNED) AS quarter, 1 AS came, 0 AS went
              FROM registration WHERE event_id = :event
              UNION ALL
              SELECT CAST(FLOOR(UNIX_TIMESTAMP(changed_at) / 900) AS SIGNED), 0, 1
              FROM registration WHERE event_id = :event AND status IN ('CANCELLED', 'DECLINED')) moves
            GROUP BY quarter ORDER BY quarter""")
    List<Moves> moves(long event);

    /** How many were seen at a session. */
    @Introspected
    record Seen(long sessionId, long number) {}

    @Query("""
            SELECT a.session_id, COUNT(*) AS number FROM session s JOIN attendance a ON a.session_id = s.id
            WHERE s.event_id = :event AND a.standing = 1 GROUP BY a.session_id""")
    List<Seen> seen(long event);
}
