package lv.kopa.organisation.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PasswordResetRepository extends GenericRepository<PasswordReset, String> {
    void save(PasswordReset reset);

    @Query("SELECT * FROM password_reset WHERE link_hash = :linkHash AND good_until > :now")
    Optional<PasswordReset> good(String linkHash, Instant now);

    /** 0 where it was used meanwhile. */
    @Query("DELETE FROM password_reset WHERE link_hash = :linkHash")
    int use(String linkHash);

    @Query("DELETE FROM password_reset WHERE person_id = :personId OR good_until <= :now")
    void forget(long personId, Instant now);
}
