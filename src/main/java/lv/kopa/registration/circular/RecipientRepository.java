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
    /** That of the mail, once there is one; who waits for one of a circular that was stopped gets none. */
    String STATE = """
             CASE WHEN m.state IS NOT NULL THEN m.state
                  WHEN c.state = 'WAITING' AND a.state = 'STOPPED' THEN 'STOPPED' ELSE c.state END AS state
            """;

    String FROM = """
            FROM circular_recipient c JOIN circular a ON a.id = c.circular_id
            JOIN registration r ON r.id = c.registration_id
            LEFT JOIN mail_outbox m
              ON c.state = 'PUT' AND m.mail_key = CONCAT('circular:', c.circular_id, ':', r.reference)
            """;

    Optional<Registration> findById(long id);

    List<Registration> findByIdIn(Collection<Long> ids);

    /** How many recipients are in a state: their own until their mail is in the outbox, then that of the mail. */
    @Introspected
    record Count(String state, long people) {}

    @Query("SELECT state, COUNT(*) AS people FROM (SELECT" + STATE + FROM
            + "WHERE c.circular_id = :circular) one GROUP BY state")
    List<Count> counts(long circular);

    @Query("SELECT r.id, r.reference, r.name, m.id AS mail, m.last_answer AS answer," + STATE + FROM
            + "WHERE c.circular_id = :circular AND r.id > :after ORDER BY r.id LIMIT :most")
    List<Recipient> page(long circular, long after, int most);
}
