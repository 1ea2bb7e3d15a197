package lv.kopa.registration.confirmation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HeldRepository extends GenericRepository<Registration, Long> {
    Optional<Registration> findById(long id);

    /** Ends it without a way back by its person's own page. */
    @Query("""
            UPDATE registration SET status = 'CANCELLED', queue_number = NULL, changed_at = :now,
              revision = revision + 1, given_up_from = NULL, given_up_queue = NULL
            WHERE id = :registration""")
    void end(long registration, Instant now);
}
