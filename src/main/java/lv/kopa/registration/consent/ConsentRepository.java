package lv.kopa.registration.consent;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ConsentRepository extends GenericRepository<Registration, Long> {
    /** @param spoken the name of the text of which the version is that stands with the registration itself */
    @Query("""
            SELECT 'PRIVACY' AS purpose, r.privacy_version AS text_version, t.text, t.kept_at AS text_since,
              COALESCE(r.privacy_at, r.registered_at) AS given_at, CAST(NULL AS DATETIME(6)) AS withdrawn_at
            FROM registration r LEFT JOIN consent_text t
              ON t.purpose = :spoken AND t.version = r.privacy_version AND t.language = r.language
            WHERE r.id = :registration
            UNION ALL
            SELECT c.purpose, c.text_version, t.text, t.kept_at AS text_since, c.given_at, c.withdrawn_at
            FROM consent c JOIN registration r ON r.id = c.registration_id LEFT JOIN consent_text t
              ON t.purpose = c.purpose AND t.version = c.text_version AND t.language = r.language
            WHERE c.registration_id = :registration""")
    List<Agreement> agreements(long registration, String spoken);

    /** Has a person speak for themselves who has not before. */
    @Query("UPDATE registration SET privacy_version = :version, privacy_at = :now WHERE id = :registration")
    void agree(long registration, String version, Instant now);

    /** Gives what was not given, or was withdrawn; what is given already stays as it was given. */
    @Query("""
            INSERT INTO consent (registration_id, purpose, text_version, given_at)
            VALUES (:registration, :purpose, :version, :now)
            ON DUPLICATE KEY UPDATE
              text_version = IF(withdrawn_at IS NULL, text_version, :version),
              given_at = IF(withdrawn_at IS NULL, given_at, :now),
              withdrawn_at = NULL""")
    void agree(long registration, String purpose, String version, Instant now);

    @Query("""
            UPDATE consent SET withdrawn_at = :now
            WHERE registration_id = :registration AND purpose = :purpose AND withdrawn_at IS NULL""")
    long disagree(long registration, String purpose, Instant now);
}
