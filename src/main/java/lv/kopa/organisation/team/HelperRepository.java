package lv.kopa.organisation.team;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import lv.kopa.organisation.Role;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HelperRepository extends GenericRepository<Helper, Long> {
    String HELPERS = """
            SELECT p.id AS person_id, p.name, p.email, r.role, e.id AS event_id, e.slug AS event_slug,
              e.title AS event_title
            FROM event_role r JOIN person p ON p.id = r.person_id JOIN event e ON e.id = r.event_id
            """;

    @Query(HELPERS + "WHERE r.event_id = :eventId")
    List<Helper> of(long eventId);

    @Query(HELPERS
            + "WHERE e.organisation_id = :organisationId ORDER BY e.starts_at IS NOT NULL, e.starts_at DESC, e.id")
    List<Helper> ofOrganisation(long organisationId);

    @Query("SELECT role FROM event_role WHERE person_id = :personId AND event_id = :eventId")
    Optional<Role> role(long personId, long eventId);

    @Query("""
            INSERT INTO event_role (person_id, event_id, role) VALUES (:personId, :eventId, :role)
            ON DUPLICATE KEY UPDATE role = :role
            """)
    void give(long personId, long eventId, Role role);

    @Query("DELETE FROM event_role WHERE person_id = :personId AND event_id = :eventId")
    int take(long personId, long eventId);
}
