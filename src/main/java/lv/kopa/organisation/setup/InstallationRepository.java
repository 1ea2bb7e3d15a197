package lv.kopa.organisation.setup;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface InstallationRepository extends GenericRepository<Invitation, String> {
    @Query("INSERT INTO setup_invitation (token_hash, created_at) VALUES (:tokenHash, :now)")
    void invite(String tokenHash, Instant now);

    @Query("SELECT EXISTS (SELECT 1 FROM setup_invitation WHERE token_hash = :tokenHash AND created_at > :since)")
    boolean isInvited(String tokenHash, Instant since);

    @Query("SELECT id FROM installation WHERE id = 1 FOR UPDATE")
    int lock();

    /** 1 for the first who asks, 0 for all others, who wait until the first has finished. */
    @Query("UPDATE installation SET set_up_at = :now WHERE id = 1 AND set_up_at IS NULL")
    int claim(Instant now);

    @Query("DELETE FROM setup_invitation")
    void forgetInvitations();
}
