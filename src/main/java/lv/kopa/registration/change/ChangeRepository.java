package lv.kopa.registration.change;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ChangeRepository extends GenericRepository<EventChange, Long> {
    /** Somebody who has yet to hear of changes since an event was as it stands here. */
    @Introspected
    record Waiting(long registrationId, String known) {}

    EventChange save(EventChange change);

    /** Whoever has yet to hear of an earlier change hears of this one with it. */
    @Query("""
            INSERT INTO change_to_tell (registration_id, change_id)
            SELECT r.id, :change FROM registration r
            WHERE r.event_id = :event AND r.status IN ('CONFIRMED', 'WAITING', 'AWAITING_APPROVAL')
              AND r.erased_at IS NULL
            ON DUPLICATE KEY UPDATE change_to_tell.change_id = change_to_tell.change_id""")
    void await(long event, long change);

    @Query("SELECT event_id FROM event_change GROUP BY event_id HAVING MIN(due_at) <= :now ORDER BY MIN(due_at)")
    List<Long> due(Instant now);

    @Query("""
            SELECT t.registration_id, c.known FROM change_to_tell t JOIN event_change c ON c.id = t.change_id
            WHERE c.event_id = :event ORDER BY t.registration_id""")
    List<Waiting> waiting(long event);

    /** The same of some people. */
    @Query("""
            SELECT t.registration_id, c.known FROM change_to_tell t JOIN event_change c ON c.id = t.change_id
            WHERE t.registration_id IN (:registrations)""")
    List<Waiting> among(Collection<Long> registrations);

    /** The changes of an event that people have yet to hear of. */
    @Query("SELECT * FROM event_change WHERE event_id = :event ORDER BY id")
    List<EventChange> of(long event);

    @Query("INSERT INTO change_to_tell (registration_id, change_id) VALUES (:registration, :change)")
    void awaitOne(long registration, long change);

    /** What an event was before the first of its changes. */
    @Query("SELECT known FROM event_change WHERE event_id = :event ORDER BY id LIMIT 1")
    Optional<String> first(long event);

    @Query("DELETE FROM change_to_tell WHERE registration_id = :registration")
    void forget(long registration);

    /** With them those who wait to hear. */
    @Query("DELETE FROM event_change WHERE event_id = :event")
    int forgetAll(long event);
}
