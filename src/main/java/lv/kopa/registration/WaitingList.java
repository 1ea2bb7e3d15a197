package lv.kopa.registration;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lv.kopa.event.Claim;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.event.Places.Taken;
import org.jspecify.annotations.Nullable;

/** Those who wait for a place, in the order they were told so. Works inside the transaction of whoever frees a place. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class WaitingList {
    private final RegistrationRepository repository;
    private final Places places;
    private final Correspondence correspondence;
    private final Chronicle chronicle;

    WaitingList(RegistrationRepository repository, Places places, Correspondence correspondence, Chronicle chronicle) {
        this.repository = repository;
        this.places = places;
        this.correspondence = correspondence;
        this.chronicle = chronicle;
    }

    int length(long event, @Nullable Long category) {
        return repository.before(event, category, Integer.MAX_VALUE);
    }

    /**
     * Gives free places to those whose turn it is. A person whose kind of place, session or choice is still full is
     * passed over and keeps the turn. The caller has locked the event's places.
     */
    void promote(EventDetails event) {
        if (!event.event().isAhead(chronicle.now())) {
            return;
        }
        Set<Long> fullCategories = new HashSet<>();
        for (Registration waiting : repository.queue(event.event().id())) {
            if (waiting.categoryId() != null && fullCategories.contains(waiting.categoryId())) {
                continue;
            }
            Claim claim = repository.claim(waiting);
            Taken taken = places.take(waiting.eventId(), claim);
            if (taken == Taken.EVENT_FULL) {
                return;
            }
            if (taken == Taken.CATEGORY_FULL && waiting.categoryId() != null) {
                fullCategories.add(waiting.categoryId());
            }
            if (taken.isTaken()) {
                confirm(event, waiting, claim.sessions());
            }
        }
    }

    private void confirm(EventDetails event, Registration waiting, List<Long> sessions) {
        repository.turn(waiting.id(), RegistrationStatus.CONFIRMED, null, null, chronicle.now());
        chronicle.tell(waiting, "promoted", "system");
        correspondence.promoted(event, waiting, sessions);
    }
}
