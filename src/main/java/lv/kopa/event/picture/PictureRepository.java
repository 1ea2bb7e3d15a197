package lv.kopa.event.picture;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PictureRepository extends GenericRepository<Event, Long> {
    @Query("""
            INSERT INTO event_picture (event_id, name, wide, narrow) VALUES (:event, :name, :wide, :narrow)
            ON DUPLICATE KEY UPDATE name = VALUES(name), wide = VALUES(wide), narrow = VALUES(narrow)""")
    void keep(long event, String name, byte[] wide, byte[] narrow);

    @Query("""
            INSERT INTO event_picture (event_id, name, wide, narrow)
            SELECT :to, name, wide, narrow FROM event_picture WHERE event_id = :from""")
    long copy(long from, long to);

    @Query("DELETE FROM event_picture WHERE event_id = :event")
    void remove(long event);

    @Query("UPDATE event SET picture = :name, version = version + 1, changed_at = :now WHERE id = :event")
    void show(long event, @Nullable String name, Instant now);

    @Query("UPDATE event SET picture_shows = :words, version = version + 1, changed_at = :now WHERE id = :event")
    void describe(
            long event,
            @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class) Translated words,
            Instant now);

    @Query("""
            SELECT wide AS content FROM event_picture
            WHERE name = :name AND event_id = (SELECT id FROM event WHERE slug = :slug)""")
    Optional<Jpeg> wide(String slug, String name);

    @Query("""
            SELECT narrow AS content FROM event_picture
            WHERE name = :name AND event_id = (SELECT id FROM event WHERE slug = :slug)""")
    Optional<Jpeg> narrow(String slug, String name);
}
