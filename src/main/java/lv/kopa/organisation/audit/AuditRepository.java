package lv.kopa.organisation.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditRepository extends GenericRepository<AuditRow, Long> {
    /**
     * Keeps deeds with whose they are. It selects what it inserts, so that MySQL reads what they were done to without a
     * lock, as it would not for values.
     */
    @Query("""
            INSERT INTO audit (at, actor, subject, subject_id, deed, detail, changes, organisation_id, event_id)
            SELECT :at, :actor, :subject, :subjectId, :deed, :detail, :changes,
              COALESCE(e.organisation_id, j.organisation_id, o.id), e.id
            FROM (SELECT 1 AS deed) done
              LEFT JOIN registration r ON :subject = 'registration' AND r.id = :subjectId
              LEFT JOIN delegation d ON :subject = 'delegation' AND d.id = :subjectId
              LEFT JOIN event e ON e.id = CASE :subject WHEN 'event' THEN :subjectId
                WHEN 'registration' THEN r.event_id WHEN 'delegation' THEN d.event_id END
              LEFT JOIN project j ON :subject = 'project' AND j.id = :subjectId
              LEFT JOIN organisation o ON :subject = 'organisation' AND o.id = :subjectId""")
    void saveAll(List<AuditRow> rows);

    /** Says whose deeds are that were recorded without, since a time. */
    @Query("""
            UPDATE audit a
              LEFT JOIN registration r ON a.subject = 'registration' AND r.id = a.subject_id
              LEFT JOIN delegation d ON a.subject = 'delegation' AND d.id = a.subject_id
              LEFT JOIN event e ON e.id = CASE a.subject WHEN 'event' THEN a.subject_id
                WHEN 'registration' THEN r.event_id WHEN 'delegation' THEN d.event_id END
              LEFT JOIN project j ON a.subject = 'project' AND j.id = a.subject_id
              LEFT JOIN organisation o ON a.subject = 'organisation' AND o.id = a.subject_id
            SET a.organisation_id = COALESCE(e.organisation_id, j.organisation_id, o.id), a.event_id = e.id
            WHERE a.organisation_id IS NULL AND a.at >= :since AND a.subject <> 'person'""")
    void attribute(Instant since);

    @Query("UPDATE audit SET detail = NULL WHERE subject = :subject AND subject_id = :subjectId AND deed = :deed")
    void forgetDetails(String subject, long subjectId, String deed);

    @Query("UPDATE audit SET changes = NULL WHERE subject = :subject AND subject_id = :subjectId")
    void forgetChanges(String subject, long subjectId);

    @Query("""
            SELECT at, actor, deed, detail FROM audit
            WHERE subject = :subject AND subject_id = :subjectId
            ORDER BY id DESC
            LIMIT 500
            """)
    List<Entry> of(String subject, long subjectId);
}
