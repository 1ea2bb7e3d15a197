package lv.kopa.registration;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Places;
import lv.kopa.event.announcement.EventCancelled;
import lv.kopa.event.announcement.EventChanged;
import lv.kopa.event.announcement.EventShrinks;
import lv.kopa.registration.offer.PlaceOffer;
import lv.kopa.registration.offer.PlaceOffer.Ending;

/** Hears what organisers do to an event, inside their transaction, and lets the people of it know. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class EventNews {
    private final RegistrationRepository repository;
    private final WaitingList waitingList;
    private final Places places;
    private final Correspondence correspondence;
    private final Events events;

    EventNews(
            RegistrationRepository repository,
            WaitingList waitingList,
            Places places,
            Correspondence correspondence,
            Events events) {
        this.repository = repository;
        this.waitingList = waitingList;
        this.places = places;
        this.correspondence = correspondence;
        this.events = events;
    }

    /** Gives up as many offers as need be, the newest first. */
    @EventListener
    void shrinks(EventShrinks change) {
        places.lock(change.event());
        for (PlaceOffer offer : waitingList.offers(change.event())) {
            Registration waiting = repository.lock(offer.registrationId()).orElseThrow();
            EventDetails now = events.get(change.event());
            if (waitingList
                    .held(waiting)
                    .filter(claim -> change.hits(now, claim))
                    .isPresent()) {
                waitingList.withdraw(now, waiting);
            }
        }
    }

    @EventListener
    void changed(EventChanged change) {
        long event = change.after().event().id();
        places.lock(event);
        for (Registration registration : repository.live(event)) {
            List<Long> sessions = repository.sessions(registration.id());
            correspondence.eventChanged(change.before(), change.after(), registration, sessions);
        }
        waitingList.promoteMoved(change.after());
    }

    @EventListener
    void cancelled(EventCancelled news) {
        long event = news.event().event().id();
        places.lock(event);
        for (Registration registration : repository.live(event)) {
            if (!registration.isConfirmed()) {
                waitingList.giveBack(registration, Ending.WITHDRAWN);
            }
            correspondence.eventCancelled(news.event(), registration, repository.sessions(registration.id()));
        }
    }
}
