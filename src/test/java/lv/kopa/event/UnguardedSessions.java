package lv.kopa.event;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** The same without the guard of sessions: looks first and counts afterwards, as one would who knows no better. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(PlacesRepository.class)
@Requires(property = "spec.name", value = "unguarded-sessions")
interface UnguardedSessions extends PlacesRepository {
    @Override
    @Query("SELECT id FROM event WHERE id = :id")
    long lock(long id);

    @Override
    default void advanceQueue(long id) {}

    @Query("SELECT COUNT(*) FROM session WHERE id = :id AND (places IS NULL OR places_taken < places)")
    long free(long id);

    @Query("UPDATE session SET places_taken = places_taken + 1 WHERE id = :id")
    long count(long id);

    @Override
    default long takeInSession(long id) {
        return free(id) == 0 ? 0 : count(id);
    }
}
