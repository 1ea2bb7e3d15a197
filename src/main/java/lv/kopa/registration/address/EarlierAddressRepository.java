package lv.kopa.registration.address;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EarlierAddressRepository extends GenericRepository<EarlierAddress, String> {
    void save(EarlierAddress address);

    Optional<EarlierAddress> findByLinkHash(String linkHash);

    /** Why a link opens nothing any more that once did. */
    @Query("SELECT ending FROM ended_link WHERE link_hash = :linkHash")
    Optional<String> ending(String linkHash);

    @Query("INSERT IGNORE INTO ended_link (link_hash, ending, ended_at) VALUES (:linkHash, :ending, :now)")
    void noteEnd(String linkHash, String ending, Instant now);

    @Query("DELETE FROM earlier_address WHERE link_hash = :linkHash")
    void forget(String linkHash);

    @Query("SELECT * FROM earlier_address WHERE registration_id = :registration AND left_at >= :since")
    List<EarlierAddress> since(long registration, Instant since);

    @Query("SELECT * FROM earlier_address WHERE left_at <= :before ORDER BY left_at LIMIT 200")
    List<EarlierAddress> leftBefore(Instant before);

    @Query("""
            INSERT IGNORE INTO ended_link (link_hash, ending, ended_at)
            SELECT link_hash, 'WITHDRAWN', :now FROM hand_over WHERE registration_id = :registration""")
    void noteEndOfOffer(long registration, Instant now);

    @Query("DELETE FROM hand_over WHERE registration_id = :registration")
    void forgetOffer(long registration);

    /** A calendar in which nothing is left needs no address. */
    @Query("""
            DELETE FROM personal_feed
            WHERE email_key = :emailKey AND NOT EXISTS(SELECT 1 FROM registration r WHERE r.email_key = :emailKey)""")
    void endFeeds(String emailKey);
}
