package lv.kopa.registration.invitation;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lv.kopa.event.Events;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds people some days before registration closes who have not answered their invitation: once, unless they were
 * written to within those days anyway. Whatever was missed while no server ran is made up for.
 */
@Singleton
class InvitationReminders {
    private static final Logger LOG = LoggerFactory.getLogger(InvitationReminders.class);

    private final InvitationRepository repository;
    private final Inviting inviting;
    private final Events events;
    private final Clock clock;
    private final Duration ahead;

    InvitationReminders(
            InvitationRepository repository,
            Inviting inviting,
            Events events,
            Clock clock,
            @Value("${kopa.invitations.remind}") Duration ahead) {
        this.repository = repository;
        this.inviting = inviting;
        this.events = events;
        this.clock = clock;
        this.ahead = ahead;
    }

    @Scheduled(fixedDelay = "${kopa.invitations.interval}", initialDelay = "${kopa.invitations.interval}")
    void remind() {
        Instant now = clock.instant();
        for (long id : repository.unreminded(now, now.plus(ahead), ahead.toSeconds())) {
            try {
                repository.find(id).ifPresent(found -> inviting.remind(events.get(found.eventId()), id));
            } catch (RuntimeException fault) {
                LOG.warn("Somebody who is invited could not be reminded; it is tried again", fault);
            }
        }
    }
}
