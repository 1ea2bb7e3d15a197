package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
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
    /** Who gave a place up elsewhere, perhaps by a slip, can take that back until they have read their mail. */
    private static final Duration FOR_WHO_HEARS_BY_MAIL = Duration.ofDays(2);

    private final RegistrationRepository repository;
    private final Events events;
    private final Places places;
    private final List<Keeper> keepers;
    private final WaitingList waitingList;
    private final Telling telling;
    private final AnswerBook answers;

    Turning(
            RegistrationRepository repository,
            Events events,
            Seats seats,
            WaitingList waitingList,
            Telling telling,
            AnswerBook answers) {
        this.repository = repository;
        this.events = events;
        this.places = seats.places();
        this.keepers = seats.keepers();
        this.waitingList = waitingList;
        this.telling = telling;
        this.answers = answers;
    }

    /** Who gives a place up. */
    public enum By {
        PARTICIPANT,
        /** Whoever registered the participant. */
        CONTACT,
        /** The participant, in a calendar. */
        CALENDAR,
        /** Who keeps the place for others as well, and sees to the time for that. */
        KEEPER,
        ORGANISER,
        /** Whoever answers for a participant under 18. */
        GUARDIAN;

        /** Whether it is only to be done until the deadline, and can be undone. */
        private boolean isBoundByDeadline() {
            return this == PARTICIPANT || this == CONTACT || this == CALENDAR;
        }
    }

    /** Places, and all who keep some of them for their own people. */
    @Singleton
    record Seats(Places places, List<Keeper> keepers) {}

    /** Who keeps places of events for people of their own. Whoever wants a change has locked the event. */
    public interface Keeper {
        /** Whether the place of a registration would come back to this keeper. */
        boolean keeps(Registration registration);

        /** Takes the place of a registration back that is given up; false where it goes to whoever waits. */
        boolean takeBack(Registration registration, By by);

        /** Whether somebody who gave a place up could have it again from this keeper. */
        boolean hasAgain(Registration registration);

        /** Gives it to them again; false where it is gone. */
        boolean giveAgain(Registration registration);

        /** Has no more to do with a registration that becomes another person's; the place goes with it. */
        void letGo(Registration registration);
    }

    Registration cancel(Registration known, By by, @Nullable String reason, String actor) {
        Registration registration = lock(known);
        if (!registration.status().isLive()) {
            return registration;
        }
        EventDetails event = events.get(registration.eventId());
        boolean offered = !registration.isConfirmed() && holds(registration);
        if (by.isBoundByDeadline() && !offered && !event.event().changesAllowed(telling.now())) {
            throw new RegistrationSettled("registration.settled.too-late");
        }
        Registration cancelled = turn(registration, RegistrationStatus.CANCELLED, null, reason);
        if (by.isBoundByDeadline()) {
            Instant undoUntil = by == By.CALENDAR ? telling.now().plus(FOR_WHO_HEARS_BY_MAIL) : null;
            repository.noteGivenUp(registration.id(), registration.status(), registration.queueNumber(), undoUntil);
        }
        boolean gone = (by == By.CALENDAR || by == By.PARTICIPANT) && goesAtOnce(event, registration);
        free(registration, by, by.isBoundByDeadline() ? Ending.REFUSED : Ending.WITHDRAWN);
        telling.cancelled(event, registration, new Telling.End(cancelled, by, gone), actor);
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
        telling.approved(event, registration, approved, actor);
        waitingList.promote(event);
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
        telling.declined(event, registration, declined, actor);
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
     * Gives the place of a registration, if it has one or is offered one, to who keeps it, else to those who wait. The
     * caller has locked it.
     */
    public void free(Registration registration) {
        free(registration, By.PARTICIPANT, Ending.WITHDRAWN);
    }

    private void free(Registration registration, By by, Ending ending) {
        if (registration.isConfirmed() && keepers.stream().anyMatch(keeper -> keeper.takeBack(registration, by))) {
            places.freeBesides(repository.claim(registration));
        } else {
            waitingList.giveBack(registration, ending);
        }
    }

    /** The same for the place of an offer that the caller has just ended. */
    public void free(Registration registration, PlaceOffer ended) {
        waitingList.giveBack(registration, ended);
    }

    /** Whether a registration takes up a place: it has one, or is offered one. */
    public boolean holds(Registration registration) {
        return waitingList.held(registration).isPresent();
    }

    /** Whether the place of a registration is somebody else's to give. */
    public boolean isKept(Registration registration) {
        return keepers.stream().anyMatch(keeper -> keeper.keeps(registration));
    }

    /** Parts a registration that becomes another person's from whoever kept its place. The caller has locked it. */
    public void letGo(Registration registration) {
        keepers.forEach(keeper -> keeper.letGo(registration));
    }

    /**
     * Whether there is a place for who gave theirs up.
     *
     * @param claim what they would have with it
     */
    public boolean isThereAgain(Registration registration, Claim claim, EventDetails event) {
        return keepers.stream().anyMatch(keeper -> keeper.hasAgain(registration)) || !event.isFullFor(claim);
    }

    /** Whether the place of a registration goes, or is offered, at once to somebody who waits when it is given up. */
    public boolean goesAtOnce(EventDetails event, Registration registration) {
        return registration.isConfirmed()
                && event.isAnythingFull()
                && !isKept(registration)
                && goesAtOnce(event, repository.claim(registration));
    }

    /** The same of a place, and of what is freed with it. */
    public boolean goesAtOnce(EventDetails event, Claim freed) {
        return waitingList.wants(event, freed);
    }

    /** Takes a place, and what is claimed with it, for who gave theirs up. The caller has locked it. */
    public boolean takeAgain(Registration registration, Claim claim) {
        if (keepers.stream().anyMatch(keeper -> keeper.hasAgain(registration))
                && places.takeBesides(claim).isTaken()) {
            return keepers.stream().anyMatch(keeper -> keeper.giveAgain(registration));
        }
        return places.take(registration.eventId(), claim).isTaken();
    }

    /** Ends a registration without a way back by its person's own page. The caller has locked it. */
    public Registration end(Registration registration) {
        return turn(registration, RegistrationStatus.CANCELLED, null, registration.reason());
    }

    /** Gives somebody a place that is taken already, of a kind. The caller has locked the registration. */
    public Registration seat(Registration registration, @Nullable Long category) {
        repository.place(registration.id(), category);
        return turn(registration, RegistrationStatus.CONFIRMED, null, registration.reason());
    }

    private Registration turn(
            Registration registration, RegistrationStatus status, @Nullable Integer queue, @Nullable String reason) {
        repository.turn(registration.id(), status, queue, reason, telling.now());
        return repository.lock(registration.id()).orElseThrow(UnknownRegistration::new);
    }
}
