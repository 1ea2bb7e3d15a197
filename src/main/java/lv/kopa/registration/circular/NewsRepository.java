package lv.kopa.registration.circular;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface NewsRepository extends GenericRepository<Circular, Long> {
    @Query("""
            SELECT EXISTS(SELECT 1 FROM news_refusal
                          WHERE organisation_id = :organisation AND address_hash = :address)""")
    boolean refuses(long organisation, String address);

    @Query("""
            SELECT EXISTS(SELECT 1 FROM consent
                          WHERE registration_id = :registration AND purpose = 'NEWSLETTER' AND withdrawn_at IS NULL)""")
    boolean agrees(long registration);

    @Query("""
            INSERT INTO news_link (link_hash, organisation_id, address_hash)
            VALUES (:link, :organisation, :address)""")
    void addLink(String link, long organisation, String address);

    @Query("SELECT organisation_id FROM news_link WHERE link_hash = :link")
    Optional<Long> organisation(String link);

    @Query("""
            INSERT IGNORE INTO news_refusal (organisation_id, address_hash, refused_at)
            SELECT organisation_id, address_hash, :now FROM news_link WHERE link_hash = :link""")
    void refuse(String link, Instant now);
}
