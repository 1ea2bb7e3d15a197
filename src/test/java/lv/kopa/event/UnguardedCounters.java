package lv.kopa.event;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import lv.kopa.database.Meeting;

/** Every counter without its guard: looks first and counts afterwards, as one would who knows no better. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(PlacesRepository.class)
@Requires(property = "spec.name", value = "unguarded-counters")
interface UnguardedCounters extends PlacesRepository {
    Meeting MEETING = new Meeting();

    @Query("SELECT COUNT(*) FROM event WHERE id = :id AND (places IS NULL OR places_taken + :people <= places)")
    long freeInEvent(long id, int people);

    @Query("UPDATE event SET places_taken = places_taken + :people WHERE id = :id")
    long countInEvent(long id, int people);

    @Query("SELECT COUNT(*) FROM category WHERE id = :id AND (places IS NULL OR places_taken + :people <= places)")
    long freeInCategory(long id, int people);

    @Query("UPDATE category SET places_taken = places_taken + :people WHERE id = :id")
    long countInCategory(long id, int people);

    @Query("SELECT COUNT(*) FROM session WHERE id = :id AND (places IS NULL OR places_taken < places)")
    long hasFreeSession(long id);

    @Query("UPDATE session SET places_taken = places_taken + 1 WHERE id = :id")
    long countInSession(long id);

    @Query("SELECT COUNT(*) FROM choice WHERE id = :id AND (places IS NULL OR places_taken < places)")
    long hasFreeChoice(long id);

    @Query("UPDATE choice SET places_taken = places_taken + 1 WHERE id = :id")
    long countChoice(long id);

    @Query("UPDATE event SET queue_last = :number WHERE id = :id")
    void setQueue(long id, int number);

    /** What somebody saw, once all have seen it. */
    private static long seen(long free) {
        MEETING.join();
        return free;
    }

    @Override
    default long takeInEvent(long id) {
        return takeManyInEvent(id, 1);
    }

    @Override
    default long takeInEventAsSeen(long id, int version, int people) {
        return takeManyInEvent(id, people);
    }

    @Override
    default long takeManyInEvent(long id, int people) {
        return seen(freeInEvent(id, people)) == 0 ? 0 : countInEvent(id, people);
    }

    @Override
    default long takeInCategory(long id, int people) {
        return seen(freeInCategory(id, people)) == 0 ? 0 : countInCategory(id, people);
    }

    @Override
    default long takeInSession(long id) {
        return seen(hasFreeSession(id)) == 0 ? 0 : countInSession(id);
    }

    @Override
    default long takeChoice(long id) {
        return seen(hasFreeChoice(id)) == 0 ? 0 : countChoice(id);
    }

    @Override
    default void advanceQueue(long id) {
        setQueue(id, (int) seen(lastInQueue(id)) + 1);
    }
}
