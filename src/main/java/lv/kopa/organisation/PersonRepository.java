package lv.kopa.organisation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import lv.kopa.text.Language;

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
            SELECT e.id AS event_id, e.slug AS event_slug, o.id AS organisation_id, o.slug, o.name, r.role
            FROM event_role r JOIN event e ON e.id = r.event_id JOIN organisation o ON o.id = e.organisation_id
            WHERE r.person_id = :personId
            ORDER BY e.id
            """)
    List<EventRole> eventRoles(long personId);

    @Query("""
            INSERT INTO membership (person_id, organisation_id, role) VALUES (:personId, :organisationId, :role)
            ON DUPLICATE KEY UPDATE role = :role
            """)
    void join(long personId, long organisationId, Role role);

    /** Others who change this team wait until the transaction is over. */
    @Query("SELECT id FROM organisation WHERE id = :organisationId FOR UPDATE")
    Optional<Long> lockTeam(long organisationId);

    @Query("SELECT role FROM membership WHERE person_id = :personId AND organisation_id = :organisationId")
    Optional<Role> role(long personId, long organisationId);

    @Query("DELETE FROM membership WHERE person_id = :personId AND organisation_id = :organisationId")
    int leave(long personId, long organisationId);

    @Query("UPDATE organisation SET owners = owners + 1 WHERE id = :organisationId")
    void countOwner(long organisationId);

    /** 0 where it is the last one. */
    @Query("UPDATE organisation SET owners = owners - 1 WHERE id = :organisationId AND owners > 1")
    int discountOwner(long organisationId);

    @Query("""
            SELECT p.id AS person_id, p.name, p.email, m.role
            FROM membership m JOIN person p ON p.id = m.person_id
            WHERE m.organisation_id = :organisationId
            """)
    List<Member> team(long organisationId);

    @Query("UPDATE person SET name = :name, language = :language WHERE id = :id")
    void describe(long id, String name, Language language);

    @Query("UPDATE person SET password_hash = :passwordHash WHERE id = :id")
    void changePassword(long id, String passwordHash);
}
