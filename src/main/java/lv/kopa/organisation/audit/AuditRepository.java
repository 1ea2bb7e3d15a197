package lv.kopa.organisation.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditRepository extends GenericRepository<AuditRow, Long> {
    void saveAll(List<AuditRow> rows);

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
