package lv.kopa.registration.reminder;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReminderRepository extends GenericRepository<Reminder, Long> {
    Reminder save(Reminder reminder);

    @Query("SELECT * FROM event_reminder WHERE event_id = :event ORDER BY id")
    List<Reminder> of(long event);

    @Query("SELECT * FROM event_reminder WHERE id = :id AND event_id = :event")
    Optional<Reminder> find(long event, long id);

    @Query("DELETE FROM event_reminder_moment WHERE reminder_id = :id")
    void removeMoments(long id);

    @Query("DELETE FROM event_reminder WHERE id = :id AND event_id = :event")
    long remove(long event, long id);

    /** Those of announced events whose times lie in the stretch from so long before their beginning to after their end. */
    @Query("""
            SELECT r.* FROM event_reminder r JOIN event e ON e.id = r.event_id
            WHERE e.state IN ('PUBLISHED', 'COMPLETED')
              AND TIMESTAMPADD(HOUR, -r.amount * IF(r.unit = 'DAYS', 24, 1), e.starts_at) < :to
              AND TIMESTAMPADD(HOUR, r.amount * IF(r.unit = 'DAYS', 24, 1), e.ends_at) > :from
            ORDER BY r.event_id, r.id""")
    List<Reminder> near(Instant from, Instant to);

    @Query(
            "SELECT reminder_id, session_id, about_at, done_at FROM event_reminder_moment WHERE reminder_id IN (:reminders)")
    List<MomentRow> moments(Collection<Long> reminders);

    @Query(
            "INSERT IGNORE INTO event_reminder_moment (reminder_id, session_id, about_at) VALUES (:reminder, :session, :about)")
    void begin(long reminder, long session, Instant about);

    /** Begins one anew that was done for a time that lies so much earlier. */
    @Query("""
            UPDATE event_reminder_moment SET about_at = :about, done_at = NULL
            WHERE reminder_id = :reminder AND session_id = :session AND done_at IS NOT NULL AND about_at <= :atMost""")
    void beginAgain(long reminder, long session, Instant about, Instant atMost);

    @Query("""
            UPDATE event_reminder_moment SET done_at = :now
            WHERE reminder_id = :reminder AND session_id = :session AND about_at = :about AND done_at IS NULL""")
    void end(long reminder, long session, Instant about, Instant now);
}
