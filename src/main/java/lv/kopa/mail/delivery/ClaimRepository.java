package lv.kopa.mail.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.MailState;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.Turn;

/**
 * The outbox as the postmen see it. Rows are claimed in the order of an index, since sorting would lock all that are due;
 * afterwards they are locked by their id, lest two postmen lock each other out.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ClaimRepository extends GenericRepository<OutboxRow, Long> {
    String OF_ALL = " (organisation_id IS NULL OR organisation_id NOT IN (SELECT organisation_id FROM mail_server))";

    /** All turns are named, so that the index is followed to the time. */
    String DUE = "SELECT 1 FROM mail_outbox WHERE state = 'WAITING' AND bulk IN " + Turn.ALL
            + " AND next_attempt_at <= :now";

    String TO_FORGET = "id = :id AND erase_when_done AND state IN ('SENT', 'FAILED', 'RESTING')";

    @Query("SELECT EXISTS (" + DUE + " AND" + OF_ALL
            + ") OR EXISTS (SELECT 1 FROM mail_outbox WHERE state = 'SENDING' AND claimed_until <= :now AND" + OF_ALL
            + ")")
    boolean anyDue(Instant now);

    @Query("""
            SELECT s.organisation_id AS organisation, s.version FROM mail_server s
            WHERE EXISTS (SELECT 1 FROM mail_outbox o WHERE o.organisation_id = s.organisation_id
                            AND o.state = 'WAITING' AND o.bulk IN """ + Turn.ALL + """
                             AND o.next_attempt_at <= :now)
               OR EXISTS (SELECT 1 FROM mail_outbox o WHERE o.organisation_id = s.organisation_id
                            AND o.state = 'SENDING' AND o.claimed_until <= :now)
            """)
    List<Claims.Due> ownServersWithMail(Instant now);

    @Query("""
            SELECT EXISTS (SELECT 1 FROM mail_server WHERE organisation_id = :organisation AND version = :version)""")
    boolean isCurrent(long organisation, int version);

    @Query("SELECT id FROM mail_outbox WHERE state = 'SENDING' AND claimed_until <= :now AND" + OF_ALL
            + " LIMIT :most FOR UPDATE SKIP LOCKED")
    List<Long> lockAbandoned(Instant now, int most);

    @Query("SELECT id FROM mail_outbox WHERE state = 'WAITING' AND bulk = :turn AND next_attempt_at <= :now AND"
            + OF_ALL + " ORDER BY next_attempt_at, organisation_id, id LIMIT :most FOR UPDATE SKIP LOCKED")
    List<Long> lockDue(int turn, Instant now, int most);

    @Query("""
            SELECT id FROM mail_outbox
            WHERE organisation_id = :organisation AND state = 'SENDING' AND claimed_until <= :now
            LIMIT :most FOR UPDATE SKIP LOCKED
            """)
    List<Long> lockAbandonedOf(long organisation, Instant now, int most);

    @Query("""
            SELECT id FROM mail_outbox
            WHERE organisation_id = :organisation AND state = 'WAITING' AND bulk = :turn AND next_attempt_at <= :now
            ORDER BY next_attempt_at, id LIMIT :most FOR UPDATE SKIP LOCKED
            """)
    List<Long> lockDueOf(long organisation, int turn, Instant now, int most);

    /** Where a server takes so many mails a minute: one of ours after another says how many it will bring. */
    @Query(
            "INSERT INTO mail_pace (organisation_id, used_until) VALUES (:organisation, '2000-01-01') ON DUPLICATE KEY UPDATE organisation_id = organisation_id")
    void beginPace(long organisation);

    @Query("SELECT used_until FROM mail_pace WHERE organisation_id = :organisation FOR UPDATE")
    Optional<Instant> lockPace(long organisation);

    @Query("UPDATE mail_pace SET used_until = :usedUntil WHERE organisation_id = :organisation")
    void keepPace(long organisation, Instant usedUntil);

    @Query("""
            UPDATE mail_outbox
            SET state = 'SENDING', claimed_by = :server, claimed_until = :until,
                message_id = COALESCE(message_id,
                    CONCAT('<', id, '.', DATE_FORMAT(created_at, '%Y%m%d%H%i%s%f'), '@', :host, '>'))
            WHERE id IN (:ids)
            """)
    void claim(Collection<Long> ids, String server, Instant until, String host);

    @Query(
            "SELECT * FROM mail_outbox WHERE id = :id AND state = 'SENDING' AND claimed_by = :server AND claimed_until > :now")
    Optional<OutboxRow> claimed(long id, String server, Instant now);

    @UnitOfWork
    @Query("""
            UPDATE mail_outbox SET claimed_until = :until
            WHERE id IN (:ids) AND state = 'SENDING' AND claimed_by = :server
            """)
    void renew(Collection<Long> ids, String server, Instant until);

    @UnitOfWork
    @Query("""
            UPDATE mail_outbox SET state = 'WAITING', claimed_by = NULL, claimed_until = NULL
            WHERE id IN (:ids) AND state = 'SENDING' AND claimed_by = :server
            """)
    void giveBack(Collection<Long> ids, String server);

    /** Whoever holds the row by now: that the mail was taken is a fact. */
    @UnitOfWork
    @Query("""
            UPDATE mail_outbox
            SET state = 'SENT', sent_at = :now, attempts = attempts + 1, last_answer = :answer,
                server = :host, own_server = :own, claimed_by = NULL, claimed_until = NULL
            WHERE id = :id
            """)
    void sent(long id, Instant now, String answer, String host, boolean own);

    @UnitOfWork
    @Query("""
            UPDATE mail_outbox SET state = 'RESTING', last_answer = NULL, claimed_by = NULL, claimed_until = NULL
            WHERE id = :id AND state = 'SENDING' AND claimed_by = :server
            """)
    void rest(long id, String server);

    /** Of who was to be forgotten as soon as this was sent, or given up. */
    @UnitOfWork
    @Query("UPDATE mail_outbox SET " + OutboxRow.ERASED + " WHERE " + TO_FORGET)
    void eraseDone(long id);

    /** What went with a mail which is done, and is to be forgotten like it. */
    @Query("SELECT parcel FROM mail_outbox WHERE " + OutboxRow.PARCEL_TO_FORGET + " AND " + TO_FORGET)
    Optional<String> parcelToForget(long id);

    @UnitOfWork
    @Query(OutboxRow.FORGET_PARCEL)
    void forgetParcel(String hash);

    @UnitOfWork
    @Query("""
            UPDATE mail_outbox
            SET state = :state, attempts = attempts + :tries, next_attempt_at = :next, last_answer = :answer,
                server = :host, own_server = :own, claimed_by = NULL, claimed_until = NULL
            WHERE id = :id AND state = 'SENDING' AND claimed_by = :server
            """)
    void unsent(
            long id, String server, MailState state, int tries, Instant next, String answer, String host, boolean own);
}
