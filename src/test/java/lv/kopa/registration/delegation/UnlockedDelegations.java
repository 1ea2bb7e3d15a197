package lv.kopa.registration.delegation;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.util.Optional;

/** Delegations that nobody has to wait for. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(DelegationRepository.class)
@Requires(property = "spec.name", pattern = "un(guarded|locked)-delegations")
interface UnlockedDelegations extends DelegationRepository {
    @Override
    @Query("SELECT * FROM delegation WHERE id = :id")
    Optional<Delegation> lock(long id);
}
