package lv.kopa.registration.guardian;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface GuardianRepository extends GenericRepository<Guardian, Long> {
    String GUARDIAN = """
            SELECT g.registration_id AS registration_id, g.name AS name, g.email AS email, g.phone AS phone,
              g.asked_at AS asked_at, g.reminded_at AS reminded_at, g.refused_at AS refused_at,
              c.given_at AS agreed_at, c.text_version AS text_version
            FROM guardian g LEFT JOIN consent c
              ON c.registration_id = g.registration_id AND c.purpose = 'GUARDIAN' AND c.withdrawn_at IS NULL
            """;

    @Query(GUARDIAN + "WHERE g.registration_id IN (:registrations)")
    List<Guardian> of(Collection<Long> registrations);

    @Query(GUARDIAN + "JOIN registration r ON r.id = g.registration_id WHERE r.event_id = :event")
    List<Guardian> ofEvent(long event);

    @Query(GUARDIAN + """
            JOIN guardian_link l ON l.registration_id = g.registration_id WHERE l.link_hash = :linkHash""")
    Optional<Guardian> byLink(String linkHash);

    @Query("""
            INSERT INTO guardian (registration_id, name, email, phone, asked_at)
            VALUES (:registration, :name, :email, :phone, :askedAt)
            ON DUPLICATE KEY UPDATE name = :name, email = :email, phone = :phone, asked_at = :askedAt,
              reminded_at = NULL, refused_at = NULL""")
    void name(long registration, String name, String email, String phone, @Nullable Instant askedAt);

    @Query("INSERT INTO guardian_link (link_hash, registration_id, created_at) VALUES (:linkHash, :registration, :now)")
    void addLink(long registration, String linkHash, Instant now);

    @Query("""
            INSERT IGNORE INTO ended_link (link_hash, ending, ended_at)
            SELECT link_hash, 'RENEWED', :now FROM guardian_link WHERE registration_id = :registration""")
    void noteEnd(long registration, Instant now);

    @Query("DELETE FROM guardian_link WHERE registration_id = :registration")
    void endLinks(long registration);

    @Query("DELETE FROM guardian WHERE registration_id = :registration")
    void forget(long registration);

    @Query("""
            INSERT INTO consent (registration_id, purpose, text_version, given_at)
            VALUES (:registration, 'GUARDIAN', :version, :now)
            ON DUPLICATE KEY UPDATE
              text_version = IF(withdrawn_at IS NULL, text_version, :version),
              given_at = IF(withdrawn_at IS NULL, given_at, :now),
              withdrawn_at = NULL""")
    void agree(long registration, String version, Instant now);

    @Query("""
            UPDATE consent SET withdrawn_at = :now
            WHERE registration_id = :registration AND purpose = 'GUARDIAN' AND withdrawn_at IS NULL""")
    void disagree(long registration, Instant now);

    /** 0 where they had refused before. */
    @Query("UPDATE guardian SET refused_at = :now WHERE registration_id = :registration AND refused_at IS NULL")
    long refuse(long registration, Instant now);

    /** Guardians of who may still come to events that begin between two instants, who have not answered for a day. */
    @Query("""
            SELECT g.registration_id FROM guardian g
              JOIN registration r ON r.id = g.registration_id JOIN event e ON e.id = r.event_id
            WHERE g.reminded_at IS NULL AND g.refused_at IS NULL AND g.asked_at <= :askedBefore
              AND r.status IN ('CONFIRMED', 'WAITING', 'AWAITING_APPROVAL')
              AND e.state = 'PUBLISHED' AND e.starts_at > :now AND e.starts_at <= :until
              AND NOT EXISTS (SELECT 1 FROM consent c
                WHERE c.registration_id = g.registration_id AND c.purpose = 'GUARDIAN' AND c.withdrawn_at IS NULL)
            ORDER BY g.registration_id LIMIT 1000""")
    List<Long> silent(Instant askedBefore, Instant now, Instant until);

    /** Notes that somebody was reminded; 0 where they were before. */
    @Query("UPDATE guardian SET reminded_at = :now WHERE registration_id = :registration AND reminded_at IS NULL")
    long remind(long registration, Instant now);
}
