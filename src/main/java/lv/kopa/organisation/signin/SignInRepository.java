package lv.kopa.organisation.signin;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SignInRepository extends GenericRepository<SignIn, String> {
    void save(SignIn signIn);

    @Query("SELECT * FROM sign_in WHERE token_hash = :tokenHash AND expires_at > :now AND half = :half")
    Optional<SignIn> current(String tokenHash, Instant now, boolean half);

    @Query("""
            SELECT id, began_at, browser, token_hash FROM sign_in
            WHERE person_id = :personId AND expires_at > :now AND half = FALSE
            ORDER BY began_at DESC, id DESC
            """)
    List<OwnSignIn> of(long personId, Instant now);

    @Query("DELETE FROM sign_in WHERE token_hash = :tokenHash")
    int end(String tokenHash);

    @Query("DELETE FROM sign_in WHERE id = :id AND person_id = :personId")
    int end(long id, long personId);

    @Query("DELETE FROM sign_in WHERE person_id = :personId AND token_hash <> :kept")
    int endAllBut(long personId, String kept);

    @Query("DELETE FROM sign_in WHERE expires_at <= :now")
    void forgetExpired(Instant now);
}
