package lv.kopa.feedback;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ChoiceRepository extends GenericRepository<Choice, Long> {
    Choice save(Choice choice);

    @Query("""
            SELECT c.* FROM feedback_choice c JOIN feedback_question q ON q.id = c.question_id
            WHERE q.event_id = :event ORDER BY c.question_id, c.position, c.id""")
    List<Choice> of(long event);

    @Query("DELETE FROM feedback_choice WHERE question_id = :question")
    void removeOf(long question);
}
