package lv.kopa.registration;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.Claim;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RegistrationRepository extends GenericRepository<Registration, Long> {
    void saveAll(List<Registration> registrations);

    List<Registration> findByReferenceIn(List<String> references);

    /** What a registration is called. */
    @Introspected
    record Called(long id, String reference) {}

    @Query("SELECT id, reference FROM registration WHERE id IN (:registrations)")
    List<Called> references(Collection<Long> registrations);

    Optional<Registration> findByReference(String reference);

    @Query("""
            SELECT r.* FROM registration r WHERE r.link_hash = :linkHash
            UNION ALL
            SELECT r.* FROM registration r JOIN registration_link l ON l.registration_id = r.id
            WHERE l.link_hash = :linkHash""")
    Optional<Registration> findByLink(String linkHash);

    /** Why a link opens nothing any more that once did. */
    @Query("SELECT ending FROM ended_link WHERE link_hash = :linkHash")
    Optional<String> ending(String linkHash);

    /**
     * A link that goes to this address opens nothing where the registration has another one by now: it waits for whoever
     * changes that.
     */
    @Query("""
            INSERT INTO registration_link (link_hash, registration_id, created_at)
            SELECT :linkHash, id, :now FROM registration WHERE id = :registration AND email = :email LOCK IN SHARE MODE""")
    void addLink(long registration, String email, String linkHash, Instant now);

    @Query("SELECT * FROM registration WHERE id = :id FOR UPDATE")
    Optional<Registration> lock(long id);

    @Query("SELECT * FROM registration WHERE event_id = :event AND live_email = :emailKey")
    Optional<Registration> findLive(long event, String emailKey);

    /** Whether it is still to show that its address is the person's. */
    @Query("""
            SELECT EXISTS(SELECT 1 FROM address_hold h JOIN registration r ON r.id = h.registration_id
              WHERE h.registration_id = :id AND h.confirmed_at IS NULL AND h.ran_out_at IS NULL
                AND r.revision = h.revision AND r.status IN ('CONFIRMED', 'WAITING', 'AWAITING_APPROVAL'))""")
    boolean isHeld(long id);

    /**
     * Those who wait, in their turn, and have not been offered a place; whoever has yet to confirm the address keeps the
     * turn, but gets no place.
     */
    @Query("""
            SELECT * FROM registration WHERE event_id = :event AND status = 'WAITING'
              AND NOT EXISTS (SELECT 1 FROM address_hold h WHERE h.registration_id = registration.id
                AND h.confirmed_at IS NULL AND h.ran_out_at IS NULL AND h.revision = registration.revision)
              AND NOT EXISTS (SELECT 1 FROM place_offer o WHERE o.open_for = registration.id)
            ORDER BY queue_number, id""")
    List<Registration> queue(long event);

    /** How many would take the same kind of place, have not been offered one, and have a turn before this one. */
    @Query("""
            SELECT COUNT(*) FROM registration
            WHERE event_id = :event AND status = 'WAITING' AND queue_number < :queueNumber
              AND (:category IS NULL OR category_id = :category OR EXISTS (SELECT 1 FROM registration_wish w
                WHERE w.registration_id = registration.id AND w.category_id = :category))
              AND NOT EXISTS (SELECT 1 FROM place_offer o WHERE o.open_for = registration.id)""")
    int before(long event, @Nullable Long category, int queueNumber);

    @Query("SELECT EXISTS(SELECT 1 FROM place_offer WHERE open_for = :id)")
    boolean isOffered(long id);

    /** A further kind of place that somebody would take. */
    @Introspected
    record Other(long registrationId, long categoryId) {}

    /** The other kinds of place that those would take who wait for one, in the order of the event. */
    @Query("""
            SELECT w.registration_id, w.category_id FROM registration_wish w
            JOIN registration r ON r.id = w.registration_id JOIN category c ON c.id = w.category_id
            WHERE r.event_id = :event AND r.status = 'WAITING' ORDER BY c.position, c.id""")
    List<Other> others(long event);

    /** The other kinds of place that somebody would take, in the order of the event. */
    @Query("""
            SELECT w.category_id FROM registration_wish w JOIN category c ON c.id = w.category_id
            WHERE w.registration_id = :registration ORDER BY c.position, c.id""")
    List<Long> othersOf(long registration);

    @Query("INSERT INTO registration_wish (registration_id, category_id) VALUES (:registration, :category)")
    void wish(long registration, long category);

    @Query("UPDATE registration SET category_id = :category WHERE id = :id")
    void settle(long id, @Nullable Long category);

    @Query("DELETE FROM registration_wish WHERE registration_id = :id")
    void forgetOthers(long id);

    /** Who has a place wishes for no other any more. */
    default void place(long id, @Nullable Long category) {
        settle(id, category);
        forgetOthers(id);
    }

    @Query("DELETE FROM registration_session WHERE registration_id = :registration AND session_id IN (:sessions)")
    void leave(long registration, Collection<Long> sessions);

    @Query("DELETE FROM answer WHERE registration_id = :registration AND choice_id IN (:choices)")
    void unchoose(long registration, Collection<Long> choices);

    /** The person's turn among those who wait for the same kind of place, from 1; none while one is offered. */
    default Optional<Integer> position(Registration registration) {
        Integer number = registration.queueNumber();
        return registration.status() != RegistrationStatus.WAITING || number == null || isOffered(registration.id())
                ? Optional.empty()
                : Optional.of(before(registration.eventId(), registration.categoryId(), number) + 1);
    }

    /** Those who have a place or want one, as far as it is known who they are. */
    @Query("""
            SELECT * FROM registration
            WHERE event_id = :event AND status IN ('CONFIRMED', 'WAITING', 'AWAITING_APPROVAL') AND erased_at IS NULL""")
    List<Registration> live(long event);

    @Query("SELECT * FROM registration WHERE event_id = :event ORDER BY id")
    List<Registration> of(long event);

    @Query("""
            UPDATE registration SET status = :status, queue_number = :queueNumber, reason = :reason, changed_at = :now,
              placed_at = IF(:status = 'CONFIRMED', :now, placed_at), revision = revision + 1, given_up_from = NULL,
              given_up_queue = NULL
            WHERE id = :id""")
    void turn(long id, RegistrationStatus status, @Nullable Integer queueNumber, @Nullable String reason, Instant now);

    /** Remembers what it was, for a person who wants it back. */
    @Query("""
            UPDATE registration SET given_up_from = :before, given_up_queue = :queueNumber, undo_until = :undoUntil
            WHERE id = :id""")
    void noteGivenUp(long id, RegistrationStatus before, @Nullable Integer queueNumber, @Nullable Instant undoUntil);

    @Query("INSERT INTO registration_session (registration_id, session_id) VALUES (:registration, :session)")
    void choose(long registration, long session);

    @Query("SELECT session_id FROM registration_session WHERE registration_id = :registration")
    List<Long> sessions(long registration);

    @Query("SELECT choice_id FROM answer WHERE registration_id = :registration AND choice_id IS NOT NULL")
    List<Long> choices(long registration);

    /** What it takes up, or would. */
    default Claim claim(Registration registration) {
        return new Claim(registration.categoryId(), sessions(registration.id()), choices(registration.id()));
    }

    @Query("""
            INSERT INTO consent (registration_id, purpose, text_version, given_at)
            VALUES (:registration, :purpose, :version, :now)""")
    void consent(long registration, String purpose, String version, Instant now);
}
