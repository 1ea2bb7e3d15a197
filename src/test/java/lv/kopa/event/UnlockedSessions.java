package lv.kopa.event;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** Events that nobody has to wait for, not even for a number in line: the guards of counters alone keep people apart. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(PlacesRepository.class)
@Requires(property = "spec.name", value = "unlocked-sessions")
interface UnlockedSessions extends PlacesRepository {
    @Override
    @Query("SELECT id FROM event WHERE id = :id")
    long lock(long id);

    @Override
    default void advanceQueue(long id) {}
}
