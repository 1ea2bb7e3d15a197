package lv.kopa.organisation;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.util.Optional;

/** Teams that nobody locks who changes them. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(PersonRepository.class)
@Requires(property = "spec.name", value = "unlocked-team")
interface UnlockedPeople extends PersonRepository {
    @Override
    @Query("SELECT id FROM organisation WHERE id = :organisationId")
    Optional<Long> lockTeam(long organisationId);
}
