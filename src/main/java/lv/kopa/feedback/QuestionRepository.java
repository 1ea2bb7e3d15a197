package lv.kopa.feedback;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;

@JdbcRepository(dialect = Dialect.MYSQL)
interface QuestionRepository extends GenericRepository<Question, Long> {
    Question save(Question question);

    @Query("SELECT * FROM feedback_question WHERE event_id = :event ORDER BY position, id")
    List<Question> of(long event);

    @Query("""
            UPDATE feedback_question SET kind = :kind, label = :label, is_required = :required WHERE id = :id""")
    void change(
            long id,
            Kind kind,
            @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class) Translated label,
            boolean required);

    @Query("UPDATE feedback_question SET position = :position WHERE id = :id")
    void place(long id, int position);

    @Query("DELETE FROM feedback_question WHERE id = :id")
    void remove(long id);
}
