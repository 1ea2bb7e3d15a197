package lv.kopa.project;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ActivityRepository extends GenericRepository<Activity, Long> {
    Activity save(Activity activity);

    List<Activity> findByIdIn(Collection<Long> ids);

    @Query("SELECT * FROM activity WHERE project_id = :projectId ORDER BY LENGTH(number), number")
    List<Activity> ofProject(long projectId);

    @Query("""
            SELECT a.* FROM activity a JOIN project p ON p.id = a.project_id
            WHERE p.slug = :slug AND a.number = :number
            """)
    Optional<Activity> find(String slug, String number);

    /** Makes room for numbers to change hands. */
    @Query("UPDATE activity SET number = CONCAT('#', id) WHERE project_id = :projectId")
    void freeNumbers(long projectId);

    @Query("""
            UPDATE activity SET number = :number, title = :title, target_participants = :targetParticipants
            WHERE id = :id AND project_id = :projectId
            """)
    int change(
            long id,
            long projectId,
            String number,
            @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class) Translated title,
            @Nullable Integer targetParticipants);

    @Query("SELECT EXISTS (SELECT 1 FROM event WHERE activity_id = :id)")
    boolean hasEvents(long id);

    @Query("DELETE FROM activity WHERE id = :id")
    void delete(long id);
}
