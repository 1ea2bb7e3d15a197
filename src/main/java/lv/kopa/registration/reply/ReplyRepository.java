package lv.kopa.registration.reply;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import lv.kopa.mail.inbox.CalendarReply.Said;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReplyRepository extends GenericRepository<Registration, Long> {
    @Query("""
            INSERT IGNORE INTO calendar_reply (uid, said, sequence, stamped_at)
            VALUES (:uid, :said, :sequence, :stamp)""")
    int first(String uid, Said said, int sequence, Instant stamp);

    @Query("""
            UPDATE calendar_reply SET said = :said, sequence = :sequence, stamped_at = :stamp
            WHERE uid = :uid AND (sequence < :sequence OR (sequence = :sequence AND stamped_at < :stamp))""")
    int later(String uid, Said said, int sequence, Instant stamp);

    /** Whether there is an entry in somebody's calendar that they have not declined as it is now. */
    @Query("""
            SELECT EXISTS(
              SELECT 1 FROM sent_entry e
              LEFT JOIN calendar_reply c ON c.uid = e.uid AND c.said = 'DECLINED' AND c.sequence >= e.sequence
              WHERE e.registration = :registration AND e.cancelled_at IS NULL AND c.uid IS NULL)""")
    boolean isAnyLeft(String registration);
}
