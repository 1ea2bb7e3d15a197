package lv.kopa.event.question;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface QuestionRepository extends GenericRepository<Question, Long> {
    @Query("SELECT * FROM question WHERE event_id IN (:events) ORDER BY event_id, position, id")
    List<Question> ofEvents(Collection<Long> events);
}
