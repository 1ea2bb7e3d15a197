package lv.kopa.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EventSearch extends GenericRepository<Event, Long> {
    /**
     * Public events that are what somebody looks for: each of the words, in one of its spellings, anywhere in what is said
     * of the event, of who holds it and of who pays, in any language; or as a name of what the event is, or of a
     * day on which there is a part of it, by the clocks of its place (which may be over a new year: then December is in it
     * as January is).
     */
    String MATCHING = """
             FROM event e
            WHERE e.state <> 'DRAFT' AND e.visibility = 'PUBLIC' AND e.ends_at >= :since
              AND (:kind IS NULL OR e.kind = :kind)
              AND (:organisation IS NULL
                OR e.organisation_id IN (SELECT o.id FROM organisation o WHERE o.slug = :organisation))
              AND (:project IS NULL OR e.activity_id IN (
                SELECT a.id FROM activity a JOIN project p ON p.id = a.project_id WHERE p.slug = :project))
              AND (:trainer IS NULL OR EXISTS (SELECT 1 FROM session s WHERE s.event_id = e.id
                AND CONCAT(CHAR(10 USING utf8mb4), s.trainers, CHAR(10 USING utf8mb4)) LIKE :trainer ESCAPE '!'))
              AND (:category IS NULL OR EXISTS (SELECT 1 FROM category c WHERE c.event_id = e.id
                AND c.category_key = :category))
              AND (:language IS NULL OR FIND_IN_SET(:language, e.languages) > 0)
              AND (:until IS NULL OR e.starts_at < :until)
              AND (:sought IS NULL OR JSON_LENGTH(:sought) = (
                SELECT COUNT(DISTINCT sought.word) FROM JSON_TABLE(:sought, '$[*]' COLUMNS (word FOR ORDINALITY,
                  NESTED PATH '$[*]' COLUMNS (pattern VARCHAR(1000) PATH '$.pattern', kind VARCHAR(20) PATH '$.kind',
                    language VARCHAR(10) PATH '$.language', online VARCHAR(10) PATH '$.online',
                    days_among INT PATH '$.days_among', days_first INT PATH '$.days_first',
                    days_last INT PATH '$.days_last', weekday INT PATH '$.weekday'))) sought
                WHERE sought.kind = e.kind
                  OR FIND_IN_SET(sought.language, e.languages) > 0
                  OR (sought.online IS NOT NULL AND EXISTS (SELECT 1 FROM session s WHERE s.event_id = e.id
                    AND s.state = 'PLANNED' AND s.online_url IS NOT NULL))
                  OR (sought.days_among IS NOT NULL AND EXISTS (SELECT 1 FROM session s WHERE s.event_id = e.id
                    AND s.state = 'PLANNED' AND (sought.weekday IS NULL
                      OR MOD(sought.weekday - WEEKDAY(s.starts_on) + 7, 7)
                        <= DATEDIFF(s.ends_on - INTERVAL 1 SECOND, s.starts_on))
                    AND CASE WHEN MOD(DATE(s.starts_on) + 0, sought.days_among)
                        <= MOD(DATE(s.ends_on - INTERVAL 1 SECOND) + 0, sought.days_among)
                      THEN MOD(DATE(s.starts_on) + 0, sought.days_among) <= sought.days_last
                        AND MOD(DATE(s.ends_on - INTERVAL 1 SECOND) + 0, sought.days_among) >= sought.days_first
                      ELSE MOD(DATE(s.starts_on) + 0, sought.days_among) <= sought.days_last
                        OR MOD(DATE(s.ends_on - INTERVAL 1 SECOND) + 0, sought.days_among) >= sought.days_first END))
                  OR (sought.pattern IS NOT NULL AND (
                    CONCAT(' ', e.words) LIKE sought.pattern COLLATE utf8mb4_unicode_520_ci ESCAPE '!'
                    OR EXISTS (SELECT 1 FROM organisation o WHERE o.id = e.organisation_id
                      AND CONCAT(' ', o.name) LIKE sought.pattern COLLATE utf8mb4_unicode_520_ci ESCAPE '!')
                    OR EXISTS (SELECT 1 FROM activity a JOIN project p ON p.id = a.project_id
                      WHERE a.id = e.activity_id AND CONCAT_WS(' ', '', p.number, p.words, p.funder, a.words)
                        LIKE sought.pattern COLLATE utf8mb4_unicode_520_ci ESCAPE '!')
                    OR EXISTS (SELECT 1 FROM session s WHERE s.event_id = e.id AND s.state = 'PLANNED'
                      AND CONCAT_WS(' ', '', s.words, s.place, s.host, s.trainers)
                        LIKE sought.pattern COLLATE utf8mb4_unicode_520_ci ESCAPE '!')))))
            """;

    /** Public events that end at or after `since` and match, cancelled ones too; those that come after one of them. */
    @Query("SELECT e.*" + MATCHING + """
              AND (:afterStart IS NULL OR e.starts_at > :afterStart
                OR (e.starts_at = :afterStart AND e.id > :afterId))
            ORDER BY e.starts_at, e.id
            LIMIT :most""")
    List<Event> find(
            Instant since,
            @Nullable Instant until,
            @Nullable String kind,
            @Nullable String organisation,
            @Nullable String project,
            @Nullable String trainer,
            @Nullable String category,
            @Nullable String language,
            @Nullable String sought,
            @Nullable Instant afterStart,
            long afterId,
            int most);

    /** The ids of the first of them. */
    @Query("SELECT e.id" + MATCHING + """
            ORDER BY e.starts_at, e.id
            LIMIT :most""")
    List<Long> ids(
            Instant since,
            @Nullable Instant until,
            @Nullable String kind,
            @Nullable String organisation,
            @Nullable String project,
            @Nullable String trainer,
            @Nullable String category,
            @Nullable String language,
            @Nullable String sought,
            int most);

    /** Those of them that were over before an instant, the latest first. */
    @Query("SELECT e.*" + MATCHING + """
              AND e.ends_at < :before
            ORDER BY e.starts_at DESC, e.id DESC
            LIMIT :most OFFSET :skip""")
    List<Event> past(
            Instant before,
            Instant since,
            @Nullable Instant until,
            @Nullable String kind,
            @Nullable String organisation,
            @Nullable String project,
            @Nullable String trainer,
            @Nullable String category,
            @Nullable String language,
            @Nullable String sought,
            int skip,
            int most);

    /** Who leads what is to come of public events, a line for each name. */
    @Query("""
            SELECT DISTINCT s.trainers FROM session s JOIN event e ON e.id = s.event_id
            WHERE e.state <> 'DRAFT' AND e.visibility = 'PUBLIC' AND e.ends_at >= :now
              AND s.state = 'PLANNED' AND s.trainers <> ''""")
    List<String> trainers(Instant now);

    /** Every public event, for search engines. */
    @Query("""
            SELECT e.slug AS slug, e.changed_at AS changed_at FROM event e
            WHERE e.state <> 'DRAFT' AND e.visibility = 'PUBLIC'
            ORDER BY e.starts_at DESC, e.id DESC
            LIMIT :most""")
    List<PublicAddress> addresses(int most);
}
