package lv.kopa.registration.delegation;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import lv.kopa.event.EventDetails;
import lv.kopa.event.announcement.EventCancelled;
import lv.kopa.registration.change.ChangesTold;
import lv.kopa.registration.change.Snapshot;

/** Hears that an event is another or off, inside the transaction of whoever makes it so, and lets heads of delegations know. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class DelegationNews {
    private final DelegationRepository repository;
    private final DelegationMail mail;

    DelegationNews(DelegationRepository repository, DelegationMail mail) {
        this.repository = repository;
        this.mail = mail;
    }

    /** Until its date the head has people to name by what the event is; afterwards the people themselves hear of it. */
    @EventListener
    void changed(ChangesTold news) {
        EventDetails event = news.event();
        if (news.known().isMovedTo(Snapshot.of(event))) {
            repository.ofEvent(event.event().id()).stream()
                    .filter(Delegation::isOpen)
                    .forEach(delegation -> mail.moved(event, delegation));
        }
    }

    @EventListener
    void cancelled(EventCancelled news) {
        repository.ofEvent(news.event().event().id()).stream()
                .filter(delegation -> !delegation.withdrawn())
                .forEach(delegation -> mail.cancelled(news.event(), delegation));
    }
}
