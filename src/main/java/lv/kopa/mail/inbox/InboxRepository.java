package lv.kopa.mail.inbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import lv.kopa.mail.OutboxRow;

@JdbcRepository(dialect = Dialect.MYSQL)
interface InboxRepository extends GenericRepository<OutboxRow, Long> {
    @Query("INSERT IGNORE INTO inbox_turn (mailbox, held_by, held_until) VALUES (:mailbox, :server, :now)")
    void know(String mailbox, String server, Instant now);

    @Query("""
            UPDATE inbox_turn SET held_by = :server, held_until = :until
            WHERE mailbox = :mailbox AND (held_by = :server OR held_until <= :now)""")
    int take(String mailbox, String server, Instant until, Instant now);

    @Query("UPDATE inbox_turn SET held_until = :now WHERE mailbox = :mailbox AND held_by = :server")
    void leave(String mailbox, String server, Instant now);

    @Query("""
            SELECT EXISTS(SELECT 1 FROM inbox_read
                          WHERE mailbox = :mailbox AND uid_validity = :validity AND uid = :uid)""")
    boolean isRead(String mailbox, long validity, long uid);

    @Query("""
            INSERT IGNORE INTO inbox_read (mailbox, uid_validity, uid, read_at)
            VALUES (:mailbox, :validity, :uid, :now)""")
    int read(String mailbox, long validity, long uid, Instant now);

    @Query("DELETE FROM inbox_read WHERE read_at < :before")
    void forget(Instant before);
}
