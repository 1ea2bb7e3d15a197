package lv.kopa.workspace.deeds;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.Event;
import org.jspecify.annotations.Nullable;

/** Reads the record of deeds. What somebody did to their own account is nobody else's business and not in it. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface DeedRepository extends GenericRepository<Event, Long> {
    String DEEDS = """
            SELECT a.id, a.at, a.actor, a.subject, a.deed, a.detail, a.changes, e.slug AS event, e.title AS event_title,
              r.reference, r.name AS person, COALESCE(j.number, o.name) AS named, s.title AS session_title,
              DATE_FORMAT(s.starts_on, '%Y-%m-%dT%H:%i') AS session_starts_on,
              DATE_FORMAT(s.ends_on, '%Y-%m-%dT%H:%i') AS session_ends_on
            FROM (SELECT * FROM audit a
            """;

    /**
     * In the order of the indexes of audit, so that a page is read from the end of one and nothing but it is sorted. What
     * deeds were done to is joined to the page alone: MySQL would otherwise rather read all deeds of a team than look up.
     */
    String MATCHING = """
              AND (:actor = '' OR a.actor = :actor)
              AND (:deed = '' OR a.deed = :deed)
              AND (:since IS NULL OR a.at >= :since)
              AND (:until IS NULL OR a.at < :until)
              AND (:before IS NULL OR a.at <= :before)
              AND (:before IS NULL OR a.at < :before OR a.id < :beforeId)
            ORDER BY a.at DESC, a.id DESC LIMIT :most) a
              LEFT JOIN event e ON e.id = a.event_id
              LEFT JOIN registration r ON a.subject = 'registration' AND r.id = a.subject_id
              LEFT JOIN project j ON a.subject = 'project' AND j.id = a.subject_id
              LEFT JOIN organisation o ON a.subject = 'organisation' AND o.id = a.subject_id
              LEFT JOIN session s ON a.deed IN ('attended', 'attendance-withdrawn', 'attendance-timed')
                AND s.id = CAST(SUBSTRING_INDEX(SUBSTRING(a.detail, 9), ' ', 1) AS UNSIGNED)
            ORDER BY a.at DESC, a.id DESC""";

    @Query(DEEDS + "WHERE a.organisation_id = :organisation" + MATCHING)
    List<DeedRow> of(
            long organisation,
            String actor,
            String deed,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Instant before,
            long beforeId,
            int most);

    @Query(DEEDS + "WHERE a.event_id = :event" + MATCHING)
    List<DeedRow> ofEvent(
            long event,
            String actor,
            String deed,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Instant before,
            long beforeId,
            int most);

    /** @param event of which alone; null for any */
    @Query(DEEDS + """
            WHERE a.subject = 'registration' AND a.subject_id = :registration
              AND (:event IS NULL OR a.event_id = :event)
            """ + MATCHING)
    List<DeedRow> ofRegistration(
            long registration,
            @Nullable Long event,
            String actor,
            String deed,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Instant before,
            long beforeId,
            int most);

    @Query("SELECT at FROM audit WHERE id = :id")
    Optional<Instant> when(long id);

    /** Somebody, by how the record names them. */
    @Introspected
    record Doer(String actor, String name) {}

    @Query("""
            SELECT CONCAT('person:', p.id) AS actor, p.name FROM person p WHERE p.id IN (:people)
            UNION ALL SELECT CONCAT('token:', t.id), p.name FROM api_token t JOIN person p ON p.id = t.person_id
            WHERE t.person_id IN (:people) OR t.id IN (:tokens)""")
    List<Doer> doers(Collection<Long> people, Collection<Long> tokens);

    /**
     * What the record names by a number.
     *
     * @param named such as `session:12`
     * @param title as it is kept
     * @param number of an activity, in its project
     * @param startsOn of a session, or the day of a sheet that was signed
     */
    @Introspected
    record Thing(
            String named,
            @Nullable String title,
            @Nullable String number,
            @Nullable String startsOn) {}

    @Query("""
            SELECT CONCAT('session:', s.id) AS named, s.title, NULL AS number,
              DATE_FORMAT(s.starts_on, '%Y-%m-%dT%H:%i') AS starts_on FROM session s WHERE s.id IN (:sessions)
            UNION ALL SELECT CONCAT('activity:', a.id), a.title, a.number, NULL FROM activity a WHERE a.id IN (:activities)
            UNION ALL SELECT CONCAT('material:', m.id), m.title, NULL, NULL FROM material m WHERE m.id IN (:materials)
            UNION ALL SELECT CONCAT('circular:', c.id), c.subject, NULL, NULL FROM circular c WHERE c.id IN (:circulars)
            UNION ALL SELECT CONCAT('sheet:', h.id), s.title, NULL,
              COALESCE(DATE_FORMAT(s.starts_on, '%Y-%m-%dT%H:%i'), DATE_FORMAT(h.day, '%Y-%m-%d'))
            FROM signed_sheet h LEFT JOIN session s ON s.id = h.session_id WHERE h.id IN (:sheets)""")
    List<Thing> things(
            Collection<Long> sessions,
            Collection<Long> activities,
            Collection<Long> materials,
            Collection<Long> circulars,
            Collection<Long> sheets);

    @Query("SELECT DISTINCT person_id FROM membership WHERE organisation_id IN (:organisations)")
    List<Long> team(Collection<Long> organisations);
}
