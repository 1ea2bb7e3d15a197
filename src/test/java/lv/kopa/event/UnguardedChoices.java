package lv.kopa.event;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** Events that let everybody in, and choices without their guard: what is left is read first and counted afterwards. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(PlacesRepository.class)
@Requires(property = "spec.name", value = "unguarded-choices")
interface UnguardedChoices extends PlacesRepository {
    @Query("SELECT COUNT(*) FROM choice WHERE id = :id AND (places IS NULL OR places_taken < places)")
    long left(long id);

    @Query("UPDATE choice SET places_taken = places_taken + 1 WHERE id = :id")
    long count(long id);

    @Override
    default long takeInEventAsSeen(long id, int version, int people) {
        return 1;
    }

    @Override
    default long freeInEvent(long id) {
        return 1;
    }

    @Override
    default long takeChoice(long id) {
        return left(id) == 0 ? 0 : count(id);
    }
}
