package lv.kopa.report;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lv.kopa.registration.Registration;

/** What organisers said of registrations that look alike. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PairRepository extends GenericRepository<Registration, Long> {
    /**
     * A decision, by what the persons of the two registrations are known by now: whoever registers again with the same
     * address is known by it, and who was erased by that registration alone.
     */
    @Introspected
    record Decision(long first, long second, String firstKey, String secondKey, boolean onePerson) {
        Set<String> keys() {
            return Set.of(firstKey, secondKey);
        }

        /** Whether it still says something: the two may have become one address since. */
        boolean counts() {
            return !firstKey.equals(secondKey);
        }
    }

    @Query("""
            SELECT d.first_registration AS first, d.second_registration AS second, a.email_key AS first_key,
              b.email_key AS second_key, d.one_person
            FROM person_pair d JOIN registration a ON a.id = d.first_registration
            JOIN registration b ON b.id = d.second_registration JOIN event e ON e.id = a.event_id
            WHERE e.organisation_id = :organisation
              OR e.activity_id IN (SELECT id FROM activity WHERE project_id = :project)
            ORDER BY d.decided_at""")
    List<Decision> decisions(long organisation, long project);

    @Query("""
            INSERT INTO person_pair (first_registration, second_registration, one_person, decided_at, decided_by)
            VALUES (:first, :second, :onePerson, :now, :actor)
            ON DUPLICATE KEY UPDATE one_person = :onePerson, decided_at = :now, decided_by = :actor""")
    void decide(long first, long second, boolean onePerson, Instant now, String actor);
}
