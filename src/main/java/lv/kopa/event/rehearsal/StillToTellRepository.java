package lv.kopa.event.rehearsal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import lv.kopa.event.Event;

/** Reads what those write down who tell people of changes. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface StillToTellRepository extends GenericRepository<Event, Long> {
    @Query("""
            SELECT COUNT(*) FROM change_to_tell t JOIN event_change c ON c.id = t.change_id
            WHERE c.event_id = :event""")
    long of(long event);
}
