package lv.kopa.feedback;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TermsRepository extends GenericRepository<Terms, Long> {
    @Query("SELECT * FROM feedback WHERE event_id = :event")
    Optional<Terms> find(long event);

    @Query("""
            INSERT INTO feedback (event_id, anonymous, hours_after, rating_shown)
            VALUES (:event, :anonymous, :hours, :shown)
            ON DUPLICATE KEY UPDATE anonymous = :anonymous, hours_after = :hours, rating_shown = :shown""")
    void settle(long event, boolean anonymous, int hours, boolean shown);

    /** Locks the row, so that nothing is changed while somebody answers. */
    @Query("SELECT * FROM feedback WHERE event_id = :event FOR UPDATE")
    Optional<Terms> lock(long event);

    @Query("UPDATE feedback SET opened_at = :at WHERE event_id = :event")
    void open(long event, @Nullable Instant at);

    @Query("UPDATE feedback SET mailed_at = :now WHERE event_id = :event AND mailed_at IS NULL")
    void mailed(long event, Instant now);

    @Query("SELECT COUNT(*) FROM feedback_given WHERE event_id = :event")
    long given(long event);

    /** Those whose time to write has come since. */
    @Query("""
            SELECT f.* FROM feedback f JOIN event e ON e.id = f.event_id
            WHERE f.opened_at IS NOT NULL AND f.mailed_at IS NULL AND e.state IN ('PUBLISHED', 'COMPLETED')
              AND GREATEST(f.opened_at, TIMESTAMPADD(HOUR, f.hours_after, e.ends_at)) > :since
              AND GREATEST(f.opened_at, TIMESTAMPADD(HOUR, f.hours_after, e.ends_at)) <= :now
            ORDER BY f.event_id""")
    List<Terms> due(Instant since, Instant now);
}
