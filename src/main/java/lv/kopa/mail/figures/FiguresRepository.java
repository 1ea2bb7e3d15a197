package lv.kopa.mail.figures;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import lv.kopa.mail.OutboxRow;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FiguresRepository extends GenericRepository<OutboxRow, Long> {
    /** Counts in the index alone and then looks at one mail, since mails are large. */
    @Query("""
            SELECT waiting.mails, oldest.created_at AS oldest,
                   (SELECT COUNT(*) FROM mail_outbox WHERE state = 'FAILED') AS failed
            FROM (SELECT COUNT(*) AS mails, MIN(id) AS first FROM mail_outbox WHERE state = 'WAITING') waiting
            LEFT JOIN mail_outbox oldest ON oldest.id = waiting.first
            """)
    Waiting waiting();
}
