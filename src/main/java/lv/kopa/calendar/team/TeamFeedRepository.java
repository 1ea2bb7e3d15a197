package lv.kopa.calendar.team;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TeamFeedRepository extends GenericRepository<Registration, Long> {
    @Query("""
            INSERT INTO team_feed (person_id, organisation_id, link_hash, with_names, created_at)
            VALUES (:person, :organisation, :linkHash, :withNames, :now)
            ON DUPLICATE KEY UPDATE link_hash = :linkHash, with_names = :withNames, created_at = :now,
              fetched_at = NULL, fetched_by = NULL""")
    void put(long person, long organisation, String linkHash, boolean withNames, Instant now);

    @Query("DELETE FROM team_feed WHERE person_id = :person AND organisation_id = :organisation")
    int end(long person, long organisation);

    @Query("""
            SELECT person_id, organisation_id, with_names, created_at, fetched_at, fetched_by FROM team_feed
            WHERE person_id = :person""")
    List<TeamFeed> ofPerson(long person);

    @Query("""
            SELECT person_id, organisation_id, with_names, created_at, fetched_at, fetched_by FROM team_feed
            WHERE link_hash = :linkHash""")
    Optional<TeamFeed> find(String linkHash);

    /** Written at most once a minute, however often a program comes. */
    @Query("""
            UPDATE team_feed SET fetched_at = :now, fetched_by = :program
            WHERE link_hash = :linkHash AND (fetched_at IS NULL OR fetched_at < :before OR fetched_by <> :program)""")
    void fetched(String linkHash, String program, Instant now, Instant before);

    /** When the registrations of an event last changed. */
    @Introspected
    record Change(long eventId, Instant changedAt) {}

    @Query("""
            SELECT event_id, MAX(changed_at) AS changed_at FROM registration
            WHERE event_id IN (:events) GROUP BY event_id""")
    List<Change> lastChanges(Collection<Long> events);

    /** That somebody has a place. */
    @Introspected
    record Coming(long eventId, String name) {}

    @Query("""
            SELECT event_id, name FROM registration
            WHERE event_id IN (:events) AND status = 'CONFIRMED' AND erased_at IS NULL ORDER BY name, id""")
    List<Coming> coming(Collection<Long> events);
}
