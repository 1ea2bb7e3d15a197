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

/** The outbox as the postmen see it. Rows are locked by their id, lest two postmen lock each other out. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ClaimRepository extends GenericRepository<OutboxRow, Long> {
    @Query("""
            SELECT EXISTS(SELECT 1 FROM mail_outbox WHERE state = 'WAITING' AND next_attempt_at <= :now)
                OR EXISTS(SELECT 1 FROM mail_outbox WHERE state = 'SENDING' AND claimed_until <= :now)
            """)
    boolean anyDue(Instant now);

    @Query("""
            SELECT id FROM mail_outbox WHERE state = 'SENDING' AND claimed_until <= :now
            LIMIT :most FOR UPDATE SKIP LOCKED
            """)
    List<Long> lockAbandoned(Instant now, int most);

    @Query("""
            SELECT id FROM mail_outbox WHERE state = 'WAITING' AND next_attempt_at <= :now
            ORDER BY next_attempt_at, id LIMIT :most FOR UPDATE SKIP LOCKED
            """)
    List<Long> lockDue(Instant now, int most);

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
                claimed_by = NULL, claimed_until = NULL
            WHERE id = :id
            """)
    void sent(long id, Instant now, String answer);

    @UnitOfWork
    @Query("""
            UPDATE mail_outbox SET state = 'RESTING', last_answer = NULL, claimed_by = NULL, claimed_until = NULL
            WHERE id = :id AND state = 'SENDING' AND claimed_by = :server
            """)
    void rest(long id, String server);

    /** Of who was to be forgotten as soon as this was sent, or given up. */
    @UnitOfWork
    @Query("UPDATE mail_outbox SET " + OutboxRow.ERASED
            + " WHERE id = :id AND erase_when_done AND state IN ('SENT', 'FAILED', 'RESTING')")
    void eraseDone(long id);

    @UnitOfWork
    @Query("""
            UPDATE mail_outbox
            SET state = :state, attempts = attempts + 1, next_attempt_at = :next, last_answer = :answer,
                claimed_by = NULL, claimed_until = NULL
            WHERE id = :id AND state = 'SENDING' AND claimed_by = :server
            """)
    void unsent(long id, String server, MailState state, Instant next, String answer);

    /** Counts in the index alone and then looks at one mail, since mails are large. */
    @Query("""
            SELECT waiting.mails, oldest.created_at AS oldest
            FROM (SELECT COUNT(*) AS mails, MIN(id) AS first FROM mail_outbox WHERE state = 'WAITING') waiting
            LEFT JOIN mail_outbox oldest ON oldest.id = waiting.first
            """)
    Waiting waiting();
}
