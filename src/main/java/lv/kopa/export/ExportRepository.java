package lv.kopa.export;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import lv.kopa.registration.Registration;

/** What belongs to all registrations of an event, asked for at once. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ExportRepository extends GenericRepository<Registration, Long> {

    /** A purpose that a person agrees to. */
    @Introspected
    record Agreement(long registrationId, String purpose) {}

    /** Who is registered has agreed to the privacy text. */
    @Query("""
            SELECT c.registration_id AS registration_id, c.purpose AS purpose
            FROM consent c JOIN registration r ON r.id = c.registration_id
            WHERE r.id IN (:people) AND c.withdrawn_at IS NULL
            UNION ALL
            SELECT id, 'PRIVACY' FROM registration WHERE id IN (:people) AND erased_at IS NULL
            ORDER BY purpose""")
    List<Agreement> agreements(Collection<Long> people);

    /** What a person said of the event by their name. */
    @Query("""
            SELECT a.question_id, q.label, c.label AS choice, q.kind = 'YES_NO' AS yes_no, a.given
            FROM feedback_sheet s JOIN feedback_answer a ON a.sheet_id = s.id
              JOIN feedback_question q ON q.id = a.question_id
              LEFT JOIN feedback_choice c ON q.kind IN ('CHOICE', 'CHOICES') AND c.question_id = q.id
                AND c.id = CAST(a.given AS UNSIGNED)
            WHERE s.registration_id = :registration ORDER BY q.position, q.id, a.place""")
    List<Said> opinions(long registration);
}
