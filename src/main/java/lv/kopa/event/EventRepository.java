package lv.kopa.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EventRepository extends GenericRepository<Event, Long> {
    Optional<Event> findById(long id);

    Optional<Event> findBySlug(String slug);

    List<Event> findByIdIn(Collection<Long> ids);

    String NO_TEMPLATES = """
             AND NOT EXISTS (SELECT 1 FROM event_template t WHERE t.event_id = event.id)
            ORDER BY starts_at IS NOT NULL, starts_at DESC, id DESC""";

    /** Those of the ids that are no template. */
    @Query("SELECT * FROM event WHERE id IN (:ids)" + NO_TEMPLATES)
    List<Event> noTemplates(Collection<Long> ids);

    @Query("SELECT * FROM event WHERE organisation_id IN (:organisations)" + NO_TEMPLATES)
    List<Event> ofOrganisations(Collection<Long> organisations);
}
