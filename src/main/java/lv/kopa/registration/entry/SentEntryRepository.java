package lv.kopa.registration.entry;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SentEntryRepository extends GenericRepository<SentEntry, Long> {
    Optional<SentEntry> findByUid(String uid);
}
