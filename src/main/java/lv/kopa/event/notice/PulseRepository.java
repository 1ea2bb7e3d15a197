package lv.kopa.event.notice;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import lv.kopa.event.Event;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PulseRepository extends GenericRepository<Event, Long> {
    /** Differs from what it was before as soon as an event, an organisation or a project was changed. */
    @Query("""
            SELECT CONCAT_WS('-', (SELECT revision FROM event_revision WHERE id = 1),
              (SELECT CONCAT_WS('-', COUNT(*), SUM(version)) FROM organisation),
              (SELECT CONCAT_WS('-', COUNT(*), SUM(version)) FROM project))""")
    String revision();
}
