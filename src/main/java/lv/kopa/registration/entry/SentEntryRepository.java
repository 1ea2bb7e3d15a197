package lv.kopa.registration.entry;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SentEntryRepository extends GenericRepository<SentEntry, String> {
    Optional<SentEntry> findByUid(String uid);

    void saveAll(List<SentEntry> entries);

    /** All that somebody was ever invited to, the oldest first. */
    @Query("SELECT * FROM sent_entry WHERE registration = :registration ORDER BY invited_at, uid")
    List<SentEntry> of(String registration);

    /** Notes what is sent now; 0 where that was done already. */
    @Query("""
            UPDATE sent_entry SET sequence = :sequence, stamped_at = :stampedAt, gist = :gist,
              cancelled_at = :cancelledAt
            WHERE uid = :uid AND sequence = :sequence - 1 AND cancelled_at IS NULL""")
    int advance(SentEntry entry);

    @Query("DELETE FROM sent_entry WHERE registration = :registration")
    void forget(String registration);

    @Query("SELECT calendar FROM registration WHERE reference = :registration AND calendar IS NOT NULL")
    Optional<String> way(String registration);

    @Query("UPDATE registration SET calendar = :way WHERE reference = :registration")
    void choose(String registration, String way);
}
