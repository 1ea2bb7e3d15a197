package lv.kopa.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SessionRepository extends GenericRepository<Session, Long> {
    Optional<Session> findById(long id);

    /**
     * Clocks come as the text that they are read from, under their own names before the columns of these names: the driver
     * takes longer to write one than to read all else of a session.
     */
    @Query("""
            SELECT CAST(s.starts_on AS CHAR) AS starts_on, CAST(s.ends_on AS CHAR) AS ends_on, s.* FROM session s
            WHERE s.event_id IN (:events) ORDER BY s.event_id, s.starts_at, s.id""")
    List<Session> ofEvents(Collection<Long> events);
}
