package lv.kopa.mail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RestingRepository extends GenericRepository<OutboxRow, Long> {
    @Query("SELECT EXISTS(SELECT 1 FROM mail_resting WHERE address_hash = :address)")
    boolean rests(String address);

    @Query(
            "INSERT INTO mail_resting (address_hash, since) VALUES (:address, :now) ON DUPLICATE KEY UPDATE since = since")
    void rest(String address, Instant now);

    @Query("DELETE FROM mail_resting WHERE address_hash = :address")
    void wake(String address);

    @Query("DELETE FROM mail_bounce WHERE address_hash = :address")
    void forgive(String address);
}
