package lv.kopa.registration.delegation;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.SortedMap;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Places;
import lv.kopa.text.Faults;
import lv.kopa.text.InvalidInput;

/** Takes an event's places for delegations and gives them back, by kind. The caller has locked the event. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class Reserve {
    private final Places places;
    private final Events events;

    Reserve(Places places, Events events) {
        this.places = places;
        this.events = events;
    }

    void lock(long event) {
        places.lock(event);
    }

    void free(long event, SortedMap<Long, Integer> kinds) {
        places.freeMany(event, kinds);
    }

    /** @throws InvalidInput where there are not as many: at the field of each kind, with how many there are */
    void take(long event, SortedMap<Long, Integer> wanted) {
        EventDetails before = events.get(event);
        if (places.takeMany(event, wanted)) {
            return;
        }
        Faults faults = new Faults();
        wanted.forEach((kind, number) -> before.categoryOf(kind)
                .flatMap(Category::placesLeft)
                .filter(left -> left < number)
                .ifPresent(left -> faults.add(Grant.field(before, kind), "registration.delegation.fault.few", left)));
        faults.refuseIfAny();
        throw new InvalidInput(
                Grant.field(before, wanted.firstKey()),
                "registration.delegation.fault.few-in-event",
                before.event().placesLeft().orElse(0));
    }
}
