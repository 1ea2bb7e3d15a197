package lv.kopa.organisation.passkey;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ChallengeRepository extends GenericRepository<Challenge, String> {
    void save(Challenge challenge);

    /** 0 where it was signed before, is too old, or is no question who somebody is. */
    @Query("DELETE FROM passkey_challenge WHERE token_hash = :tokenHash AND person_id IS NULL AND good_until > :now")
    int spend(String tokenHash, Instant now);

    /** 0 where it was signed before, is too old, or is not for this person's new passkey. */
    @Query("""
            DELETE FROM passkey_challenge
            WHERE token_hash = :tokenHash AND person_id = :personId AND good_until > :now
            """)
    int spend(String tokenHash, long personId, Instant now);

    @Query("DELETE FROM passkey_challenge WHERE good_until <= :now")
    void forgetExpired(Instant now);
}
