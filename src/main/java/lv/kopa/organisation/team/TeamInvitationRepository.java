package lv.kopa.organisation.team;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Role;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TeamInvitationRepository extends GenericRepository<Person, Long> {
    /** Of two invitations to one address the second counts, by its own link. */
    @Query("""
            INSERT INTO team_invitation (organisation_id, email, role, link_hash, invited_at, good_until)
            VALUES (:organisationId, :email, :role, :linkHash, :now, :goodUntil)
            ON DUPLICATE KEY UPDATE role = :role, link_hash = :linkHash, invited_at = :now, good_until = :goodUntil
            """)
    void invite(long organisationId, String email, Role role, String linkHash, Instant now, Instant goodUntil);

    @Query("""
            SELECT id, organisation_id, email, role, invited_at, good_until FROM team_invitation
            WHERE organisation_id = :organisationId ORDER BY invited_at DESC, id DESC
            """)
    List<TeamInvitation> of(long organisationId);

    @Query("""
            SELECT id, organisation_id, email, role, invited_at, good_until FROM team_invitation
            WHERE link_hash = :linkHash AND good_until > :now
            """)
    Optional<TeamInvitation> good(String linkHash, Instant now);

    /** 0 where it was answered or taken back meanwhile. */
    @Query("DELETE FROM team_invitation WHERE id = :id AND link_hash = :linkHash")
    int use(long id, String linkHash);

    @Query("DELETE FROM team_invitation WHERE id = :id AND organisation_id = :organisationId")
    int withdraw(long id, long organisationId);
}
