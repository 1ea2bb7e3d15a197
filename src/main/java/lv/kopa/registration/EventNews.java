package lv.kopa.registration;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.event.Places;
import lv.kopa.event.announcement.EventCancelled;
import lv.kopa.event.announcement.EventChanged;

/** Hears what organisers do to an event, inside their transaction, and lets the people of it know. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class EventNews {
    private final RegistrationRepository repository;
    private final WaitingList waitingList;
    private final Places places;
    private final Correspondence correspondence;

    EventNews(
            RegistrationRepository repository, WaitingList waitingList, Places places, Correspondence correspondence) {
        this.repository = repository;
        this.waitingList = waitingList;
        this.places = places;
        this.correspondence = correspondence;
    }

    @EventListener
    void changed(EventChanged change) {
        long event = change.after().event().id();
        places.lock(event);
        for (Registration registration : repository.live(event)) {
            List<Long> sessions = repository.sessions(registration.id());
            correspondence.eventChanged(change.before(), change.after(), registration, sessions);
        }
        waitingList.promote(change.after());
    }

    @EventListener
    void cancelled(EventCancelled news) {
        long event = news.event().event().id();
        places.lock(event);
        for (Registration registration : repository.live(event)) {
            correspondence.eventCancelled(news.event(), registration, repository.sessions(registration.id()));
        }
    }
}
