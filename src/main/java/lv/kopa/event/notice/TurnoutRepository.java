package lv.kopa.event.notice;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import lv.kopa.event.Event;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TurnoutRepository extends GenericRepository<Event, Long> {
    @Query("""
            SELECT COUNT(DISTINCT a.registration_id) FROM attendance a JOIN session s ON s.id = a.session_id
            WHERE s.event_id = :event AND a.standing = 1""")
    int of(long event);
}
