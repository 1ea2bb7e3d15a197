package lv.kopa.event.template;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.Event;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TemplateRepository extends GenericRepository<Event, Long> {
    @Query("""
            SELECT e.* FROM event_template t JOIN event e ON e.id = t.event_id
            WHERE e.organisation_id IN (:organisations) AND t.removed_at IS NULL ORDER BY e.id DESC""")
    List<Event> of(Collection<Long> organisations);

    @Query("SELECT event_id, kept_at, removed_at FROM event_template WHERE event_id = :event")
    Optional<Template> find(long event);

    /** 0 where it is one already. */
    @Query("INSERT IGNORE INTO event_template (event_id, kept_at) VALUES (:event, :now)")
    long keep(long event, Instant now);

    @Query("UPDATE event_template SET removed_at = :now WHERE event_id = :event AND removed_at IS NULL")
    long remove(long event, Instant now);

    @Query("UPDATE event_template SET removed_at = NULL WHERE event_id = :event AND removed_at IS NOT NULL")
    long putBack(long event);
}
