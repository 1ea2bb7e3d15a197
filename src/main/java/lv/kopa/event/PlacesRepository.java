package lv.kopa.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PlacesRepository extends GenericRepository<Event, Long> {
    @Query(
            "UPDATE event SET places_taken = places_taken + 1 WHERE id = :id AND (places IS NULL OR places_taken < places)")
    long takeInEvent(long id);

    @Query("""
            UPDATE event SET places_taken = places_taken + :people
            WHERE id = :id AND version = :version AND (places IS NULL OR places_taken + :people <= places)""")
    long takeInEventAsSeen(long id, int version, int people);

    @Query("""
            UPDATE event SET places_taken = places_taken + :people
            WHERE id = :id AND (places IS NULL OR places_taken + :people <= places)""")
    long takeManyInEvent(long id, int people);

    @Query("SELECT version FROM event WHERE id = :id FOR UPDATE")
    int lockedVersion(long id);

    @Query("UPDATE event SET places_taken = places_taken - 1 WHERE id = :id")
    long freeInEvent(long id);

    @Query("UPDATE event SET places_taken = places_taken - :people WHERE id = :id")
    long freeManyInEvent(long id, int people);

    @Query("""
            UPDATE category SET places_taken = places_taken + :people
            WHERE id = :id AND (places IS NULL OR places_taken + :people <= places)""")
    long takeInCategory(long id, int people);

    @Query("UPDATE category SET places_taken = places_taken - 1 WHERE id = :id")
    long freeInCategory(long id);

    @Query("UPDATE category SET places_taken = places_taken - :people WHERE id = :id")
    long freeManyInCategory(long id, int people);

    @Query(
            "UPDATE session SET places_taken = places_taken + 1 WHERE id = :id AND (places IS NULL OR places_taken < places)")
    long takeInSession(long id);

    @Query("UPDATE session SET places_taken = places_taken - 1 WHERE id = :id")
    long freeInSession(long id);

    @Query(
            "UPDATE choice SET places_taken = places_taken + 1 WHERE id = :id AND (places IS NULL OR places_taken < places)")
    long takeChoice(long id);

    @Query("UPDATE choice SET places_taken = places_taken - 1 WHERE id = :id")
    long freeChoice(long id);

    @Query("SELECT id FROM event WHERE id = :id FOR UPDATE")
    long lock(long id);

    @Query("UPDATE event SET queue_last = queue_last + 1 WHERE id = :id")
    void advanceQueue(long id);

    @Query("SELECT queue_last FROM event WHERE id = :id")
    int lastInQueue(long id);
}
