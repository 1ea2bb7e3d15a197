package lv.kopa.registration.hold;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HoldRepository extends GenericRepository<AddressHold, Long> {
    @Query("""
            INSERT INTO address_hold (registration_id, link_hash, revision, held_until)
            VALUES (:registration, :linkHash, :revision, :until)""")
    void begin(long registration, String linkHash, int revision, Instant until);

    @Query("UPDATE address_hold SET link_hash = :linkHash WHERE registration_id = :registration")
    void renew(long registration, String linkHash);

    @Query("UPDATE address_hold SET held_until = :until WHERE registration_id = :registration")
    void prolong(long registration, Instant until);

    @Query("""
            INSERT IGNORE INTO ended_link (link_hash, ending, ended_at)
            SELECT link_hash, 'RENEWED', :now FROM address_hold WHERE registration_id = :registration""")
    void noteEnd(long registration, Instant now);

    Optional<AddressHold> findByRegistrationId(long registration);

    Optional<AddressHold> findByLinkHash(String linkHash);

    /** Those of some registrations that nobody has put an end to in any way. */
    @Query("""
            SELECT h.* FROM address_hold h JOIN registration r ON r.id = h.registration_id
            WHERE h.registration_id IN (:registrations) AND h.confirmed_at IS NULL AND h.ran_out_at IS NULL
              AND r.revision = h.revision AND r.status IN ('CONFIRMED', 'WAITING', 'AWAITING_APPROVAL')""")
    List<AddressHold> open(Collection<Long> registrations);

    /** 0 where it has been confirmed before, or has run out. */
    @Query("""
            UPDATE address_hold SET confirmed_at = :now
            WHERE registration_id = :registration AND confirmed_at IS NULL AND ran_out_at IS NULL""")
    long confirm(long registration, Instant now);

    /** 0 where it has been confirmed meanwhile, or another server was faster. */
    @Query("""
            UPDATE address_hold SET ran_out_at = :now
            WHERE registration_id = :registration AND confirmed_at IS NULL AND ran_out_at IS NULL
              AND held_until <= :now""")
    long runOut(long registration, Instant now);

    /** The same, however much time is left. */
    @Query("""
            UPDATE address_hold SET ran_out_at = :now
            WHERE registration_id = :registration AND confirmed_at IS NULL AND ran_out_at IS NULL""")
    long giveWay(long registration, Instant now);

    @Query("""
            SELECT registration_id FROM address_hold
            WHERE ran_out_at IS NULL AND confirmed_at IS NULL AND held_until <= :now ORDER BY held_until LIMIT 200""")
    List<Long> overdue(Instant now);
}
