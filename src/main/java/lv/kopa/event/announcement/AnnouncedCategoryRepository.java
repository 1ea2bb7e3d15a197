package lv.kopa.event.announcement;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import lv.kopa.event.Category;
import org.jspecify.annotations.Nullable;

/** Kinds of place as organisers write them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AnnouncedCategoryRepository extends GenericRepository<Category, Long> {
    Category save(Category category);

    @Query("""
            UPDATE category SET name = :name, description = :description, position = :position
            WHERE id = :id""")
    void change(Category category);

    /** Gives it as many places; 0 where more are taken. */
    @Query("UPDATE category SET places = :places WHERE id = :id AND (:places IS NULL OR places_taken <= :places)")
    long allot(long id, @Nullable Integer places);

    @Query("""
            SELECT EXISTS (SELECT 1 FROM registration WHERE category_id = :id)
               OR EXISTS (SELECT 1 FROM delegation_places WHERE category_id = :id)
               OR EXISTS (SELECT 1 FROM place_offer WHERE category_id = :id)
               OR EXISTS (SELECT 1 FROM invitation WHERE category_id = :id)""")
    boolean isUsed(long id);

    @Query("DELETE FROM category WHERE id = :id")
    void remove(long id);
}
