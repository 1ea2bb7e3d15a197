package lv.kopa.report.archive;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
            @Nullable String withdrawnBy) {}

    @Query("""
            SELECT r.event_id, r.reference, r.name, t.session_id, t.seen_at, t.means, t.recorded_at, t.recorded_by,
              DATE_FORMAT(t.came_on, '%Y-%m-%dT%H:%i') AS came_on, DATE_FORMAT(t.left_on, '%Y-%m-%dT%H:%i') AS left_on,
              t.withdrawn_at, t.withdrawn_by
            FROM attendance t JOIN registration r ON r.id = t.registration_id
            WHERE r.event_id IN (:events) ORDER BY r.event_id, t.session_id, t.id""")
    List<Presence> presences(Collection<Long> events);

    /** That a mail went out, or not; what it said is nobody's business. */
    @Introspected
    record Sent(
            long eventId,
            Instant createdAt,
            String kind,
            String toAddress,
            @Nullable String registration,
            String state,
            @Nullable Instant sentAt) {}

    @Query("""
            SELECT event_id, created_at, kind, to_address, registration, state, sent_at FROM mail_outbox
            WHERE event_id IN (:events) ORDER BY event_id, id""")
    List<Sent> mails(Collection<Long> events);

    /** What was done to an event, or to a registration for it. */
    @Introspected
    record Done(
            long id,
            long eventId,
            Instant at,
            String actor,
            String subject,
            String deed,
            @Nullable String detail) {}

    @Query("""
            SELECT d.id, d.subject_id AS event_id, d.at, d.actor, 'event' AS subject, d.deed, d.detail
            FROM audit d WHERE d.subject = 'event' AND d.subject_id IN (:events)
            UNION ALL
            SELECT d.id, r.event_id, d.at, d.actor, r.reference, d.deed, d.detail
            FROM registration r JOIN audit d ON d.subject = 'registration' AND d.subject_id = r.id
            WHERE r.event_id IN (:events) ORDER BY id""")
    List<Done> deeds(Collection<Long> events);
}
