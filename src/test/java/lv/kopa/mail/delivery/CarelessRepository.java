package lv.kopa.mail.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import lv.kopa.mail.OutboxRow;

/** The outbox as a server sees it that does not claim. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CarelessRepository extends GenericRepository<OutboxRow, Long> {
    @Query("SELECT id FROM mail_outbox WHERE state = 'WAITING' ORDER BY id DESC LIMIT 100")
    List<Long> waiting();

    Optional<OutboxRow> findById(long id);
}
