package lv.kopa.event.picture;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.notice.OutcomePicture;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OutcomePictureRepository extends GenericRepository<OutcomePicture, Long> {
    @Query("SELECT id, name, shows FROM outcome_picture WHERE event_id = :event ORDER BY id")
    List<OutcomePicture> of(long event);

    /** The same picture once more is described anew. */
    @Query("""
            INSERT INTO outcome_picture (event_id, name, shows, wide, narrow)
            VALUES (:event, :name, :shows, :wide, :narrow) ON DUPLICATE KEY UPDATE shows = :shows""")
    void add(
            long event,
            String name,
            @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class) Translated shows,
            byte[] wide,
            byte[] narrow);

    @Query("DELETE FROM outcome_picture WHERE event_id = :event AND id = :id")
    long remove(long event, long id);

    @Query("""
            SELECT wide AS content FROM outcome_picture
            WHERE name = :name AND event_id = (SELECT id FROM event WHERE slug = :slug)""")
    Optional<Jpeg> wide(String slug, String name);

    @Query("""
            SELECT narrow AS content FROM outcome_picture
            WHERE name = :name AND event_id = (SELECT id FROM event WHERE slug = :slug)""")
    Optional<Jpeg> narrow(String slug, String name);
}
