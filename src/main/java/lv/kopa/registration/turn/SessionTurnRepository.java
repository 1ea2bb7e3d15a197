package lv.kopa.registration.turn;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lv.kopa.event.Session;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SessionTurnRepository extends GenericRepository<Session, Long> {
    @Query("""
            INSERT INTO session_turn (registration_id, session_id, number)
            VALUES (:registration, :session, :number)""")
    void enter(long registration, long session, int number);

    @Query("DELETE FROM session_turn WHERE registration_id = :registration AND session_id IN (:sessions)")
    long leave(long registration, Collection<Long> sessions);

    @Query("SELECT session_id FROM session_turn WHERE registration_id = :registration")
    List<Long> awaited(long registration);

    /** Where somebody stands in line for a session, from 1. */
    @Introspected
    record Standing(long registrationId, long sessionId, int position) {}

    /**
     * Where people stand in each line; who gave their place up stands in none until they take that back. Whoever could
     * get the session before them stands before them: by a turn for it alone, or by one for everything with it.
     */
    @Query("""
            SELECT mine.registration_id, mine.session_id, 1
              + (SELECT COUNT(*) FROM session_turn t JOIN registration r ON r.id = t.registration_id
                WHERE t.session_id = mine.session_id AND t.number < mine.number
                  AND r.status IN ('CONFIRMED', 'WAITING', 'AWAITING_APPROVAL'))
              + (SELECT COUNT(*) FROM registration_session s JOIN registration r ON r.id = s.registration_id
                WHERE s.session_id = mine.session_id AND r.status = 'WAITING' AND r.queue_number < mine.number
                  AND NOT EXISTS (SELECT 1 FROM place_offer o WHERE o.open_for = r.id)) AS position
            FROM session_turn mine JOIN registration me ON me.id = mine.registration_id
            WHERE mine.registration_id IN (:registrations)
              AND me.status IN ('CONFIRMED', 'WAITING', 'AWAITING_APPROVAL')""")
    List<Standing> standings(Collection<Long> registrations);

    /** Those of an event whose people have a place in it that counts, in their order. */
    @Query("""
            SELECT t.registration_id, t.session_id, t.number
            FROM session_turn t JOIN registration r ON r.id = t.registration_id
            WHERE r.event_id = :event AND r.status = 'CONFIRMED'
              AND NOT EXISTS (SELECT 1 FROM address_hold h WHERE h.registration_id = r.id
                AND h.confirmed_at IS NULL AND h.ran_out_at IS NULL AND h.revision = r.revision)
            ORDER BY t.number""")
    List<SessionTurn> line(long event);

    /** Those of an event whose people have a place in it, or may get one. */
    @Query("""
            SELECT t.registration_id, t.session_id, t.number
            FROM session_turn t JOIN registration r ON r.id = t.registration_id
            WHERE r.event_id = :event AND r.status IN ('CONFIRMED', 'WAITING', 'AWAITING_APPROVAL')
            ORDER BY t.number""")
    List<SessionTurn> wished(long event);

    @Query("SELECT session_id FROM registration_session WHERE registration_id = :registration")
    List<Long> sessions(long registration);

    @Query("INSERT INTO registration_session (registration_id, session_id) VALUES (:registration, :session)")
    void join(long registration, long session);

    @Query("DELETE FROM registration_session WHERE registration_id = :registration AND session_id IN (:sessions)")
    void part(long registration, Collection<Long> sessions);

    @Query("UPDATE registration SET changed_at = :now, revision = revision + 1 WHERE id = :registration")
    void revise(long registration, Instant now);
}
