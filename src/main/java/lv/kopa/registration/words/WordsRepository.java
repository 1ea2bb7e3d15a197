package lv.kopa.registration.words;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface WordsRepository extends GenericRepository<Version, Long> {
    String NEWEST = """
             AND NOT EXISTS (SELECT 1 FROM own_words n
              WHERE n.organisation_id = w.organisation_id AND n.event_key = w.event_key AND n.occasion = w.occasion
                AND n.language = w.language AND n.version > w.version)""";

    Version save(Version version);

    /** What counts for a mail of an event: its own words first, then those of its organisation. */
    @Query("""
            SELECT w.* FROM own_words w
            WHERE w.organisation_id = :organisation AND w.language = :language
              AND ((w.event_key = :event AND w.occasion = :occasion) OR (w.event_key = 0 AND w.occasion = :general))
            """ + NEWEST + " ORDER BY w.event_key DESC")
    List<Version> inForce(long organisation, long event, String occasion, String general, String language);

    @Query("SELECT w.* FROM own_words w WHERE w.organisation_id = :organisation AND w.event_key = :event " + NEWEST)
    List<Version> current(long organisation, long event);

    /** The newest first. */
    @Query("""
            SELECT * FROM own_words WHERE organisation_id = :organisation AND event_key = :event
              AND occasion = :occasion AND language = :language
            ORDER BY version DESC LIMIT 100""")
    List<Version> versions(long organisation, long event, String occasion, String language);
}
