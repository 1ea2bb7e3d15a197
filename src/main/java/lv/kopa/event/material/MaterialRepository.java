package lv.kopa.event.material;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MaterialRepository extends GenericRepository<Material, Long> {
    Material save(Material material);

    @Query("SELECT * FROM material WHERE event_id = :event ORDER BY position, id")
    List<Material> of(long event);

    @Query("SELECT * FROM material WHERE id = :id AND event_id = :event")
    Optional<Material> find(long event, long id);

    @Query("""
            UPDATE material SET title = :title, about = :about, address = :address, file_id = :fileId, visible = :visible,
              for_everybody = :forEverybody, told_at = :toldAt, version = version + 1
            WHERE id = :id AND version = :version""")
    long change(
            long id,
            int version,
            @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class) Translated title,
            @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class) Translated about,
            @Nullable String address,
            @Nullable Long fileId,
            Showing visible,
            boolean forEverybody,
            @Nullable Instant toldAt);

    @Query("UPDATE material SET position = :position WHERE id = :id")
    void place(long id, int position);

    @Query("DELETE FROM material WHERE id = :id")
    long remove(long id);

    /** Takes it on oneself to tell people of it; 0 where somebody else has. */
    @Query("UPDATE material SET told_at = :now WHERE id = :id AND told_at IS NULL")
    long takeTelling(long id, Instant now);

    @Query("UPDATE event_revision SET revision = revision + 1, changed_at = :now WHERE id = 1")
    void advanceRevision(Instant now);
}
