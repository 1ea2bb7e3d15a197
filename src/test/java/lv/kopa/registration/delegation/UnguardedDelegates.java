package lv.kopa.registration.delegation;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.time.Instant;
import lv.kopa.database.Meeting;

/** People who leave a delegation as often as somebody takes them out. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(DelegateRepository.class)
@Requires(property = "spec.name", value = "unguarded-delegations")
interface UnguardedDelegates extends DelegateRepository {
    Meeting MEETING = new Meeting();

    @Query("UPDATE delegation_member SET left_at = :now, email_key = NULL WHERE id = :id")
    long go(long id, Instant now);

    @Override
    default long leave(long id, Instant now) {
        MEETING.join();
        return go(id, now);
    }
}
