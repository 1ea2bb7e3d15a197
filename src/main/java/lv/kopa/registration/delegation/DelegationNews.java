package lv.kopa.registration.delegation;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.event.announcement.EventCancelled;
import lv.kopa.event.announcement.EventChanged;
import lv.kopa.registration.facts.EventFacts;

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
    void changed(EventChanged change) {
        repository.ofEvent(change.after().event().id()).stream()
                .filter(Delegation::isOpen)
                .filter(delegation -> !seen(change.before(), delegation).equals(seen(change.after(), delegation)))
                .forEach(delegation -> mail.moved(change.after(), delegation));
    }

    /** When and where it is, and until when people can be named. */
    private static List<Object> seen(EventDetails event, Delegation delegation) {
        EventFacts facts = new EventFacts(event, delegation.reader());
        return List.of(facts.when(List.of()), facts.where(List.of()), delegation.ends(event.event()));
    }

    @EventListener
    void cancelled(EventCancelled news) {
        repository.ofEvent(news.event().event().id()).stream()
                .filter(delegation -> !delegation.withdrawn())
                .forEach(delegation -> mail.cancelled(news.event(), delegation));
    }
}
