package lv.kopa.registration.waiting;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationSettled;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;

/** Other kinds of place that somebody would take who waits for one: they get the first that there is. */
@Singleton
@UnitOfWork
public class Others {
    private final WaitingRepository repository;
    private final Turning turning;
    private final Telling telling;

    Others(WaitingRepository repository, Turning turning, Telling telling) {
        this.repository = repository;
        this.turning = turning;
        this.telling = telling;
    }

    /** The ids of the kinds of place that somebody would take besides the one they wish for most. */
    public List<Long> of(Registration registration) {
        return repository.others(registration.id());
    }

    /** What came of a choice: whether the person got, or was offered, a place by it. */
    record Chosen(Registration registration, boolean isMoved) {}

    /**
     * Takes what somebody would take instead of what they would have taken before. Keys that the event does not know are
     * passed over; an open offer stays what it is.
     *
     * @throws RegistrationSettled if they do not wait
     */
    Chosen choose(Registration known, Collection<String> keys) {
        Registration registration = turning.lock(known);
        if (registration.status() != RegistrationStatus.WAITING) {
            throw new RegistrationSettled("registration.settled.not-awaiting");
        }
        EventDetails event = turning.event(registration.eventId());
        repository.forgetOthers(registration.id());
        event.categories().stream()
                .filter(category -> keys.contains(category.categoryKey()))
                .map(Category::id)
                .filter(category -> !Long.valueOf(category).equals(registration.categoryId()))
                .forEach(category -> repository.wish(registration.id(), category));
        telling.note(registration, "others-chosen", Deed.PARTICIPANT, null);
        boolean held = turning.holds(registration);
        turning.promote(event);
        Registration now = turning.lock(known);
        return new Chosen(now, !held && turning.holds(now));
    }
}
