package lv.kopa.event.question;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ChoiceRepository extends GenericRepository<Choice, Long> {
    @Query("SELECT * FROM choice WHERE question_id IN (:questions) ORDER BY question_id, position, id")
    List<Choice> ofQuestions(Collection<Long> questions);
}
