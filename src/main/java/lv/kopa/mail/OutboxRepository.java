package lv.kopa.mail;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outbox as those see it who put mail in and look after it. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OutboxRepository extends GenericRepository<OutboxRow, Long> {
    String ITEM = """
            SELECT id, kind, organisation_id, event_id, registration, to_address, to_name, subject, state,
                   attempts, created_at, next_attempt_at, sent_at, last_answer, server,
                   own_server
            FROM mail_outbox
            """;
    String MATCHING = """
             (:event IS NULL OR event_id = :event) AND (:state IS NULL OR state = :state)
              AND (:tried IS NULL OR (attempts > 0) = :tried)
              AND (:pattern IS NULL OR to_address LIKE :pattern ESCAPE '!' OR subject LIKE :pattern ESCAPE '!')
              AND (:before IS NULL OR id < :before)
            ORDER BY id DESC
            LIMIT :size
            """;

    OutboxRow save(OutboxRow row);

    void saveAll(List<OutboxRow> rows);

    Optional<OutboxRow> findById(long id);

    @Query(ITEM + "WHERE id = :id")
    Optional<OutboxItem> item(long id);

    /** Read without a lock, and turned by their ids, lest whoever claims mail is waited for. */
    @Query("SELECT id FROM mail_outbox WHERE registration = :registration AND state = 'WAITING' AND bulk = :turn")
    List<Long> waiting(String registration, int turn);

    @Query("UPDATE mail_outbox SET bulk = :turn WHERE id IN (:ids) AND state = 'WAITING'")
    void turn(List<Long> ids, int turn);

    @Query("DELETE FROM mail_outbox WHERE registration = :registration")
    void takeBack(String registration);

    @Query("""
            UPDATE mail_outbox SET held_for = :cause, next_attempt_at = :until
            WHERE registration IN (:registrations) AND id > :newest AND bulk <> :free
              AND state IN ('WAITING', 'STOPPED')""")
    void hold(long cause, Collection<String> registrations, long newest, Instant until, int free);

    String HELD = """
             FROM mail_outbox
            WHERE registration = :registration AND held_for IS NOT NULL AND state = 'WAITING' AND message_id IS NULL
              AND next_attempt_at > :now
            """;

    @Query("SELECT id" + HELD)
    List<Long> held(String registration, Instant now);

    @Query("SELECT next_attempt_at" + HELD + "ORDER BY next_attempt_at DESC LIMIT 1")
    Optional<Instant> heldUntil(String registration, Instant now);

    @Query("UPDATE mail_outbox SET next_attempt_at = :until WHERE mail_key = :mailKey")
    void putOff(String mailKey, Instant until);

    @Query("UPDATE mail_outbox SET next_attempt_at = :now WHERE id IN (:ids) AND state = 'WAITING'")
    void release(List<Long> ids, Instant now);

    /**
     * A mail that was held back, and may be taken out again.
     *
     * @param messageId what the first of our servers has given it that took it up; who tries it again leaves it that
     */
    @Introspected
    record Held(
            long id,
            MailState state,
            Instant nextAttemptAt,
            @Nullable String messageId) {
        /** Whether no server has seen it, nor anybody let it go: it is still held back, or was stopped before. */
        boolean isUnseen(Instant now) {
            return messageId == null
                    && (state == MailState.STOPPED || state == MailState.WAITING && nextAttemptAt.isAfter(now));
        }
    }

    @Query("""
            SELECT id, state, next_attempt_at, message_id FROM mail_outbox
            WHERE registration = :registration AND held_for = :cause FOR UPDATE""")
    List<Held> lockHeld(String registration, long cause);

    @Query("DELETE FROM mail_outbox WHERE id IN (:ids)")
    void remove(List<Long> ids);

    @Query("""
            UPDATE mail_outbox SET state = 'STOPPED', claimed_by = NULL, claimed_until = NULL
            WHERE mail_key LIKE CONCAT(:start, '%') AND state IN ('WAITING', 'SENDING')""")
    void stopKeys(String start);

    @Query(
            "SELECT * FROM mail_outbox WHERE registration = :registration AND to_address = :address ORDER BY id DESC LIMIT :most")
    List<OutboxRow> about(String registration, String address, int most);

    @Query(ITEM + "WHERE registration = :registration ORDER BY id DESC LIMIT :most")
    List<OutboxItem> about(String registration, int most);

    @Query(
            ITEM
                    + "WHERE registration = :registration AND to_address = :address AND state IN ('RETURNED', 'RESTING') ORDER BY id DESC LIMIT 1")
    Optional<OutboxItem> unreached(String registration, String address);

    @Query("""
            SELECT last_answer FROM mail_outbox
            WHERE registration = :registration AND to_address = :address AND state = 'RETURNED' AND last_answer IS NOT NULL
            ORDER BY id DESC LIMIT 1""")
    Optional<String> refusal(String registration, String address);

    @Query("""
            UPDATE mail_outbox SET state = 'STOPPED'
            WHERE registration = :registration AND to_address = :address AND kind <> :kept
              AND state IN ('WAITING', 'FAILED')""")
    void stopAbout(String registration, String address, String kept);

    @Query("UPDATE mail_outbox SET erase_when_done = TRUE WHERE mail_key = :mailKey")
    void forgetWhenDone(String mailKey);

    @Query("UPDATE mail_outbox SET erase_when_done = TRUE WHERE registration = :registration")
    void eraseWhenDone(String registration);

    @Query("UPDATE mail_outbox SET " + OutboxRow.ERASED
            + " WHERE registration = :registration AND erase_when_done AND state IN " + MailState.DONE)
    void eraseDone(String registration);

    @Query("UPDATE mail_outbox SET erase_when_done = TRUE WHERE mail_key LIKE CONCAT(:start, '%')")
    void eraseKeysWhenDone(String start);

    @Query("UPDATE mail_outbox SET " + OutboxRow.ERASED
            + " WHERE mail_key LIKE CONCAT(:start, '%') AND erase_when_done AND state IN " + MailState.DONE)
    void eraseDoneKeys(String start);

    boolean existsByMailKey(String mailKey);

    @Query("SELECT COUNT(*) FROM mail_outbox WHERE mail_key LIKE CONCAT(:start, '%')")
    long countKeys(String start);

    @Query(ITEM + "WHERE" + MATCHING)
    List<OutboxItem> page(
            @Nullable Long event,
            @Nullable MailState state,
            @Nullable Boolean tried,
            @Nullable String pattern,
            @Nullable Long before,
            int size);

    @Query(ITEM + "WHERE organisation_id IN (:organisations) AND" + MATCHING)
    List<OutboxItem> page(
            Set<Long> organisations,
            @Nullable Long event,
            @Nullable MailState state,
            @Nullable Boolean tried,
            @Nullable String pattern,
            @Nullable Long before,
            int size);

    @Query("""
            SELECT state, COUNT(*) AS mails FROM mail_outbox
            WHERE (:event IS NULL OR event_id = :event) GROUP BY state""")
    List<StateCount> counts(@Nullable Long event);

    @Query("""
            SELECT state, COUNT(*) AS mails FROM mail_outbox
            WHERE organisation_id IN (:organisations) AND (:event IS NULL OR event_id = :event) GROUP BY state""")
    List<StateCount> counts(Set<Long> organisations, @Nullable Long event);

    @Query("""
            SELECT COUNT(*) FROM mail_outbox
            WHERE organisation_id IN (:organisations) AND state = 'WAITING' AND attempts > 0
              AND (:event IS NULL OR event_id = :event)""")
    long retried(Set<Long> organisations, @Nullable Long event);

    @Query("SELECT COALESCE(MAX(id), 0) FROM mail_outbox")
    long newest();

    @Query("SELECT COUNT(*) FROM mail_outbox WHERE id > :newest AND event_id = :event")
    long countSince(long newest, long event);

    @Query("""
            UPDATE mail_outbox SET state = 'WAITING', attempts = 0, next_attempt_at = :now, sent_at = NULL
            WHERE id = :id AND state IN ('WAITING', 'FAILED', 'STOPPED', 'RETURNED', 'RESTING') AND to_address NOT LIKE '%.invalid'
            """)
    int retry(long id, Instant now);

    @Query("UPDATE mail_outbox SET state = 'STOPPED' WHERE id = :id AND state IN ('WAITING', 'FAILED')")
    int stop(long id);

    @Query("UPDATE mail_outbox SET " + OutboxRow.ERASED + " WHERE id = :id AND erase_when_done AND state = 'STOPPED'")
    void eraseStopped(long id);

    /** What was to go with a mail that was stopped, and is to be forgotten like it. */
    @Query("SELECT parcel FROM mail_outbox WHERE id = :id AND state = 'STOPPED' AND " + OutboxRow.PARCEL_TO_FORGET)
    Optional<String> parcelOfStopped(long id);

    @Query(OutboxRow.FORGET_PARCEL)
    void forgetParcel(String hash);
}
