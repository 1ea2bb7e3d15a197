package lv.kopa.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CategoryRepository extends GenericRepository<Category, Long> {
    Category save(Category category);

    @Query("SELECT * FROM category WHERE event_id IN (:events) ORDER BY event_id, position")
    List<Category> ofEvents(Collection<Long> events);

    @Query("""
            UPDATE category SET name = :name, position = :position
            WHERE id = :id""")
    void change(Category category);

    /** Gives it as many places; 0 where more are taken. */
    @Query("UPDATE category SET places = :places WHERE id = :id AND (:places IS NULL OR places_taken <= :places)")
    long allot(long id, @Nullable Integer places);

    @Query("SELECT EXISTS (SELECT 1 FROM registration WHERE category_id = :id)")
    boolean isUsed(long id);

    @Query("DELETE FROM category WHERE id = :id")
    void remove(long id);
}
