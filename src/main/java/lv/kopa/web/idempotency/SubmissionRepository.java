package lv.kopa.web.idempotency;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SubmissionRepository extends GenericRepository<SubmissionRow, String> {
    Optional<SubmissionRow> findById(String hash);

    /** 1 for whoever comes first, 0 for everybody else. */
    @Query("INSERT IGNORE INTO submission (hash, fingerprint, lease, leased_until, began_at, answer)"
            + " VALUES (:hash, :fingerprint, :lease, :leasedUntil, :beganAt, '')")
    int begin(String hash, String fingerprint, String lease, Instant leasedUntil, Instant beganAt);

    /** 1 for whoever takes over first from an attempt that is over. */
    @Query("UPDATE submission SET fingerprint = :fingerprint, lease = :lease, leased_until = :leasedUntil,"
            + " began_at = :beganAt, answer = '' WHERE hash = :hash AND lease = :over")
    int takeOver(String hash, String over, String fingerprint, String lease, Instant leasedUntil, Instant beganAt);

    @Query("UPDATE submission SET answer = :answer WHERE hash = :hash AND lease = :lease")
    int finish(String hash, String lease, byte[] answer);

    @Query("DELETE FROM submission WHERE hash = :hash AND lease = :lease AND answer = ''")
    int giveUp(String hash, String lease);

    @UnitOfWork
    @Query("DELETE FROM submission WHERE began_at < :before LIMIT 5000")
    int deleteSome(Instant before);
}
