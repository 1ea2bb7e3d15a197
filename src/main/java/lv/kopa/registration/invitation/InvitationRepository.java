package lv.kopa.registration.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface InvitationRepository extends GenericRepository<Invitation, Long> {
    String INVITATION = """
            SELECT i.*, r.reference AS reference, r.status AS standing FROM invitation i
              LEFT JOIN registration r ON r.id = COALESCE(
                (SELECT live.id FROM registration live WHERE live.event_id = i.event_id AND live.live_email = i.email_key),
                i.registration_id)
            """;

    String BY_LINK = """
            SELECT i.*, r.reference AS reference, r.status AS standing FROM invitation i
              JOIN invitation_link l ON l.invitation_id = i.id
              LEFT JOIN registration r ON r.id = i.registration_id
            WHERE l.link_hash = :linkHash""";

    @Query(INVITATION + "WHERE i.event_id = :event ORDER BY i.name, i.id")
    List<Invitation> of(long event);

    @Query(INVITATION + "WHERE i.id = :id")
    Optional<Invitation> find(long id);

    @Query(BY_LINK)
    Optional<Invitation> findByLink(String linkHash);

    @Query("SELECT invited_at FROM invitation WHERE event_id = :event AND email_key = :emailKey")
    Optional<Instant> invitedAt(long event, String emailKey);

    @Query("SELECT live_email FROM registration WHERE event_id = :event AND live_email IS NOT NULL")
    List<String> registered(long event);

    @Query("""
            INSERT INTO invitation (event_id, name, email, email_key, language, category_id, approved, state, invited_at,
              written_at)
            VALUES (:event, :name, :email, :emailKey, :language, :category, :approved, 'OPEN', :now, :now)""")
    void invite(
            long event,
            String name,
            String email,
            String emailKey,
            String language,
            @Nullable Long category,
            boolean approved,
            Instant now);

    /** Invites somebody again of whose invitation nothing came; 0 where there is none such. */
    @Query("""
            UPDATE invitation SET name = :name, email = :email, language = :language, category_id = :category,
              approved = :approved, state = 'OPEN', registration_id = NULL, invited_at = :now, written_at = :now,
              reminded_at = NULL, answered_at = NULL
            WHERE event_id = :event AND email_key = :emailKey AND (state IN ('DECLINED', 'WITHDRAWN')
              OR (state = 'REGISTERED' AND EXISTS(SELECT 1 FROM registration r
                WHERE r.id = registration_id AND r.status IN ('CANCELLED', 'DECLINED'))))""")
    long inviteAgain(
            long event,
            String name,
            String email,
            String emailKey,
            String language,
            @Nullable Long category,
            boolean approved,
            Instant now);

    @Query("SELECT id FROM invitation WHERE event_id = :event AND email_key = :emailKey")
    long idOf(long event, String emailKey);

    @Query("INSERT INTO invitation_link (link_hash, invitation_id, created_at) VALUES (:linkHash, :invitation, :now)")
    void addLink(String linkHash, long invitation, Instant now);

    /**
     * 0 where somebody else was faster, or it was taken back. Who registered by it before, and gave that up, can take it
     * back no more.
     */
    @Query("""
            UPDATE invitation i LEFT JOIN registration r ON r.id = i.registration_id
            SET i.state = 'REGISTERED', i.registration_id = :registration, i.answered_at = :now,
              r.given_up_from = NULL, r.given_up_queue = NULL
            WHERE i.id = :id
              AND (i.state IN ('OPEN', 'DECLINED') OR (i.state = 'REGISTERED' AND r.status = 'CANCELLED'))""")
    long spend(long id, long registration, Instant now);

    @Query("UPDATE invitation SET state = 'DECLINED', answered_at = :now WHERE id = :id AND state = 'OPEN'")
    long decline(long id, Instant now);

    @Query("UPDATE invitation SET state = 'WITHDRAWN' WHERE id = :id AND state IN ('OPEN', 'DECLINED')")
    long withdraw(long id);

    /** 0 where it is answered by now, or they were written to since then. */
    @Query("""
            UPDATE invitation SET reminded_at = :now, written_at = :now
            WHERE id = :id AND state = 'OPEN' AND written_at <= :notSince""")
    long remind(long id, Instant now, Instant notSince);

    /** Unanswered invitations to events that close between two instants, not written to for so many seconds before. */
    @Query("""
            SELECT i.id FROM invitation i JOIN event e ON e.id = i.event_id
            WHERE i.state = 'OPEN' AND e.state = 'PUBLISHED'
              AND COALESCE(e.closes_at, e.starts_at) > :now AND COALESCE(e.closes_at, e.starts_at) <= :until
              AND i.written_at <= DATE_SUB(COALESCE(e.closes_at, e.starts_at), INTERVAL :seconds SECOND)
              AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.event_id = i.event_id AND r.live_email = i.email_key)
            ORDER BY i.id LIMIT 1000""")
    List<Long> unreminded(Instant now, Instant until, long seconds);

    @Query("SELECT i.id FROM invitation i JOIN event e ON e.id = i.event_id WHERE e.ends_at < :endedBefore")
    List<Long> old(Instant endedBefore);

    @Query("DELETE FROM invitation WHERE event_id IN (SELECT id FROM event WHERE ends_at < :endedBefore)")
    long deleteOld(Instant endedBefore);
}
