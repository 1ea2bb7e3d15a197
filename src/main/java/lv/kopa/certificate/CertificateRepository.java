package lv.kopa.certificate;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CertificateRepository extends GenericRepository<Certificate, Long> {
    Certificate save(Certificate certificate);

    Optional<Certificate> findByNumber(String number);

    /** All of an event, the latest last. */
    @Query("SELECT * FROM certificate WHERE event_id = :event ORDER BY id")
    List<Certificate> of(long event);

    @Query("SELECT * FROM certificate WHERE event_id = :event AND id > :after ORDER BY id LIMIT :most")
    List<Certificate> some(long event, long after, int most);

    @Query("SELECT * FROM certificate WHERE registration_id = :registration AND standing = 1")
    Optional<Certificate> standing(long registration);

    @Query("UPDATE certificate SET replaced_at = :now WHERE registration_id = :registration AND standing = 1")
    long replace(long registration, Instant now);

    @Query("""
            UPDATE certificate SET withdrawn_at = :now, withdrawn_by = :actor
            WHERE registration_id = :registration AND standing = 1""")
    long withdraw(long registration, Instant now, String actor);

    @Query("UPDATE certificate SET name = '' WHERE registration_id = :registration")
    long forget(long registration);

    @Query("SELECT percent FROM certificate_rule WHERE event_id = :event")
    Optional<Integer> least(long event);

    @Query("""
            INSERT INTO certificate_rule (event_id, percent) VALUES (:event, :percent)
            ON DUPLICATE KEY UPDATE percent = :percent""")
    void rule(long event, int percent);
}
