package lv.kopa.mail.inbox;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import lv.kopa.mail.OutboxRow;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AnsweredRepository extends GenericRepository<OutboxRow, Long> {
    /** A mail that went out, as far as its answers go. */
    @Introspected
    record Sent(
            String kind,
            @Nullable String messageId,
            String toAddress,
            @Nullable String replyTo,
            @Nullable Long organisationId,
            @Nullable Long eventId,
            @Nullable String registration,
            String language,
            String subject) {}

    @Query("""
            SELECT kind, message_id, to_address, reply_to, organisation_id, event_id, registration, language, subject
            FROM mail_outbox WHERE id = :mail""")
    Optional<Sent> sent(long mail);
}
