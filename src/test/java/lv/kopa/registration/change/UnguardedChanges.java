package lv.kopa.registration.change;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** Changes that everybody who looks takes for theirs to tell. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(ChangeRepository.class)
@Requires(property = "spec.name", value = "unguarded-changes")
interface UnguardedChanges extends ChangeRepository {
    @Override
    @Query("SELECT 1 + 0 * :event")
    int forgetAll(long event);
}
