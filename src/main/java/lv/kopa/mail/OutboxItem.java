package lv.kopa.mail;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the outbox: what became of one mail, without what it says.
 *
 * @param server the host of the mail server that was spoken to last
 * @param ownServer whether that was one of the organisation's own; null where none was spoken to
 */
@Introspected
public record OutboxItem(
        Long id,
        String kind,
        @Nullable Long organisationId,
        @Nullable Long eventId,
        @Nullable String registration,
        String toAddress,
        @Nullable String toName,
        String subject,
        MailState state,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        @Nullable Instant sentAt,
        @Nullable String lastAnswer,
        @Nullable String server,
        @Nullable Boolean ownServer) {

    public MailStage stage() {
        return MailStage.of(state, attempts);
    }
}
