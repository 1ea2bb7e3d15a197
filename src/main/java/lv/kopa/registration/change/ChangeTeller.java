package lv.kopa.registration.change;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import lv.kopa.database.UnitOfWork;

/** Has the people of an event told, all of them or none. */
@Singleton
@UnitOfWork
class ChangeTeller {
    private final ApplicationEventPublisher<ChangesDue> publisher;

    ChangeTeller(ApplicationEventPublisher<ChangesDue> publisher) {
        this.publisher = publisher;
    }

    void tell(long event) {
        publisher.publishEvent(new ChangesDue(event));
    }
}
