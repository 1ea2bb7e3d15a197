package lv.kopa.registration.invitation;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import lv.kopa.database.UnitOfWork;

/** Forgets some days after an event who was invited to it. */
@Singleton
class InvitationsKept {
    private final InvitationRepository repository;
    private final Clock clock;
    private final Duration afterEvent;

    InvitationsKept(
            InvitationRepository repository, Clock clock, @Value("${kopa.invitations.keep}") Duration afterEvent) {
        this.repository = repository;
        this.clock = clock;
        this.afterEvent = afterEvent;
    }

    @Scheduled(cron = "0 40 3 * * ?")
    @UnitOfWork
    void forgetOld() {
        repository.deleteOld(clock.instant().minus(afterEvent));
    }
}
