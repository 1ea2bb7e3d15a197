package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Claim;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Places;
import lv.kopa.registration.answer.AnswerBook;
import org.jspecify.annotations.Nullable;

/** Turns registrations from one status into another; whatever frees a place lets those who wait move up with it. */
@Singleton
@UnitOfWork
public class Turning {
    private final RegistrationRepository repository;
    private final Events events;
    private final Places places;
    private final WaitingList waitingList;
    private final Telling telling;
    private final AnswerBook answers;

    Turning(
            RegistrationRepository repository,
            Events events,
            Places places,
            WaitingList waitingList,
            Telling telling,
            AnswerBook answers) {
        this.repository = repository;
        this.events = events;
        this.places = places;
        this.waitingList = waitingList;
        this.telling = telling;
        this.answers = answers;
    }

    /** Who gives a place up. */
    enum By {
        PARTICIPANT,
        /** Whoever registered the participant. */
        CONTACT,
        ORGANISER,
        /** Whoever answers for a participant under 18. */
        GUARDIAN;

        /** Whether it is only to be done until the deadline, and can be undone. */
        boolean isBound() {
            return this == PARTICIPANT || this == CONTACT;
        }
    }

    Registration cancel(Registration known, By by, @Nullable String reason, String actor) {
        Registration registration = lock(known);
        if (!registration.status().isLive()) {
            return registration;
        }
        EventDetails event = events.get(registration.eventId());
        if (by.isBound() && !event.event().changesAllowed(telling.now())) {
            throw new RegistrationSettled("registration.settled.too-late");
        }
        Registration cancelled = turn(registration, RegistrationStatus.CANCELLED, null, reason);
        if (by.isBound()) {
            repository.noteGivenUp(registration.id(), registration.status(), registration.queueNumber());
        }
        free(registration);
        telling.cancelled(event, cancelled, by, actor);
        waitingList.promote(event);
        return cancelled;
    }

    /** The event as it is now. */
    public EventDetails event(long id) {
        return events.get(id);
    }

    Registration approve(Registration known, String actor) {
        Registration registration = lock(known);
        if (registration.status() != RegistrationStatus.AWAITING_APPROVAL) {
            throw new RegistrationSettled("registration.settled.not-awaiting");
        }
        EventDetails event = events.get(registration.eventId());
        if (!event.event().isAhead(telling.now())) {
            throw new RegistrationSettled("registration.settled.event-over");
        }
        Claim claim = repository.claim(registration);
        boolean taken = places.take(registration.eventId(), claim).isTaken();
        Registration approved = taken
                ? turn(registration, RegistrationStatus.CONFIRMED, null, null)
                : turn(registration, RegistrationStatus.WAITING, places.nextInQueue(registration.eventId()), null);
        telling.approved(event, approved, claim.sessions(), repository.position(approved), actor);
        return approved;
    }

    Registration decline(Registration known, @Nullable String reason, String actor) {
        Registration registration = lock(known);
        if (registration.status() != RegistrationStatus.AWAITING_APPROVAL
                && registration.status() != RegistrationStatus.WAITING) {
            throw new RegistrationSettled("registration.settled.not-awaiting");
        }
        Registration declined = turn(registration, RegistrationStatus.DECLINED, null, reason);
        telling.declined(events.get(registration.eventId()), declined, actor);
        return declined;
    }

    /** The event's places first, then the registration: the order in which everybody locks. */
    public Registration lock(Registration known) {
        places.lock(known.eventId());
        return repository.lock(known.id()).orElseThrow(UnknownRegistration::new);
    }

    /** Lets those who wait for a place of the event move up, where there is one. */
    public void promote(EventDetails event) {
        waitingList.promote(event);
    }

    /** Forgets what was answered, and gives back what was chosen with it; the person keeps the place itself. */
    public void dropAnswers(Registration registration) {
        Claim claim = repository.claim(registration);
        if (registration.isConfirmed()) {
            places.exchange(claim, new Claim(claim.category(), claim.sessions(), List.of()));
        }
        answers.forget(registration.id());
    }

    /** Gives the place of a registration, if it has one, to those who wait. The caller has locked it. */
    public void free(Registration registration) {
        if (registration.isConfirmed()) {
            places.free(registration.eventId(), repository.claim(registration));
        }
    }

    private Registration turn(
            Registration registration, RegistrationStatus status, @Nullable Integer queue, @Nullable String reason) {
        repository.turn(registration.id(), status, queue, reason, telling.now());
        return repository.lock(registration.id()).orElseThrow(UnknownRegistration::new);
    }
}
