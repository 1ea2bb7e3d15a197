package lv.kopa.registration.circular;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.registration.Registration;

/** The people whom circulars go to. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RecipientRepository extends GenericRepository<Registration, Long> {
    Optional<Registration> findById(long id);

    List<Registration> findByIdIn(Collection<Long> ids);

    /** How many recipients are in a state: their own until their mail is in the outbox, then that of the mail. */
    @Introspected
    record Count(String state, long people) {}

    @Query("""
            SELECT COALESCE(m.state, c.state) AS state, COUNT(*) AS people
            FROM circular_recipient c JOIN registration r ON r.id = c.registration_id
            LEFT JOIN mail_outbox m
              ON c.state = 'PUT' AND m.mail_key = CONCAT('circular:', c.circular_id, ':', r.reference)
            WHERE c.circular_id = :circular GROUP BY COALESCE(m.state, c.state)""")
    List<Count> counts(long circular);

    @Query("SELECT COALESCE(SUM(people), 0) FROM circular_recipient WHERE circular_id = :circular")
    long reached(long circular);

    @Query("""
            SELECT r.id, r.reference, r.name, COALESCE(m.state, c.state) AS state, m.id AS mail, m.last_answer AS answer
            FROM circular_recipient c JOIN registration r ON r.id = c.registration_id
            LEFT JOIN mail_outbox m
              ON c.state = 'PUT' AND m.mail_key = CONCAT('circular:', c.circular_id, ':', r.reference)
            WHERE c.circular_id = :circular AND r.id > :after ORDER BY r.id LIMIT :most""")
    List<Recipient> page(long circular, long after, int most);
}
