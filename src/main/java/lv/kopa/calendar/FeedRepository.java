package lv.kopa.calendar;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import lv.kopa.database.UnitOfWork;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FeedRepository extends GenericRepository<FeedState, String> {
    /** As long as a key may be. */
    int LONGEST_KEY = 200;

    /** HTTP knows only seconds, so a second change within one is dated a second later. */
    @UnitOfWork
    @Query("""
            INSERT INTO feed (feed_key, fingerprint, changed_at) VALUES (:key, :fingerprint, :now)
            ON DUPLICATE KEY UPDATE
              changed_at = IF(fingerprint = :fingerprint, changed_at, GREATEST(:now, changed_at + INTERVAL 1 SECOND)),
              fingerprint = :fingerprint""")
    void note(String key, String fingerprint, Instant now);

    @Query("SELECT changed_at FROM feed WHERE feed_key = :key")
    Instant changedAt(String key);
}
