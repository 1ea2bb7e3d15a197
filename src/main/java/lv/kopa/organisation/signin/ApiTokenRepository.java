package lv.kopa.organisation.signin;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ApiTokenRepository extends GenericRepository<ApiToken, Long> {
    ApiToken save(ApiToken token);

    Optional<ApiToken> findByTokenHash(String tokenHash);

    List<ApiToken> findByPersonIdOrderById(long personId);

    @Query("DELETE FROM api_token WHERE id = :id AND person_id = :personId")
    int delete(long id, long personId);
}
