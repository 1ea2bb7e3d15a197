package lv.kopa.registration;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Approval;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Enrolment.AlreadyRegistered;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.text.Sentence;
import org.jspecify.annotations.Nullable;

/** Registers people, each transaction with all that belongs to it: place, registration, mail and the record of it. */
@Singleton
class Registering {
    private final RegistrationRepository repository;
    private final Places places;
    private final WaitingList waitingList;
    private final Correspondence correspondence;
    private final Enrolment enrolment;
    private final Telling telling;

    Registering(
            RegistrationRepository repository,
            Counter counter,
            Correspondence correspondence,
            Enrolment enrolment,
            Telling telling) {
        this.repository = repository;
        this.places = counter.places();
        this.waitingList = counter.waitingList();
        this.correspondence = correspondence;
        this.enrolment = enrolment;
        this.telling = telling;
    }

    /** Where places are given, and where one stands in line for them. */
    @Singleton
    record Counter(Places places, WaitingList waitingList) {}

    /**
     * Somebody who comes to be registered, for an event as the person saw it.
     *
     * @param turn that the person had before in the line of those who wait; null for the last one
     */
    record Arrival(
            EventDetails event,
            Applicant applicant,
            @Nullable Integer turn) {
        Arrival(EventDetails event, Applicant applicant) {
            this(event, applicant, null);
        }

        long eventId() {
            return event.event().id();
        }

        /** Whether there seems to be a place, nobody has to be asked, and nothing is to be had one by one besides. */
        boolean isPlain() {
            return !awaitsApproval()
                    && !event.event().confirmAddress()
                    && applicant.claim().isPlain()
                    && applicant.isAlone()
                    && waitsForNothing()
                    && seemsFree();
        }

        /** Whether an organiser has to say yes, and has not before. */
        boolean awaitsApproval() {
            return event.event().approval() == Approval.MANUAL && !applicant.isApproved();
        }

        /** Whether their mail can be written before it is known where they stand in which line, or who answers for them. */
        boolean waitsForNothing() {
            return applicant.awaited().isEmpty() && applicant.guardian() == null;
        }

        boolean seemsFree() {
            return !event.isFullFor(applicant.claim());
        }
    }

    /**
     * Registers people who are plain to register, all of them or none: then perhaps each can be alone.
     *
     * @throws NotTogether if there is not a place for each, or an organiser has changed an event
     * @throws AlreadyRegistered if one is registered already
     */
    @Transactional // whoever it does not work out for tries again alone
    List<Outcome.Registered> registerTogether(List<Arrival> arrivals) {
        Instant now = telling.now();
        List<Newcomer> hoping = arrivals.stream()
                .map(arrival -> Newcomer.confirmed(arrival.event(), arrival.applicant(), now))
                .toList();
        correspondence.confirmed(hoping);
        if (!places.takeTogether(hoping.stream().map(Newcomer::seat).toList())) {
            throw new NotTogether();
        }
        return enrolment.enter(hoping, Deed.PARTICIPANT).stream()
                .map(newcomer -> newcomer.outcome(Optional.empty()))
                .toList();
    }

    /** What was to be done for several people cannot be done for all of them. */
    static final class NotTogether extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Registers a person for an event as the person saw it: a place if there is one, else a turn among those who wait
     * for one, or for an organiser's decision. The mail of who seems to get a place is written first: from the moment
     * it is taken, all who want one wait for this transaction.
     *
     * @throws RegistrationClosed if there is no place and no waiting list
     * @throws AlreadyRegistered if the address has a living registration; nothing is done then
     * @throws lv.kopa.event.EventStale if an organiser has changed the event meanwhile; nothing is done then
     * @throws lv.kopa.registration.invitation.InvitationSpent if somebody else has come by the same invitation
     */
    @UnitOfWork
    Outcome.Registered register(Arrival arrival) {
        EventDetails event = arrival.event();
        Applicant applicant = arrival.applicant();
        if (arrival.awaitsApproval()) {
            return queue(awaitingApproval(event, applicant));
        }
        if (arrival.seemsFree() && arrival.waitsForNothing()) {
            Newcomer hoping = Newcomer.confirmed(event, applicant, telling.now());
            correspondence.registered(hoping, Optional.empty());
            if (places.takeAsSeen(event.event(), applicant.claim()).isTaken()) {
                return enter(hoping, Deed.PARTICIPANT);
            }
            correspondence.takeBack(hoping);
        }
        return queue(inTurn(arrival));
    }

    private Outcome.Registered queue(Newcomer newcomer) {
        Outcome.Registered registered = enter(newcomer, Deed.PARTICIPANT);
        correspondence.registered(newcomer.as(registered.registration()), registered.position());
        promote(newcomer);
        return registered;
    }

    /**
     * Enters somebody whom an organiser wants there, which is approval enough, and writes no mail.
     *
     * @throws RegistrationClosed as {@link #register}
     * @throws AlreadyRegistered as {@link #register}
     */
    @UnitOfWork
    Outcome.Registered add(EventDetails event, Applicant applicant, String actor) {
        Newcomer newcomer = inTurn(new Arrival(event, applicant)).known();
        Outcome.Registered registered = enter(newcomer, actor);
        promote(newcomer);
        return registered;
    }

    /**
     * Enters somebody who stands at the door: with a place, or not at all. Who has an address is written to.
     *
     * @throws RegistrationClosed if there is no place
     * @throws AlreadyRegistered as {@link #register}
     */
    @UnitOfWork
    Outcome.Registered admit(EventDetails event, Applicant applicant, String actor) {
        if (!places.take(event.event().id(), applicant.claim()).isTaken()) {
            refuseIfKnown(event.event(), applicant);
            throw new RegistrationClosed(Sentence.of("registration.closed.door"));
        }
        Newcomer newcomer = Newcomer.confirmed(event, applicant, telling.now()).known();
        if (applicant.email().isNobodys()) {
            return enter(newcomer.withoutOwnAddress(), actor);
        }
        Outcome.Registered entered = enter(newcomer, actor);
        correspondence.registered(newcomer.as(entered.registration()), Optional.empty());
        return entered;
    }

    /** What was full when somebody chose to wait for it may not be any more. */
    private void promote(Newcomer newcomer) {
        if (!newcomer.applicant().awaited().isEmpty()) {
            waitingList.promote(newcomer.event());
        }
    }

    private Outcome.Registered enter(Newcomer newcomer, String actor) {
        Newcomer entered = enrolment.enter(List.of(newcomer), actor).get(0);
        if (newcomer.applicant().guardian() != null) {
            telling.askGuardian(entered.event(), entered.registration());
        }
        return entered.outcome(repository.position(entered.registration()));
    }

    private Newcomer awaitingApproval(EventDetails event, Applicant applicant) {
        places.lockAsSeen(event.event());
        return Newcomer.of(event, applicant, RegistrationStatus.AWAITING_APPROVAL, null, telling.now());
    }

    private Newcomer inTurn(Arrival arrival) {
        EventDetails details = arrival.event();
        Applicant applicant = arrival.applicant();
        Event event = details.event();
        if (places.takeAsSeen(event, applicant.claim()).isTaken()) {
            return Newcomer.confirmed(details, applicant, telling.now());
        }
        Optional<Newcomer> seated = seat(details, applicant);
        if (seated.isPresent()) {
            return seated.get();
        }
        if (!event.waitingList()) {
            refuseIfKnown(event, applicant);
            throw RegistrationClosed.full();
        }
        int last = places.nextInQueue(event.id());
        int number = arrival.turn() == null ? last : arrival.turn();
        return seat(details, applicant)
                .orElseGet(() -> Newcomer.of(details, applicant, RegistrationStatus.WAITING, number, telling.now()));
    }

    /** In the first kind of place there is, of an event whose row is this transaction's by now. */
    private Optional<Newcomer> seat(EventDetails event, Applicant applicant) {
        return applicant.wishes().stream()
                .filter(wish -> places.take(event.event().id(), wish.claim()).isTaken())
                .findFirst()
                .map(wish -> Newcomer.confirmed(event, wish, telling.now()));
    }

    /** Who has the last place already, and sends the same again, is not to hear that there is none. */
    private void refuseIfKnown(Event event, Applicant applicant) {
        if (repository.findLive(event.id(), applicant.email().key()).isPresent()) {
            throw new AlreadyRegistered();
        }
    }
}
