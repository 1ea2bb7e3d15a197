package lv.kopa.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CategoryRepository extends GenericRepository<Category, Long> {
    @Query("SELECT * FROM category WHERE event_id IN (:events) ORDER BY event_id, position")
    List<Category> ofEvents(Collection<Long> events);

    /** Those of public events that are not over, the newest event's first. */
    @Query("""
            SELECT c.* FROM category c JOIN event e ON e.id = c.event_id
            WHERE e.state <> 'DRAFT' AND e.visibility = 'PUBLIC' AND e.ends_at >= :now
            ORDER BY e.id DESC, c.position""")
    List<Category> announced(Instant now);
}
