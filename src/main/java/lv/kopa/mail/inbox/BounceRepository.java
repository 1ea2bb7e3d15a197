package lv.kopa.mail.inbox;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.inbox.Bounce.Kind;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface BounceRepository extends GenericRepository<OutboxRow, Long> {
    /** How often mail to an address was given up without the address being at fault, and since when. */
    @Introspected
    record Softly(long times, @Nullable Instant first) {}

    /** Where a mail went, and whether through the server of an organisation's own. */
    @Introspected
    record Sent(String toAddress, @Nullable Boolean ownServer) {}

    @Query("SELECT to_address, own_server FROM mail_outbox WHERE id = :mail")
    Optional<Sent> sent(long mail);

    @Query("""
            INSERT IGNORE INTO mail_bounce (mail_id, kind, address_hash, received_at)
            VALUES (:mail, :kind, :address, :now)""")
    int note(long mail, Kind kind, String address, Instant now);

    @Query("""
            SELECT COUNT(*) AS times, MIN(received_at) AS first FROM mail_bounce
            WHERE address_hash = :address AND kind = 'SOFT' AND received_at >= :since""")
    Softly softly(String address, Instant since);

    @Query("UPDATE mail_outbox SET state = 'RETURNED', last_answer = :words WHERE id = :mail AND state = 'SENT'")
    void returned(long mail, String words);

    @Query("UPDATE mail_outbox SET last_answer = :words WHERE id = :mail AND state = 'SENT'")
    void answered(long mail, String words);
}
