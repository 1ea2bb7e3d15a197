package lv.kopa.registration;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Places;
import lv.kopa.event.announcement.EventCancelled;
import lv.kopa.event.announcement.EventChanged;
import lv.kopa.event.announcement.EventShrinks;
import lv.kopa.registration.change.Changes;
import lv.kopa.registration.change.ChangesDue;
import lv.kopa.registration.change.ChangesTold;
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
    private final Changes changes;
    private final ApplicationEventPublisher<ChangesTold> told;

    EventNews(
            RegistrationRepository repository,
            WaitingList waitingList,
            Programme programme,
            Correspondence correspondence,
            Changes changes) {
        this.repository = repository;
        this.waitingList = waitingList;
        this.places = programme.places();
        this.events = programme.events();
        this.told = programme.told();
        this.correspondence = correspondence;
        this.changes = changes;
    }

    /** Events, who may change them at the moment, and whoever else wants to hear that they changed. */
    @Singleton
    record Programme(Places places, Events events, ApplicationEventPublisher<ChangesTold> told) {}

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
        places.lock(change.after().event().id());
        boolean hurry = changes.collect(change.before(), change.after());
        waitingList.promoteMoved(change.after());
        if (hurry) {
            tell(change.after());
        }
    }

    @EventListener
    void due(ChangesDue news) {
        places.lock(news.event());
        tell(events.get(news.event()));
    }

    private void tell(EventDetails event) {
        changes.take(event.event().id()).ifPresent(untold -> {
            untold.waiting()
                    .forEach((id, known) -> repository
                            .lock(id)
                            .filter(registration -> registration.status().isLive() && !registration.isErased())
                            .ifPresent(registration ->
                                    correspondence.eventChanged(known, event, registration, repository.sessions(id))));
            told.publishEvent(new ChangesTold(untold.known(), event));
        });
    }

    @EventListener
    void cancelled(EventCancelled news) {
        long event = news.event().event().id();
        places.lock(event);
        changes.drop(event);
        for (Registration registration : repository.live(event)) {
            if (!registration.isConfirmed()) {
                waitingList.giveBack(registration, Ending.WITHDRAWN);
            }
            correspondence.eventCancelled(news.event(), registration, repository.sessions(registration.id()));
        }
    }
}
