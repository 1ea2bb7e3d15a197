package lv.kopa.event.copy.making;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import lv.kopa.event.Event;

/** Which events were made by which form. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CopyRepository extends GenericRepository<Event, Long> {
    @Query(
            "SELECT e.* FROM event_copy c JOIN event e ON e.id = c.event_id WHERE c.submission = :submission ORDER BY e.id")
    List<Event> of(String submission);

    @Query("INSERT INTO event_copy (submission, event_id) VALUES (:submission, :event)")
    void keep(String submission, long event);
}
