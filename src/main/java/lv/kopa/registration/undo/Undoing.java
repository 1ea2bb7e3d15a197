package lv.kopa.registration.undo;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.turn.SessionTurns;
import org.jspecify.annotations.Nullable;

/**
 * Lets people take back, for some minutes, that they gave their place up. The place is free meanwhile, and so are those in
 * sessions: what has gone on to others of these alone does not keep the place itself from them.
 */
@Singleton
@UnitOfWork
public class Undoing {
    private final UndoRepository repository;
    private final Registrations registrations;
    private final Turning turning;
    private final Seats seats;
    private final Telling telling;
    private final Duration patience;

    Undoing(
            UndoRepository repository,
            Registrations registrations,
            Turning turning,
            Seats seats,
            Telling telling,
            @Value("${kopa.undo}") Duration patience) {
        this.repository = repository;
        this.registrations = registrations;
        this.turning = turning;
        this.seats = seats;
        this.telling = telling;
        this.patience = patience;
    }

    /** Turns among those who wait for a place, and among those who wait for a session. */
    @Singleton
    record Seats(Places places, SessionTurns turns) {}

    /**
     * What somebody can still take back.
     *
     * @param until when
     * @param gone whether others have the place by now
     * @param mayWait whether they can wait for the next one
     * @param awaited sessions that others have by now, for which they get in line
     * @param lost sessions that others have by now, and that cannot be waited for
     * @param choices whether others have by now what was chosen in answer to a question
     * @param without the names of all that others have, as {@link Terms} take them
     */
    public record Undo(
            Instant until,
            boolean gone,
            boolean mayWait,
            List<Session> awaited,
            List<Session> lost,
            boolean choices,
            List<String> without) {
        /** Whether all of it is there again, or nothing. */
        public boolean isWhole() {
            return without.isEmpty();
        }

        /** Until when, with the day where it is not today. */
        public String until(EventView view) {
            ZonedDateTime end = until.atZone(view.event().zone());
            boolean today = end.toLocalDate().equals(LocalDate.ofInstant(view.now(), end.getZone()));
            return today ? view.shell().dates().clock(until, end.getZone()) : view.deadline(until);
        }
    }

    /**
     * On what terms somebody wants it back.
     *
     * @param orWait whether somebody whose place is gone wants to wait for another one, at the end of the line
     * @param without what they would do without, since they have read that others have it
     */
    public record Terms(boolean orWait, Predicate<String> without) {
        /** Without whatever others have by now. */
        public static Terms whateverIsLeft(boolean orWait) {
            return new Terms(orWait, gone -> true);
        }
    }

    /** For how long it can be taken back. */
    public Duration patience() {
        return patience;
    }

    /** Whether a place goes at once to somebody who waits when its person gives it up, so that there is none to take back. */
    public boolean wouldBeInVain(Registration registration, EventDetails event) {
        return turning.goesAtOnce(event, registration);
    }

    /** What the person of a registration can take back at the moment, if anything. */
    public Optional<Undo> of(Registration registration, EventDetails event) {
        if (registration.status() != RegistrationStatus.CANCELLED) {
            return Optional.empty();
        }
        UndoRepository.GivenUp givenUp = repository.givenUp(registration.id());
        RegistrationStatus before = givenUp.givenUpFrom();
        Instant until = Optional.ofNullable(givenUp.undoUntil())
                .orElseGet(() -> registration.changedAt().plus(patience));
        if (before == null
                || !telling.now().isBefore(until)
                || !event.event().isAhead(telling.now())
                || repository.isRegistered(registration.eventId(), registration.emailKey())) {
            return Optional.empty();
        }
        boolean mayWait = event.event().waitingList();
        if (before != RegistrationStatus.CONFIRMED) {
            return Optional.of(new Undo(until, false, mayWait, List.of(), List.of(), false, List.of()));
        }
        Remains remains = remains(registration, event);
        boolean gone = !turning.isThereAgain(registration, remains.claim(), event);
        return Optional.of(
                gone
                        ? new Undo(until, true, mayWait, List.of(), List.of(), false, List.of())
                        : new Undo(
                                until,
                                false,
                                mayWait,
                                remains.awaited(),
                                remains.lost(),
                                !remains.choices().isEmpty(),
                                remains.gone()));
    }

    private Remains remains(Registration registration, EventDetails event) {
        return Remains.of(event, registrations.claim(registration), telling.now());
    }

    /**
     * Takes it back. Who waited or awaited approval is where they were; who had a place gets one again if there is one.
     *
     * @param actor who wants it
     * @return the registration as it is now; still cancelled where the place is gone, or more of it than the terms say
     * @throws UndoLate if the time for that is over, or there is another registration by now
     */
    public Registration undo(Registration known, Terms terms, String actor) {
        Registration registration = turning.lock(known);
        if (registration.status().isLive()) {
            return registration;
        }
        EventDetails event = turning.event(registration.eventId());
        UndoRepository.GivenUp before = repository.givenUp(registration.id());
        if (of(registration, event).isEmpty()) {
            throw new UndoLate();
        }
        if (before.givenUpFrom() == RegistrationStatus.AWAITING_APPROVAL) {
            return restore(event, registration, RegistrationStatus.AWAITING_APPROVAL, null, actor);
        }
        if (before.givenUpFrom() == RegistrationStatus.WAITING) {
            return turning.takeAgain(registration, registrations.claim(registration))
                    ? restore(event, registration, RegistrationStatus.CONFIRMED, null, actor)
                    : restore(event, registration, RegistrationStatus.WAITING, before.givenUpQueue(), actor);
        }
        Remains remains = remains(registration, event);
        if (remains.gone().stream().allMatch(terms.without()) && turning.takeAgain(registration, remains.claim())) {
            exchange(registration, remains);
            return restore(event, registration, RegistrationStatus.CONFIRMED, null, actor);
        }
        return terms.orWait()
                        && event.event().waitingList()
                        && !turning.isThereAgain(registration, remains.claim(), event)
                ? restore(
                        event,
                        registration,
                        RegistrationStatus.WAITING,
                        seats.places().nextInQueue(registration.eventId()),
                        actor)
                : registration;
    }

    /** What has gone on to others is the person's no more; they wait for what can be waited for. */
    private void exchange(Registration registration, Remains remains) {
        if (!remains.passedOn().isEmpty()) {
            repository.leave(registration.id(), remains.passedOn());
            seats.turns()
                    .enter(
                            registration.eventId(),
                            registration.id(),
                            remains.awaited().stream().map(Session::id).toList());
        }
        if (!remains.choices().isEmpty()) {
            repository.unchoose(registration.id(), remains.choices());
        }
    }

    private Registration restore(
            EventDetails event,
            Registration registration,
            RegistrationStatus status,
            @Nullable Integer queueNumber,
            String actor) {
        repository.restore(registration.id(), status, queueNumber, telling.now());
        Registration restored = turning.lock(registration);
        telling.restored(event, restored, actor);
        turning.promote(event);
        return turning.lock(restored);
    }
}
