package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Claim;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Places;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.offer.PlaceOffer;
import lv.kopa.registration.offer.PlaceOffer.Ending;
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
        ORGANISER
    }

    Registration cancel(Registration known, By by, @Nullable String reason, String actor) {
        Registration registration = lock(known);
        if (!registration.status().isLive()) {
            return registration;
        }
        EventDetails event = events.get(registration.eventId());
        boolean offered = !registration.isConfirmed() && holds(registration);
        if (by != By.ORGANISER && !offered && !event.event().changesAllowed(telling.now())) {
            throw new RegistrationSettled("registration.settled.too-late");
        }
        Registration cancelled = turn(registration, RegistrationStatus.CANCELLED, null, reason);
        if (by != By.ORGANISER) {
            repository.noteGivenUp(registration.id(), registration.status(), registration.queueNumber());
        }
        waitingList.giveBack(registration, by == By.ORGANISER ? Ending.WITHDRAWN : Ending.REFUSED);
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
        Optional<Claim> seat = waitingList.seat(event, registration);
        seat.ifPresent(taken -> repository.place(registration.id(), taken.category()));
        Registration approved = seat.isPresent()
                ? turn(registration, RegistrationStatus.CONFIRMED, null, null)
                : turn(registration, RegistrationStatus.WAITING, places.nextInQueue(registration.eventId()), null);
        List<Long> sessions = repository.sessions(approved.id());
        telling.approved(event, approved, sessions, repository.position(approved), actor);
        return approved;
    }

    Registration decline(Registration known, @Nullable String reason, String actor) {
        Registration registration = lock(known);
        if (registration.status() != RegistrationStatus.AWAITING_APPROVAL
                && registration.status() != RegistrationStatus.WAITING) {
            throw new RegistrationSettled("registration.settled.not-awaiting");
        }
        Registration declined = turn(registration, RegistrationStatus.DECLINED, null, reason);
        EventDetails event = events.get(registration.eventId());
        boolean freed = waitingList.giveBack(registration, Ending.WITHDRAWN);
        telling.declined(event, declined, actor);
        if (freed) {
            waitingList.promote(event);
        }
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
        waitingList
                .held(registration)
                .ifPresent(claim -> places.exchange(claim, new Claim(claim.category(), claim.sessions(), List.of())));
        answers.forget(registration.id());
    }

    /**
     * Gives the place of a registration, if it has one or is offered one, to those who wait. The caller has locked it.
     */
    public void free(Registration registration) {
        waitingList.giveBack(registration, Ending.WITHDRAWN);
    }

    /** The same for the place of an offer that the caller has just ended. */
    public void free(Registration registration, PlaceOffer ended) {
        waitingList.giveBack(registration, ended);
    }

    /** Whether a registration takes up a place: it has one, or is offered one. */
    public boolean holds(Registration registration) {
        return waitingList.held(registration).isPresent();
    }

    private Registration turn(
            Registration registration, RegistrationStatus status, @Nullable Integer queue, @Nullable String reason) {
        repository.turn(registration.id(), status, queue, reason, telling.now());
        return repository.lock(registration.id()).orElseThrow(UnknownRegistration::new);
    }
}
