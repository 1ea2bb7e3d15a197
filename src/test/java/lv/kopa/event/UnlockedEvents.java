package lv.kopa.event;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** Events whose places nobody has to wait for, so that nothing but the guards of counters keeps people apart. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(PlacesRepository.class)
@Requires(property = "spec.name", pattern = "un(guarded|locked)-delegations|unlocked-(registrations|exchanges)")
interface UnlockedEvents extends PlacesRepository {
    @Override
    @Query("SELECT id FROM event WHERE id = :id")
    long lock(long id);
}
