package lv.kopa.mail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ParcelRepository extends GenericRepository<Parcel, String> {
    @Query("INSERT INTO mail_parcel (hash, content) VALUES (:hash, :content) ON DUPLICATE KEY UPDATE hash = hash")
    void keep(String hash, byte[] content);

    boolean existsByHash(String hash);

    Optional<Parcel> findByHash(String hash);
}
