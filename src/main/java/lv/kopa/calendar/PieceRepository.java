package lv.kopa.calendar;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import lv.kopa.calendar.FeedPiece.Missing;

/** Entries of feeds as they are kept. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PieceRepository extends GenericRepository<FeedPiece, String> {
    /**
     * The events of a JSON array of ids; joined in this order, as else the array is read again for every event.
     * Organisations and projects go by their versions, which rise with every change; of events and sessions the digests
     * have all that is written.
     */
    String EVENTS = """
            FROM JSON_TABLE(:events, '$[*]' COLUMNS (id BIGINT PATH '$')) asked
              JOIN event e ON e.id = asked.id
              JOIN organisation o ON o.id = e.organisation_id
              LEFT JOIN activity a ON a.id = e.activity_id
              LEFT JOIN project p ON p.id = a.project_id
            """;

    String OF_EVENT = """
            e.slug, e.kind, e.state, e.title, e.description, e.sequence, e.created_at, e.changed_at,
              o.id, o.version, a.id, p.version""";

    /** Which build of the program writes, where; the beginning of a digest, so that an entry says who wrote it. */
    String WRITER = "LEFT(SHA2(:writer, 256), 16)";

    String DIGEST = "CONCAT(" + WRITER + ", LEFT(SHA2(JSON_ARRAY(" + OF_EVENT;

    /** An entry for each session, and one for all the days of a study visit of several, as calendars show an event. */
    String WANTED = "(SELECT STRAIGHT_JOIN e.id AS event_id, s.uid AS uid, " + DIGEST + """
              , s.title, s.starts_on, s.ends_on, s.time_zone, s.place, s.online_url, s.host, s.trainers, s.state,
              s.sequence, s.created_at, s.changed_at), 256), 48)) AS digest
            """ + EVENTS
            + """
              JOIN session s ON s.event_id = e.id
            UNION ALL
            SELECT STRAIGHT_JOIN e.id AS event_id, e.uid AS uid,\s""" + DIGEST + """
              , MIN(s.starts_on), MAX(s.ends_on), SUM(s.state = 'PLANNED'),
              MIN(IF(s.state = 'PLANNED', s.starts_on, NULL)), MAX(IF(s.state = 'PLANNED', s.ends_on, NULL))), 256), 48)) AS digest
            """ + EVENTS + """
              JOIN session s ON s.event_id = e.id
            WHERE e.kind = 'STUDY_VISIT'
            GROUP BY e.id, o.id, a.id, p.id
            HAVING COUNT(*) > 1) w
            LEFT JOIN feed_piece k ON k.uid = w.uid AND k.language = :language
              AND k.digest = CONVERT(w.digest USING ascii) COLLATE ascii_bin""";

    /** In one row, as a row for each takes a program that has just begun a second to read. */
    @Query("""
            SELECT COUNT(*) AS wanted, COUNT(k.uid) AS kept, MAX(k.changed_at) AS changed_at,
              GROUP_CONCAT(DISTINCT k.zone SEPARATOR '\n') AS zones,
              COALESCE(SUM(LENGTH(k.octets)), 0) AS length,
              COALESCE(GROUP_CONCAT(k.octets ORDER BY k.starts_at, k.uid SEPARATOR ''), '') AS octets
            FROM\s""" + WANTED)
    KeptEntries kept(String events, String language, String writer);

    @Query("SELECT w.event_id, w.uid, w.digest FROM " + WANTED + " WHERE k.uid IS NULL")
    List<Missing> missing(String events, String language, String writer);

    /** The same but for what another build of the program has written, unless that is to be written over. */
    @Query("SELECT w.event_id, w.uid, w.digest FROM " + WANTED
            + " LEFT JOIN feed_piece old ON old.uid = w.uid AND old.language = :language"
            + " WHERE k.uid IS NULL AND (:over OR old.uid IS NULL OR LEFT(old.digest, 16) = CONVERT(" + WRITER
            + " USING ascii) COLLATE ascii_bin)")
    List<Missing> missingAhead(String events, String language, String writer, boolean over);

    @Query("""
            INSERT INTO feed_piece
              (uid, language, event_id, digest, starts_at, changed_at, zone, octets)
            VALUES (:uid, :language, :eventId, :digest, :startsAt, :changedAt, :zone, :octets)
            ON DUPLICATE KEY UPDATE digest = VALUES(digest), starts_at = VALUES(starts_at),
              changed_at = VALUES(changed_at), zone = VALUES(zone), octets = VALUES(octets)""")
    void keep(List<FeedPiece> pieces);
}
