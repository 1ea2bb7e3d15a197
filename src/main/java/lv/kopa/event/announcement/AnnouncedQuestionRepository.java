package lv.kopa.event.announcement;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import lv.kopa.event.question.Question;

/** Questions as organisers write them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AnnouncedQuestionRepository extends GenericRepository<Question, Long> {
    Question save(Question question);

    @Query("""
            UPDATE question SET position = :position, type = :type, label = :label, help = :help,
              is_required = :required, is_sensitive = :sensitive, stage = :stage, categories = :categories,
              shown_if = :shownIf, counts_as = :countsAs, withdrawn = :withdrawn
            WHERE id = :id""")
    void change(Question question);

    @Query("SELECT EXISTS (SELECT 1 FROM answer WHERE question_id = :id)")
    boolean isAnswered(long id);

    @Query("UPDATE question SET withdrawn = TRUE WHERE id = :id")
    void withdraw(long id);

    @Query("DELETE FROM question WHERE id = :id")
    void remove(long id);
}
