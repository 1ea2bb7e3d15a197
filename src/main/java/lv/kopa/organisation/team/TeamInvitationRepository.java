package lv.kopa.organisation.team;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.organisation.Role;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TeamInvitationRepository extends GenericRepository<TeamInvitation, Long> {
    String INVITATIONS = """
            SELECT i.id, i.organisation_id, i.email, i.role, i.invited_at, i.good_until, i.event_id,
              e.title AS event_title
            FROM team_invitation i LEFT JOIN event e ON e.id = i.event_id
            """;

    /** Of two invitations of one address to the same the second counts, by its own link. */
    @Query("""
            INSERT INTO team_invitation (organisation_id, event_id, email, role, link_hash, invited_at, good_until)
            VALUES (:organisationId, :eventId, :email, :role, :linkHash, :now, :goodUntil)
            ON DUPLICATE KEY UPDATE role = :role, link_hash = :linkHash, invited_at = :now, good_until = :goodUntil
            """)
    void invite(
            long organisationId,
            @Nullable Long eventId,
            String email,
            Role role,
            String linkHash,
            Instant now,
            Instant goodUntil);

    @Query(INVITATIONS + "WHERE i.organisation_id = :organisationId ORDER BY i.invited_at DESC, i.id DESC")
    List<TeamInvitation> of(long organisationId);

    @Query(INVITATIONS + "WHERE i.event_id = :eventId ORDER BY i.invited_at DESC, i.id DESC")
    List<TeamInvitation> ofEvent(long eventId);

    @Query(INVITATIONS + "WHERE i.link_hash = :linkHash AND i.good_until > :now")
    Optional<TeamInvitation> good(String linkHash, Instant now);

    /** 0 where it was answered or taken back meanwhile. */
    @Query("DELETE FROM team_invitation WHERE id = :id AND link_hash = :linkHash")
    int use(long id, String linkHash);

    @Query("DELETE FROM team_invitation WHERE id = :id AND organisation_id = :organisationId")
    int withdraw(long id, long organisationId);

    @Query("DELETE FROM team_invitation WHERE id = :id AND event_id = :eventId")
    int withdrawFromEvent(long id, long eventId);
}
