package lv.kopa.registration.invitation;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import lv.kopa.event.announcement.EventCancelled;

/** Hears that an event is cancelled, inside that transaction, and tells those who have yet to answer an invitation. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class CalledOff {
    private final InvitationRepository repository;
    private final InvitationMail mail;
    private final Clock clock;

    CalledOff(InvitationRepository repository, InvitationMail mail, Clock clock) {
        this.repository = repository;
        this.mail = mail;
        this.clock = clock;
    }

    @EventListener
    void cancelled(EventCancelled news) {
        Instant now = clock.instant();
        repository.of(news.event().event().id()).stream()
                .filter(Invitation::isUnanswered)
                .forEach(invitation -> mail.calledOff(news.event(), invitation, now));
    }
}
