package lv.kopa.registration.delegation;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;

/** Ends delegations, inside the caller's transaction, which has locked the event: what is empty is free from then on. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class Closing {
    private final DelegationRepository repository;
    private final AllotmentRepository allotments;
    private final Places places;
    private final Audit audit;
    private final DelegationMail mail;

    Closing(
            DelegationRepository repository,
            AllotmentRepository allotments,
            Places places,
            Audit audit,
            DelegationMail mail) {
        this.repository = repository;
        this.allotments = allotments;
        this.places = places;
        this.audit = audit;
        this.mail = mail;
    }

    /** Whether it was this call that ended a delegation, because its date has come. */
    boolean endIfDue(Delegation delegation, EventDetails event, Instant now) {
        if (!delegation.isDue(event.event(), now) || repository.close(delegation.key(), false, now) == 0) {
            return false;
        }
        int returned = release(delegation);
        audit.record(new Deed(Deed.SYSTEM, "delegation", delegation.key(), "closed", returned + " returned"));
        if (!event.event().isCancelled()) {
            mail.closed(event, delegation, allotments.of(delegation.key()), returned);
        }
        return true;
    }

    /** Whether it was this call that took a delegation back. */
    boolean withdraw(Delegation delegation, EventDetails event, String actor, Instant now) {
        if (repository.close(delegation.key(), true, now) == 0) {
            return false;
        }
        int returned = release(delegation);
        audit.record(new Deed(actor, "delegation", delegation.key(), "withdrawn", returned + " returned"));
        mail.withdrawn(event, delegation);
        return true;
    }

    private int release(Delegation delegation) {
        SortedMap<Long, Integer> empty = new TreeMap<>();
        allotments.of(delegation.key()).stream()
                .filter(allotment -> allotment.reserved() > 0)
                .forEach(allotment -> empty.put(allotment.kind(), allotment.reserved()));
        places.freeMany(delegation.eventId(), empty);
        return empty.values().stream().mapToInt(Integer::intValue).sum();
    }
}
