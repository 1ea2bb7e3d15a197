package lv.kopa.registration.delegation;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import lv.kopa.event.announcement.EventCancelled;

/** Hears that an event is off, inside the transaction of whoever calls it off, and lets heads of delegations know. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class DelegationNews {
    private final DelegationRepository repository;
    private final DelegationMail mail;

    DelegationNews(DelegationRepository repository, DelegationMail mail) {
        this.repository = repository;
        this.mail = mail;
    }

    @EventListener
    void cancelled(EventCancelled news) {
        repository.ofEvent(news.event().event().id()).stream()
                .filter(delegation -> !delegation.withdrawn())
                .forEach(delegation -> mail.cancelled(news.event(), delegation));
    }
}
