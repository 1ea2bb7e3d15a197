package lv.kopa.registration.delegation;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import lv.kopa.database.Meeting;

/** A delegation's places without their guard: looks first and fills afterwards, as one would who knows no better. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(AllotmentRepository.class)
@Requires(property = "spec.name", value = "unguarded-delegations")
interface UnguardedAllotments extends AllotmentRepository {
    Meeting MEETING = new Meeting();

    @Query("SELECT COUNT(*) FROM delegation_places WHERE id = :id AND filled < places")
    long free(long id);

    @Query("UPDATE delegation_places SET filled = filled + 1 WHERE id = :id")
    long count(long id);

    @Override
    default long fill(long id) {
        long free = free(id);
        MEETING.join();
        return free == 0 ? 0 : count(id);
    }

    @Override
    @Query("UPDATE delegation_places SET places = :places WHERE id = :id")
    long resize(long id, int places);
}
