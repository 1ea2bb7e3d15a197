package lv.kopa.report.archive;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import lv.kopa.mail.MailState;
import lv.kopa.registration.Registration;
import org.jspecify.annotations.Nullable;

/** What is recorded of events, of many at once. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ArchiveRepository extends GenericRepository<Registration, Long> {
    /** That somebody was at a session, what was taken back too. */
    @Introspected
    record Presence(
            long eventId,
            String reference,
            String name,
            long sessionId,
            Instant seenAt,
            String means,
            Instant recordedAt,
            String recordedBy,
            @Nullable String cameOn,
            @Nullable String leftOn,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy) {
        boolean stands() {
            return withdrawnAt == null;
        }
    }

    @Query("""
            SELECT r.event_id, r.reference, r.name, t.session_id, t.seen_at, t.means, t.recorded_at, t.recorded_by,
              DATE_FORMAT(t.came_on, '%Y-%m-%d %H:%i') AS came_on, DATE_FORMAT(t.left_on, '%Y-%m-%d %H:%i') AS left_on,
              t.withdrawn_at, t.withdrawn_by
            FROM attendance t JOIN registration r ON r.id = t.registration_id
            WHERE r.event_id IN (:events) ORDER BY r.event_id, t.session_id, t.id""")
    List<Presence> presences(Collection<Long> events);

    /**
     * A sheet that people signed.
     *
     * @param sessionId null where it is of the whole day
     * @param comparedAt when somebody said who signed it; null where nobody has
     */
    @Introspected
    record Signed(
            long id,
            long eventId,
            LocalDate day,
            @Nullable Long sessionId,
            @Nullable Instant comparedAt,
            @Nullable String comparedBy) {}

    @Query("""
            SELECT id, event_id, day, session_id, compared_at, compared_by FROM signed_sheet
            WHERE event_id IN (:events) ORDER BY event_id, day, session_id, id""")
    List<Signed> sheets(Collection<Long> events);

    /** That somebody signed one. */
    @Introspected
    record Signer(long sheetId, String reference, String name) {}

    @Query("""
            SELECT g.sheet_id, r.reference, r.name
            FROM signed_sheet s JOIN signature g ON g.sheet_id = s.id JOIN registration r ON r.id = g.registration_id
            WHERE s.event_id IN (:events) ORDER BY g.sheet_id, r.id""")
    List<Signer> signers(Collection<Long> events);

    /** That a mail went out, or not; what it said is nobody's business. */
    @Introspected
    record Sent(
            long eventId,
            Instant createdAt,
            String kind,
            String toAddress,
            @Nullable String registration,
            MailState state,
            @Nullable Instant sentAt) {}

    @Query("""
            SELECT event_id, created_at, kind, to_address, registration, state, sent_at FROM mail_outbox
            WHERE event_id IN (:events) ORDER BY event_id, id""")
    List<Sent> mails(Collection<Long> events);

    /**
     * What was done to an event, or to a registration for it.
     *
     * @param reference of the registration; null where it was done to the event
     */
    @Introspected
    record Done(
            long id,
            long eventId,
            Instant at,
            String actor,
            @Nullable String reference,
            @Nullable String name,
            String deed,
            @Nullable String detail) {}

    @Query("""
            SELECT d.id, d.subject_id AS event_id, d.at, d.actor, NULL AS reference, NULL AS name, d.deed, d.detail
            FROM audit d WHERE d.subject = 'event' AND d.subject_id IN (:events)
            UNION ALL
            SELECT d.id, r.event_id, d.at, d.actor, r.reference, r.name, d.deed, d.detail
            FROM registration r JOIN audit d ON d.subject = 'registration' AND d.subject_id = r.id
            WHERE r.event_id IN (:events) ORDER BY id""")
    List<Done> deeds(Collection<Long> events);

    /** Somebody, by how the record names them. */
    @Introspected
    record Doer(String actor, String name) {}

    @Query("""
            SELECT CONCAT('person:', p.id) AS actor, p.name FROM person p WHERE p.id IN (:people)
            UNION ALL SELECT CONCAT('token:', t.id), p.name FROM api_token t JOIN person p ON p.id = t.person_id
            WHERE t.id IN (:tokens)""")
    List<Doer> doers(Collection<Long> people, Collection<Long> tokens);
}
