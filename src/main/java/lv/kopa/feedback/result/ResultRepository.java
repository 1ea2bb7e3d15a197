package lv.kopa.feedback.result;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import lv.kopa.registration.Registration;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ResultRepository extends GenericRepository<Registration, Long> {
    @Query("SELECT COUNT(*) FROM feedback_sheet WHERE event_id = :event")
    long sheets(long event);

    /** How often something was answered. */
    @Introspected
    record Count(long questionId, String given, long number) {}

    @Query("""
            SELECT a.question_id, a.given, COUNT(*) AS number
            FROM feedback_question q JOIN feedback_answer a ON a.question_id = q.id
            WHERE q.event_id = :event AND q.kind <> 'TEXT' GROUP BY a.question_id, a.given""")
    List<Count> counts(long event);

    /** How many answered a question at all. */
    @Introspected
    record Answered(long questionId, long number) {}

    @Query("""
            SELECT a.question_id, COUNT(DISTINCT a.sheet_id) AS number
            FROM feedback_question q JOIN feedback_answer a ON a.question_id = q.id
            WHERE q.event_id = :event GROUP BY a.question_id""")
    List<Answered> answered(long event);

    /** What somebody wrote; the name is null where the sheet has none. */
    @Introspected
    record Said(long questionId, String given, @Nullable String name) {}

    @Query("""
            SELECT a.question_id, a.given, r.name
            FROM feedback_question q JOIN feedback_answer a ON a.question_id = q.id
              JOIN feedback_sheet s ON s.id = a.sheet_id LEFT JOIN registration r ON r.id = s.registration_id
            WHERE q.event_id = :event AND q.kind = 'TEXT' ORDER BY a.sheet_id LIMIT 2000""")
    List<Said> texts(long event);

    /** One value of an answer of a sheet. */
    @Introspected
    record Cell(
            String sheetId,
            @Nullable String name,
            @Nullable Long questionId,
            @Nullable String given) {}

    @Query("""
            SELECT s.id AS sheet_id, r.name, a.question_id, a.given
            FROM feedback_sheet s LEFT JOIN registration r ON r.id = s.registration_id
              LEFT JOIN feedback_answer a ON a.sheet_id = s.id
            WHERE s.event_id = :event ORDER BY s.id, a.question_id, a.place""")
    List<Cell> cells(long event);
}
