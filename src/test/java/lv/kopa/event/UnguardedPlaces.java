package lv.kopa.event;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/**
 * Places without their guard: reads the counter first and counts up afterwards, as one would who knows no better. Those
 * who come together are sent to try alone, since on one server they would not race each other.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(PlacesRepository.class)
@Requires(property = "spec.name", value = "unguarded")
interface UnguardedPlaces extends PlacesRepository {
    @Query("SELECT COUNT(*) FROM event WHERE id = :id AND (places IS NULL OR places_taken < places)")
    long free(long id);

    @Query("UPDATE event SET places_taken = places_taken + 1 WHERE id = :id")
    long count(long id);

    @Override
    default long takeInEvent(long id) {
        return takeInEventAsSeen(id, 0, 1);
    }

    @Override
    default long takeInEventAsSeen(long id, int version, int people) {
        return people > 1 || free(id) == 0 ? 0 : count(id);
    }
}
