package lv.kopa.event.announcement;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import lv.kopa.event.Session;
import org.jspecify.annotations.Nullable;

/** Programmes as organisers write them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AnnouncedSessionRepository extends GenericRepository<Session, Long> {
    Session save(Session session);

    @Query("""
            UPDATE session SET title = :title, starts_on = :startsOn, ends_on = :endsOn, time_zone = :timeZone,
              starts_at = :startsAt, place = :place, online_url = :onlineUrl, host = :host, host_contact = :hostContact,
              trainers = :trainers, state = :state, sequence = :sequence, changed_at = :changedAt
            WHERE id = :id""")
    void change(Session session);

    /** Gives it as many places; 0 where more are taken. */
    @Query("UPDATE session SET places = :places WHERE id = :id AND (:places IS NULL OR places_taken <= :places)")
    long allot(long id, @Nullable Integer places);

    /** An event that is cancelled takes all of its sessions along. */
    @Query("""
            UPDATE session SET sequence = sequence + 1, changed_at = :now
            WHERE event_id = :event AND state = 'PLANNED'""")
    void advance(long event, Instant now);

    @Query("DELETE FROM session WHERE id = :id")
    void remove(long id);
}
