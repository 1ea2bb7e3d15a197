package lv.kopa.feedback.answer;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import lv.kopa.registration.Registration;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AnswerRepository extends GenericRepository<Registration, Long> {
    /** Of a registration: whether its person was there, or has a place where nobody wrote down who was. */
    String PRESENT = """
            r.event_id = :event AND r.status = 'CONFIRMED' AND r.name <> ''
              AND (EXISTS (SELECT 1 FROM attendance t JOIN session s ON s.id = t.session_id
                  WHERE s.event_id = :event AND t.registration_id = r.id AND t.standing = 1)
                OR NOT EXISTS (SELECT 1 FROM attendance t JOIN session s ON s.id = t.session_id
                  WHERE s.event_id = :event AND t.standing = 1))
            """;

    /** The next of those who are asked. */
    @Query("SELECT r.* FROM registration r WHERE r.id > :after AND " + PRESENT + " ORDER BY r.id LIMIT 500")
    List<Registration> asked(long event, long after);

    @Query("SELECT EXISTS(SELECT 1 FROM registration r WHERE r.id = :registration AND " + PRESENT + ")")
    boolean isAsked(long event, long registration);

    @Query("SELECT EXISTS(SELECT 1 FROM feedback_given WHERE registration_id = :registration)")
    boolean hasGiven(long registration);

    /** Does nothing where the person has answered. */
    @Query("INSERT IGNORE INTO feedback_given (registration_id, event_id) VALUES (:registration, :event)")
    long give(long registration, long event);

    @Query("INSERT INTO feedback_sheet (id, event_id, registration_id) VALUES (:sheet, :event, :registration)")
    void addSheet(String sheet, long event, @Nullable Long registration);

    @Query(
            "INSERT INTO feedback_answer (sheet_id, question_id, place, given) VALUES (:sheet, :question, :place, :given)")
    void addAnswer(String sheet, long question, int place, String given);

    @Query("""
            DELETE FROM feedback_answer
            WHERE sheet_id IN (SELECT id FROM feedback_sheet WHERE registration_id = :registration)
              AND question_id IN (SELECT id FROM feedback_question WHERE kind = 'TEXT')""")
    void removeWords(long registration);

    @Query("UPDATE feedback_sheet SET registration_id = NULL WHERE registration_id = :registration")
    void unname(long registration);

    /** Events that ended before, and have sheets with names. */
    @Query("""
            SELECT e.id FROM event e WHERE e.ends_at < :before
              AND EXISTS(SELECT 1 FROM feedback_sheet s WHERE s.event_id = e.id AND s.registration_id IS NOT NULL)
            ORDER BY e.id""")
    List<Long> eventsWithOldNames(Instant before);

    @Query("UPDATE feedback_sheet SET registration_id = NULL WHERE event_id = :event AND registration_id IS NOT NULL")
    long unnameAll(long event);
}
