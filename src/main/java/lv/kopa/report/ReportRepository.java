package lv.kopa.report;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import lv.kopa.attendance.Attendance;
import lv.kopa.event.Session;
import lv.kopa.event.question.Trait;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import org.jspecify.annotations.Nullable;

/** What a report counts, of a whole project at once: how often it is asked does not grow with the events. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ReportRepository extends GenericRepository<Registration, Long> {
    String OF_PROJECT = """
             JOIN event e ON e.id = r.event_id JOIN activity p ON p.id = e.activity_id
            WHERE p.project_id = :project AND e.state IN ('PUBLISHED', 'COMPLETED')
            """;

    @Query("""
            SELECT e.id FROM event e JOIN activity p ON p.id = e.activity_id
            WHERE p.project_id = :project AND e.state IN ('PUBLISHED', 'COMPLETED')""")
    List<Long> events(long project);

    /** What of a registration counts, and shows who it is; all of it would take twice as long to read. */
    @Introspected
    record Participant(
            long id,
            String reference,
            long eventId,
            @Nullable Long categoryId,
            RegistrationStatus status,
            String name,
            String email,
            String emailKey,
            @Nullable String phone,
            @Nullable String organisation) {
        /** Nothing where there is none. */
        @Nullable
        String address() {
            return email.equals(Registration.NOBODY) ? null : email;
        }

        boolean confirmed() {
            return status == RegistrationStatus.CONFIRMED;
        }
    }

    /** Those who have a place, and those who were there though they have none any more. */
    @Query("""
            SELECT r.id, r.reference, r.event_id, r.category_id, r.status, r.name, r.email,
              r.email_key, r.phone, r.organisation
            FROM registration r""" + OF_PROJECT + """
             AND (r.status = 'CONFIRMED' OR EXISTS (
               SELECT 1 FROM attendance t WHERE t.registration_id = r.id AND t.withdrawn_at IS NULL))
            ORDER BY r.id""")
    List<Participant> people(long project);

    /** That somebody was at a session, from and until when where that was not all of it; more of it takes longer to read. */
    @Introspected
    record Presence(
            long sessionId,
            long registrationId,
            @Nullable String cameOn,
            @Nullable String leftOn) {
        Duration time(Session session) {
            return Attendance.time(session, clock(cameOn), clock(leftOn));
        }

        private static @Nullable LocalDateTime clock(@Nullable String read) {
            return read == null ? null : LocalDateTime.parse(read.replace(' ', 'T'));
        }
    }

    @Query("""
            SELECT t.session_id, t.registration_id, CAST(t.came_on AS CHAR) AS came_on, CAST(t.left_on AS CHAR) AS left_on
            FROM attendance t JOIN registration r ON r.id = t.registration_id""" + OF_PROJECT + " AND t.withdrawn_at IS NULL ORDER BY t.id")
    List<Presence> presences(long project);

    /** What somebody answered to a question that counts: a country, or the choice of this id. */
    @Introspected
    record Told(
            long registrationId,
            Trait trait,
            @Nullable String country,
            @Nullable Long choiceId) {}

    @Query("""
            SELECT a.registration_id, q.counts_as AS trait, a.given AS country, a.choice_id
            FROM question q JOIN answer a ON a.question_id = q.id JOIN registration r ON r.id = a.registration_id
            """ + OF_PROJECT + " AND q.counts_as IS NOT NULL AND NOT q.is_sensitive ORDER BY a.id")
    List<Told> told(long project);
}
