package lv.kopa.registration.undo;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface UndoRepository extends GenericRepository<Registration, Long> {
    /** What a registration was when its person gave it up; nothing where that was not the last that happened to it. */
    @Introspected
    record GivenUp(
            @Nullable RegistrationStatus givenUpFrom,
            @Nullable Integer givenUpQueue,
            @Nullable Instant undoUntil) {}

    @Query("SELECT given_up_from, given_up_queue, undo_until FROM registration WHERE id = :id")
    GivenUp givenUp(long id);

    @Query("""
            UPDATE registration SET status = :status, queue_number = :queueNumber, reason = NULL, changed_at = :now,
              placed_at = IF(:status = 'CONFIRMED', :now, placed_at), revision = revision + 1, given_up_from = NULL,
              given_up_queue = NULL
            WHERE id = :id""")
    void restore(long id, RegistrationStatus status, @Nullable Integer queueNumber, Instant now);

    /** The further kinds of place that somebody would take. */
    @Query("SELECT category_id FROM registration_wish WHERE registration_id = :registration ORDER BY category_id")
    List<Long> others(long registration);

    /** Has somebody await a decision who was approved, and wish for what they wished for; kinds there are no more are left out. */
    @Query("""
            UPDATE registration SET status = 'AWAITING_APPROVAL', queue_number = NULL, reason = NULL, placed_at = NULL,
              category_id = (SELECT c.id FROM category c WHERE c.id = :category), changed_at = :now,
              revision = revision + 1
            WHERE id = :id""")
    void unapprove(long id, @Nullable Long category, Instant now);

    @Query("""
            INSERT IGNORE INTO registration_wish (registration_id, category_id)
            SELECT :registration, c.id FROM category c WHERE c.id IN (:categories)""")
    void wish(long registration, Collection<Long> categories);

    @Query("SELECT EXISTS(SELECT 1 FROM registration WHERE event_id = :event AND live_email = :emailKey)")
    boolean isRegistered(long event, String emailKey);

    @Query("DELETE FROM registration_session WHERE registration_id = :registration AND session_id IN (:sessions)")
    void leave(long registration, Collection<Long> sessions);

    @Query("DELETE FROM answer WHERE registration_id = :registration AND choice_id IN (:choices)")
    void unchoose(long registration, Collection<Long> choices);
}
