package lv.kopa.registration;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.Claim;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.offer.AnswerTime;
import lv.kopa.registration.offer.PlaceOffer;
import lv.kopa.registration.offer.PlaceOffer.Ending;
import lv.kopa.registration.offer.PlaceOffers;
import lv.kopa.registration.turn.SessionTurn;
import lv.kopa.registration.turn.SessionTurns;
import lv.kopa.registration.turn.SessionTurns.Gain;
import org.jspecify.annotations.Nullable;

/** Those who wait for a place, in the order they were told so. Works inside the transaction of whoever frees a place. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class WaitingList {
    private final RegistrationRepository repository;
    private final Places places;
    private final Correspondence correspondence;
    private final Chronicle chronicle;
    private final PlaceOffers offers;
    private final SessionTurns sessionTurns;

    WaitingList(
            RegistrationRepository repository,
            Places places,
            Correspondence correspondence,
            Chronicle chronicle,
            Lines lines) {
        this.repository = repository;
        this.places = places;
        this.correspondence = correspondence;
        this.chronicle = chronicle;
        this.offers = lines.offers();
        this.sessionTurns = lines.turns();
    }

    /** What those in line wait for besides their turn: an answer of theirs, or a single session. */
    @Singleton
    record Lines(PlaceOffers offers, SessionTurns turns) {}

    int length(long event, @Nullable Long category) {
        return repository.before(event, category, Integer.MAX_VALUE);
    }

    /**
     * Gives or offers free places to those whose turn it is. A person whose kinds of place, session or choice are still
     * full is passed over and keeps the turn. Whoever has a place, and waits for a session besides, stands in the same
     * line. The caller has locked the event's places.
     */
    void promote(EventDetails event) {
        Instant now = chronicle.now();
        if (!event.event().isAhead(now)) {
            return;
        }
        boolean again = true;
        while (again) {
            again = isChangedByWalking(event, now);
        }
    }

    /**
     * Walks along the line until it is another one: a session was given back for another, or somebody who has a place
     * now waits for one besides. Then those who were passed over may be next.
     */
    private boolean isChangedByWalking(EventDetails event, Instant now) {
        Optional<Instant> answerBy = AnswerTime.of(event.event(), now);
        Seating seating = new Seating(event, repository, places);
        Deque<SessionTurn> turns = new ArrayDeque<>(sessionTurns.line(event));
        for (Registration waiting : repository.queue(event.event().id())) {
            if (isSessionFreedByGiving(event, turns, waiting.queueNumber(), now)) {
                return true;
            }
            if (seating.isFull()) {
                break;
            }
            Optional<Claim> seat = seating.seat(waiting);
            if (seat.isPresent() && answerBy.isPresent()) {
                offer(event, waiting, seat.get(), now, answerBy.get());
            } else if (seat.isPresent()) {
                confirm(event, waiting, seat.get());
                if (!sessionTurns.awaited(waiting.id()).isEmpty()) {
                    return true;
                }
            }
        }
        return isSessionFreedByGiving(event, turns, null, now);
    }

    /** Gives sessions to those whose turn is before a number, until somebody gives one back for it. */
    private boolean isSessionFreedByGiving(
            EventDetails event, Deque<SessionTurn> turns, @Nullable Integer before, Instant now) {
        while (!turns.isEmpty() && (before == null || turns.peek().number() < before)) {
            Optional<Gain> gain = sessionTurns.give(event, turns.remove(), now);
            gain.ifPresent(got -> tell(event, got));
            if (gain.isPresent() && !gain.get().left().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void tell(EventDetails event, Gain gain) {
        Registration person = repository.lock(gain.registration()).orElseThrow();
        chronicle.tell(person, "session-given", Deed.SYSTEM);
        correspondence.sessionGiven(event, person, gain, repository.sessions(person.id()));
    }

    /** The same where the event may have moved: what is on offer for longer than there is time now is offered anew. */
    void promoteMoved(EventDetails event) {
        Instant now = chronicle.now();
        if (!event.event().isAhead(now)) {
            return;
        }
        List<Registration> late = offers(event.event().id()).stream()
                .filter(offer -> AnswerTime.isTooLate(offer, event.event(), now))
                .map(offer -> repository.lock(offer.registrationId()).orElseThrow())
                .toList();
        late.forEach(waiting -> giveBack(waiting, Ending.WITHDRAWN));
        promote(event);
        late.stream()
                .map(waiting -> repository.lock(waiting.id()).orElseThrow())
                .filter(waiting -> held(waiting).isEmpty())
                .forEach(waiting -> sayWithdrawn(event, waiting));
    }

    /** Whether somebody in line is given, or offered, a place as soon as another person gives theirs up. */
    boolean wants(EventDetails event, Claim freed) {
        Seating seating = new Seating(event, repository, places);
        return event.event().isAhead(chronicle.now())
                && repository.queue(event.event().id()).stream().anyMatch(waiting -> seating.wants(waiting, freed));
    }

    /** Takes a place of the first kind there is of those that somebody would take. */
    Optional<Claim> seat(EventDetails event, Registration registration) {
        return new Seating(event, repository, places).seat(registration);
    }

    private void confirm(EventDetails event, Registration waiting, Claim seat) {
        repository.turn(waiting.id(), RegistrationStatus.CONFIRMED, null, null, chronicle.now());
        repository.place(waiting.id(), seat.category());
        chronicle.tell(waiting, "promoted", Deed.SYSTEM);
        correspondence.promoted(event, repository.lock(waiting.id()).orElseThrow(), seat.sessions());
    }

    private void offer(EventDetails event, Registration waiting, Claim seat, Instant now, Instant answerBy) {
        offers.offer(waiting.id(), seat.category(), now, answerBy);
        chronicle.tell(waiting, "place-offered", Deed.SYSTEM);
        correspondence.offered(event, waiting.as(seat.category()), seat.sessions(), answerBy, now);
    }

    /** What a registration takes up of its event's places: nothing, unless it has one or is offered one. */
    Optional<Claim> held(Registration registration) {
        Claim claim = repository.claim(registration);
        return registration.isConfirmed()
                ? Optional.of(claim)
                : offers.open(registration.id()).map(offer -> claim.in(offer.categoryId()));
    }

    /**
     * Gives back what a registration takes up, and ends the offer of it.
     *
     * @return whether it took up anything
     */
    boolean giveBack(Registration registration, Ending ending) {
        if (registration.isConfirmed()) {
            places.free(registration.eventId(), repository.claim(registration));
            return true;
        }
        Optional<PlaceOffer> ended =
                offers.open(registration.id()).filter(offer -> offers.end(offer, ending, chronicle.now()));
        ended.ifPresent(offer -> giveBack(registration, offer));
        return ended.isPresent();
    }

    /** Gives back what an offer kept that has just been ended. */
    void giveBack(Registration registration, PlaceOffer ended) {
        places.free(registration.eventId(), repository.claim(registration).in(ended.categoryId()));
    }

    /** Takes an offer back from somebody who keeps their turn, and says so. */
    void withdraw(EventDetails event, Registration waiting) {
        giveBack(waiting, Ending.WITHDRAWN);
        sayWithdrawn(event, waiting);
    }

    private void sayWithdrawn(EventDetails event, Registration waiting) {
        chronicle.tell(waiting, "offer-withdrawn", Deed.SYSTEM);
        correspondence.offerWithdrawn(event, waiting, repository.sessions(waiting.id()), chronicle.now());
    }

    /** The offers of an event that nobody has answered yet, the newest first. */
    List<PlaceOffer> offers(long event) {
        return offers.openIn(event);
    }
}
