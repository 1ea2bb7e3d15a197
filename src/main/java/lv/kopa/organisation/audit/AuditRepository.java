package lv.kopa.organisation.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditRepository extends GenericRepository<AuditRow, Long> {
    @Query("""
            INSERT INTO audit (at, actor, subject, subject_id, deed, detail)
            VALUES (:at, :actor, :subject, :subjectId, :deed, :detail)
            """)
    void insert(Instant at, String actor, String subject, long subjectId, String deed, @Nullable String detail);

    @Query("""
            SELECT at, actor, deed, detail FROM audit
            WHERE subject = :subject AND subject_id = :subjectId
            ORDER BY id DESC
            LIMIT 500
            """)
    List<Entry> of(String subject, long subjectId);
}
