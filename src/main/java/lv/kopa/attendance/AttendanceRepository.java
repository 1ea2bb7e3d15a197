package lv.kopa.attendance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AttendanceRepository extends GenericRepository<Attendance, Long> {
    /** Does nothing where one stands already. */
    @Query("""
            INSERT IGNORE INTO attendance (session_id, registration_id, seen_at, means, recorded_at, recorded_by)
            VALUES (:session, :registration, :seenAt, :means, :now, :actor)""")
    long record(long session, long registration, Instant seenAt, Attendance.Means means, Instant now, String actor);

    @Query("""
            UPDATE attendance SET withdrawn_at = :now, withdrawn_by = :actor
            WHERE session_id = :session AND registration_id = :registration AND withdrawn_at IS NULL""")
    long withdraw(long session, long registration, Instant now, String actor);

    @Query("""
            SELECT * FROM attendance
            WHERE session_id = :session AND registration_id = :registration AND withdrawn_at IS NULL""")
    Optional<Attendance> standing(long session, long registration);

    @Query("SELECT * FROM attendance WHERE session_id = :session AND withdrawn_at IS NULL ORDER BY id")
    List<Attendance> at(long session);
}
