package lv.kopa.registration.own;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import org.jspecify.annotations.Nullable;

/** Lets people take back, for some minutes, that they gave their place up. The place is free meanwhile. */
@Singleton
@UnitOfWork
public class Undoing {
    private final OwnRepository repository;
    private final Registrations registrations;
    private final Turning turning;
    private final Places places;
    private final Telling telling;
    private final Duration patience;

    Undoing(
            OwnRepository repository,
            Registrations registrations,
            Turning turning,
            Places places,
            Telling telling,
            @Value("${kopa.undo}") Duration patience) {
        this.repository = repository;
        this.registrations = registrations;
        this.turning = turning;
        this.places = places;
        this.telling = telling;
        this.patience = patience;
    }

    /**
     * What somebody can still take back.
     *
     * @param until when
     * @param gone whether others have the place by now
     * @param mayWait whether they can wait for the next one
     */
    public record Undo(Instant until, boolean gone, boolean mayWait) {}

    /** What the person of a registration can take back at the moment, if anything. */
    public Optional<Undo> of(Registration registration, EventDetails event) {
        if (registration.status() != RegistrationStatus.CANCELLED) {
            return Optional.empty();
        }
        OwnRepository.GivenUp givenUp = repository.givenUp(registration.id());
        RegistrationStatus before = givenUp.givenUpFrom();
        Instant until = Optional.ofNullable(givenUp.undoUntil())
                .orElseGet(() -> registration.changedAt().plus(patience));
        if (before == null
                || !telling.now().isBefore(until)
                || !event.event().isAhead(telling.now())
                || repository.isRegistered(registration.eventId(), registration.emailKey())) {
            return Optional.empty();
        }
        boolean gone = before == RegistrationStatus.CONFIRMED && !turning.isThereAgain(registration, event);
        return Optional.of(new Undo(until, gone, event.event().waitingList()));
    }

    /**
     * Takes it back. Who waited or awaited approval is where they were; who had a place gets one again if there is one.
     *
     * @param orWait whether somebody whose place is gone wants to wait for another one, at the end of the line
     * @return the registration as it is now; still cancelled where the place is gone
     * @throws UndoLate if the time for that is over, or there is another registration by now
     */
    public Registration undo(Registration known, boolean orWait) {
        Registration registration = turning.lock(known);
        if (registration.status().isLive()) {
            return registration;
        }
        EventDetails event = turning.event(registration.eventId());
        if (of(registration, event).isEmpty()) {
            throw new UndoLate();
        }
        OwnRepository.GivenUp before = repository.givenUp(registration.id());
        List<Long> sessions = registrations.chosenSessions(registration);
        if (before.givenUpFrom() == RegistrationStatus.AWAITING_APPROVAL) {
            return restore(event, registration, sessions, RegistrationStatus.AWAITING_APPROVAL, null);
        }
        if (turning.takeAgain(registration)) {
            return restore(event, registration, sessions, RegistrationStatus.CONFIRMED, null);
        }
        if (before.givenUpFrom() == RegistrationStatus.WAITING) {
            return restore(event, registration, sessions, RegistrationStatus.WAITING, before.givenUpQueue());
        }
        return orWait && event.event().waitingList()
                ? restore(
                        event,
                        registration,
                        sessions,
                        RegistrationStatus.WAITING,
                        places.nextInQueue(registration.eventId()))
                : registration;
    }

    private Registration restore(
            EventDetails event,
            Registration registration,
            List<Long> sessions,
            RegistrationStatus status,
            @Nullable Integer queueNumber) {
        repository.restore(registration.id(), status, queueNumber, telling.now());
        Registration restored = turning.lock(registration);
        telling.restored(event, restored, sessions, registrations.position(restored));
        turning.promote(event);
        return turning.lock(restored);
    }
}
