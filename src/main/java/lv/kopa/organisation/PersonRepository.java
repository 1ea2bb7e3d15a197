package lv.kopa.organisation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PersonRepository extends GenericRepository<Person, Long> {
    Person save(Person person);

    Optional<Person> findById(long id);

    Optional<Person> findByEmail(String email);

    @Query("SELECT EXISTS (SELECT 1 FROM person)")
    boolean any();

    @Query("""
            SELECT o.id AS organisation_id, o.slug, o.name, m.role
            FROM membership m JOIN organisation o ON o.id = m.organisation_id
            WHERE m.person_id = :personId
            ORDER BY o.name
            """)
    List<Membership> memberships(long personId);

    @Query("""
            INSERT INTO membership (person_id, organisation_id, role) VALUES (:personId, :organisationId, :role)
            ON DUPLICATE KEY UPDATE role = :role
            """)
    void join(long personId, long organisationId, Role role);
}
