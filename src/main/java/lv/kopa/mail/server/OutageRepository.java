package lv.kopa.mail.server;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OutageRepository extends GenericRepository<ServerOutage, Long> {
    @Query("""
            INSERT INTO mail_outage (organisation_id, began_at, words) VALUES (:organisation, :now, :words)
            ON DUPLICATE KEY UPDATE words = :words
            """)
    void began(long organisation, Instant now, String words);

    @Query("DELETE FROM mail_outage WHERE organisation_id = :organisation")
    void ended(long organisation);

    List<ServerOutage> findByOrganisationIdIn(Collection<Long> organisations);

    @Query("SELECT * FROM mail_outage")
    List<ServerOutage> all();
}
