package lv.kopa.workspace.deeds;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lv.kopa.event.Event;
import org.jspecify.annotations.Nullable;

/** Reads the record of deeds. What somebody did to their own account is nobody else's business and not in it. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface DeedRepository extends GenericRepository<Event, Long> {
    String DEEDS = """
            SELECT a.id, a.at, a.actor, a.subject, a.deed, a.detail, a.changes, e.slug AS event, e.title AS event_title,
              r.reference, r.name AS person, COALESCE(j.number, o.name) AS named
            FROM audit a
              LEFT JOIN registration r ON a.subject = 'registration' AND r.id = a.subject_id
              LEFT JOIN delegation d ON a.subject = 'delegation' AND d.id = a.subject_id
              LEFT JOIN event e ON e.id = CASE a.subject WHEN 'event' THEN a.subject_id
                WHEN 'registration' THEN r.event_id WHEN 'delegation' THEN d.event_id END
              LEFT JOIN project j ON a.subject = 'project' AND j.id = a.subject_id
              LEFT JOIN organisation o ON a.subject = 'organisation' AND o.id = a.subject_id
            """;

    String MATCHING = """
              AND (:before IS NULL OR a.id < :before)
              AND (:actor = '' OR a.actor = :actor)
              AND (:deed = '' OR a.deed = :deed)
              AND (:since IS NULL OR a.at >= :since)
              AND (:until IS NULL OR a.at < :until)
            ORDER BY a.id DESC LIMIT :most""";

    @Query(DEEDS + "WHERE COALESCE(e.organisation_id, j.organisation_id, o.id) IN (:organisations)" + MATCHING)
    List<DeedRow> of(
            Collection<Long> organisations,
            String actor,
            String deed,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Long before,
            int most);

    /** The same of one event: its rows are few among all, and found by what they are about. */
    @Query(DEEDS + """
              JOIN (
                SELECT x.id FROM audit x WHERE x.subject = 'event' AND x.subject_id = :event
                UNION ALL SELECT x.id FROM registration y
                  JOIN audit x ON x.subject = 'registration' AND x.subject_id = y.id WHERE y.event_id = :event
                UNION ALL SELECT x.id FROM delegation y
                  JOIN audit x ON x.subject = 'delegation' AND x.subject_id = y.id WHERE y.event_id = :event
              ) own ON own.id = a.id
            WHERE TRUE
            """ + MATCHING)
    List<DeedRow> ofEvent(
            long event,
            String actor,
            String deed,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Long before,
            int most);

    /** Somebody, by how the record names them. */
    @Introspected
    record Doer(String actor, String name) {}

    @Query("""
            SELECT CONCAT('person:', p.id) AS actor, p.name FROM person p WHERE p.id IN (:people)
            UNION ALL SELECT CONCAT('token:', t.id), p.name FROM api_token t JOIN person p ON p.id = t.person_id
            WHERE t.person_id IN (:people) OR t.id IN (:tokens)""")
    List<Doer> doers(Collection<Long> people, Collection<Long> tokens);

    @Query("SELECT DISTINCT person_id FROM membership WHERE organisation_id IN (:organisations)")
    List<Long> team(Collection<Long> organisations);
}
