package lv.kopa.attendance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.WallClock;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AttendanceRepository extends GenericRepository<Attendance, Long> {
    /** Does nothing where one stands already. */
    @Query("""
            INSERT IGNORE INTO attendance (session_id, registration_id, seen_at, means, recorded_at, recorded_by)
            VALUES (:session, :registration, :seenAt, :means, :now, :actor)""")
    long record(long session, long registration, Instant seenAt, Attendance.Means means, Instant now, String actor);

    /** Does nothing to what was said later. */
    @Query("""
            UPDATE attendance SET withdrawn_at = :said, withdrawn_by = :actor
            WHERE session_id = :session AND registration_id = :registration AND withdrawn_at IS NULL
              AND LEAST(seen_at, recorded_at) <= :said""")
    long withdraw(long session, long registration, Instant said, String actor);

    @Query("""
            SELECT EXISTS (SELECT 1 FROM attendance
              WHERE session_id = :session AND registration_id = :registration AND withdrawn_at > :said)""")
    boolean isWithdrawnSince(long session, long registration, Instant said);

    @Query("""
            SELECT * FROM attendance
            WHERE session_id = :session AND registration_id = :registration AND withdrawn_at IS NULL""")
    Optional<Attendance> standing(long session, long registration);

    @Query("SELECT * FROM attendance WHERE session_id = :session AND withdrawn_at IS NULL ORDER BY id")
    List<Attendance> at(long session);

    @Query("""
            SELECT a.* FROM attendance a JOIN session s ON s.id = a.session_id
            WHERE s.event_id = :event AND s.state = 'PLANNED' AND a.withdrawn_at IS NULL ORDER BY a.id""")
    List<Attendance> of(long event);

    @Query("""
            SELECT a.* FROM attendance a JOIN session s ON s.id = a.session_id
            WHERE s.event_id = :event AND s.state = 'PLANNED' AND a.withdrawn_at IS NULL AND a.id > :after
            ORDER BY a.id LIMIT :most""")
    List<Attendance> some(long event, long after, int most);

    @Query("""
            UPDATE attendance SET came_on = :came, left_on = :left, timed_at = :now, timed_by = :actor
            WHERE session_id = :session AND registration_id = :registration AND withdrawn_at IS NULL""")
    long time(
            long session,
            long registration,
            @TypeDef(type = DataType.STRING, converter = WallClock.class) @Nullable LocalDateTime came,
            @TypeDef(type = DataType.STRING, converter = WallClock.class) @Nullable LocalDateTime left,
            Instant now,
            String actor);
}
