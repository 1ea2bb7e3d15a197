package lv.kopa.organisation.oidc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.organisation.Person;

@JdbcRepository(dialect = Dialect.MYSQL)
interface IdentityRepository extends GenericRepository<Person, Long> {
    @Query("SELECT person_id FROM person_identity WHERE issuer = :issuer AND subject = :subject")
    Optional<Long> personOf(String issuer, String subject);

    @Query("SELECT subject FROM person_identity WHERE person_id = :personId AND issuer = :issuer")
    Optional<String> subjectOf(long personId, String issuer);

    /** Binds neither where the person has another identity there, or the identity another person. */
    @Query("""
            INSERT INTO person_identity (person_id, issuer, subject, bound_at)
            VALUES (:personId, :issuer, :subject, :now)
            ON DUPLICATE KEY UPDATE person_id = person_id""")
    void bind(long personId, String issuer, String subject, Instant now);

    @Query("DELETE FROM person_identity WHERE person_id = :personId")
    int forget(long personId);
}
