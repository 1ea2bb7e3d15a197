package lv.kopa.registration.delegation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DelegationRepository extends GenericRepository<Delegation, Long> {
    Delegation save(Delegation delegation);

    Optional<Delegation> findById(long id);

    @Query("SELECT * FROM delegation WHERE id = :id FOR UPDATE")
    Optional<Delegation> lock(long id);

    @Query("SELECT * FROM delegation WHERE event_id = :event ORDER BY id")
    List<Delegation> ofEvent(long event);

    @Query("""
            SELECT d.* FROM delegation d JOIN delegation_link l ON l.delegation_id = d.id
            WHERE l.link_hash = :linkHash""")
    Optional<Delegation> findByLink(String linkHash);

    @Query("INSERT INTO delegation_link (link_hash, delegation_id, created_at) VALUES (:linkHash, :delegation, :now)")
    void addLink(String linkHash, long delegation, Instant now);

    @Query("DELETE FROM delegation_link WHERE delegation_id = :delegation")
    void endLinks(long delegation);

    /** One that was another delegation's before goes unnoted. */
    @Query("INSERT IGNORE INTO delegation_submission (hash, delegation_id) VALUES (:hash, :delegation)")
    void submit(String hash, long delegation);

    /** What came of the same form when it was sent before. */
    @Query("""
            SELECT d.* FROM delegation d JOIN delegation_submission s ON s.delegation_id = d.id
            WHERE s.hash = :hash AND d.event_id = :event""")
    Optional<Delegation> submitted(String hash, long event);

    @Query("SELECT EXISTS (SELECT 1 FROM delegation_submission WHERE hash = :hash AND delegation_id = :delegation)")
    boolean isSubmitted(String hash, long delegation);

    @Query("""
            UPDATE delegation SET organisation_id = :organisationId, partner = :partner, head = :head, email = :email,
              language = :language, note = :note, fill_until = :fillUntil, reminded_at = :remindedAt
            WHERE id = :id""")
    void change(Delegation delegation);

    /** Ends it; 0 where it has ended before. */
    @Query("UPDATE delegation SET closed_at = :now, withdrawn = :withdrawn WHERE id = :id AND closed_at IS NULL")
    long close(long id, boolean withdrawn, Instant now);

    /** The ids of those whose date has come; not all, where there are very many. */
    @Query("""
            SELECT d.id FROM delegation d JOIN event e ON e.id = d.event_id
            WHERE d.closed_at IS NULL AND LEAST(d.fill_until, COALESCE(e.starts_at, d.fill_until)) <= :now
            ORDER BY d.id LIMIT 1000""")
    List<Long> due(Instant now);

    /** The ids of those with empty places whose date falls between two instants. */
    @Query("""
            SELECT d.id FROM delegation d JOIN event e ON e.id = d.event_id
            WHERE d.closed_at IS NULL AND d.reminded_at IS NULL AND e.state = 'PUBLISHED'
              AND LEAST(d.fill_until, COALESCE(e.starts_at, d.fill_until)) > :now
              AND LEAST(d.fill_until, COALESCE(e.starts_at, d.fill_until)) <= :until
              AND EXISTS (SELECT 1 FROM delegation_places p WHERE p.delegation_id = d.id AND p.filled < p.places)
            ORDER BY d.id LIMIT 1000""")
    List<Long> unreminded(Instant now, Instant until);

    /** Notes that its head was reminded; 0 where they were before. */
    @Query("UPDATE delegation SET reminded_at = :now WHERE id = :id AND reminded_at IS NULL")
    long noteReminded(long id, Instant now);

    /** The delegation of a registration. */
    @Introspected
    record DelegationOf(long registrationId, String partner) {}

    @Query("""
            SELECT m.registration_id AS registration_id, d.partner AS partner
            FROM delegation d JOIN delegation_member m ON m.delegation_id = d.id
            WHERE m.registration_id IN (:registrations)""")
    List<DelegationOf> partners(Collection<Long> registrations);

    @Query("""
            SELECT d.* FROM delegation d JOIN delegation_member m ON m.delegation_id = d.id
            WHERE m.registration_id = :registration""")
    Optional<Delegation> of(long registration);
}
