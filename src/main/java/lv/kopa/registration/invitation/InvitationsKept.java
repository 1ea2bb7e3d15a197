package lv.kopa.registration.invitation;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.Outbox;

/** Forgets some days after an event who was invited to it, and what they were written. */
@Singleton
class InvitationsKept {
    private final InvitationRepository repository;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration afterEvent;

    InvitationsKept(
            InvitationRepository repository,
            Outbox outbox,
            Clock clock,
            @Value("${kopa.invitations.keep}") Duration afterEvent) {
        this.repository = repository;
        this.outbox = outbox;
        this.clock = clock;
        this.afterEvent = afterEvent;
    }

    @Scheduled(cron = "0 40 3 * * ?")
    @UnitOfWork
    void forgetOld() {
        Instant endedBefore = clock.instant().minus(afterEvent);
        repository.old(endedBefore).forEach(invitation -> outbox.eraseKeys(Invitations.mailKeys(invitation)));
        repository.deleteOld(endedBefore);
    }
}
