package lv.kopa.organisation.signin;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SignInRepository extends GenericRepository<SignIn, String> {
    void save(SignIn signIn);

    @Query("SELECT * FROM sign_in WHERE token_hash = :tokenHash AND expires_at > :now")
    Optional<SignIn> current(String tokenHash, Instant now);

    @Query("DELETE FROM sign_in WHERE token_hash = :tokenHash")
    int end(String tokenHash);

    @Query("DELETE FROM sign_in WHERE expires_at <= :now")
    void forgetExpired(Instant now);
}
