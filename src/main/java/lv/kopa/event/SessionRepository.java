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

    @Query("SELECT * FROM session WHERE event_id IN (:events) ORDER BY event_id, starts_at, id")
    List<Session> ofEvents(Collection<Long> events);
}
