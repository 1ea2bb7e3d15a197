package lv.kopa.registration;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Approval;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.text.Sentence;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Registers one person in one transaction: the place, the registration, the mail and the record of it. */
@Singleton
class Registering {
    private final RegistrationRepository repository;
    private final Places places;
    private final Correspondence correspondence;
    private final Chronicle chronicle;

    Registering(RegistrationRepository repository, Places places, Correspondence correspondence, Chronicle chronicle) {
        this.repository = repository;
        this.places = places;
        this.correspondence = correspondence;
        this.chronicle = chronicle;
    }

    /**
     * Registers a person for an event as the person saw it.
     *
     * @throws AlreadyRegistered if the address has a living registration; nothing is done then
     * @throws lv.kopa.event.EventStale if an organiser has changed the event meanwhile; nothing is done then
     */
    @UnitOfWork
    Outcome.Registered register(EventDetails event, Applicant applicant) {
        Token link = Token.random();
        Turn turn = event.event().approval() == Approval.MANUAL
                ? awaitingApproval(event.event())
                : turn(event.event(), applicant);
        Outcome.Registered registered = enter(event.event(), applicant, link, turn, "participant");
        correspondence.registered(
                event, registered.registration(), applicant.sessionIds(), link, registered.position());
        return registered;
    }

    /**
     * Enters somebody whom an organiser wants there, which is approval enough, and writes no mail.
     *
     * @throws AlreadyRegistered as {@link #register}
     */
    @UnitOfWork
    Outcome.Registered add(EventDetails event, Applicant applicant, String actor) {
        return enter(event.event(), applicant, Token.random(), turn(event.event(), applicant), actor);
    }

    private Outcome.Registered enter(Event event, Applicant applicant, Token link, Turn turn, String actor) {
        Registration saved = save(row(event, applicant, link, turn));
        Instant now = saved.registeredAt();
        applicant.sessionIds().forEach(session -> repository.choose(saved.id(), session));
        applicant
                .consents()
                .forEach(purpose -> repository.consent(saved.id(), purpose.name(), Purpose.TEXT_VERSION, now));
        chronicle.tell(saved, "registered", actor);
        return new Outcome.Registered(saved, link, repository.position(saved));
    }

    private record Turn(RegistrationStatus status, @Nullable Integer queueNumber) {}

    private Turn awaitingApproval(Event event) {
        places.lockAsSeen(event);
        return new Turn(RegistrationStatus.AWAITING_APPROVAL, null);
    }

    private Turn turn(Event event, Applicant applicant) {
        if (places.takeAsSeen(event, applicant.categoryId(), applicant.sessionIds())
                .isTaken()) {
            return new Turn(RegistrationStatus.CONFIRMED, null);
        }
        if (!event.waitingList()) {
            refuseIfKnown(event, applicant);
            throw new RegistrationClosed(Sentence.of("registration.closed.full"));
        }
        int number = places.nextInQueue(event.id());
        boolean freedMeanwhile = places.take(event.id(), applicant.categoryId(), applicant.sessionIds())
                .isTaken();
        return freedMeanwhile
                ? new Turn(RegistrationStatus.CONFIRMED, null)
                : new Turn(RegistrationStatus.WAITING, number);
    }

    /** Who has the last place already, and sends the same again, is not to hear that there is none. */
    private void refuseIfKnown(Event event, Applicant applicant) {
        if (repository.findLive(event.id(), applicant.email().key()).isPresent()) {
            throw new AlreadyRegistered();
        }
    }

    private Registration row(Event event, Applicant applicant, Token link, Turn turn) {
        Instant now = chronicle.now();
        return new Registration(
                0,
                Reference.random(),
                event.id(),
                applicant.categoryId(),
                turn.status(),
                applicant.name(),
                applicant.email().value(),
                applicant.email().key(),
                applicant.phone(),
                applicant.organisation(),
                applicant.language().tag(),
                link.hash(),
                applicant.submission(),
                turn.queueNumber(),
                null,
                now,
                now,
                0);
    }

    private Registration save(Registration row) {
        try {
            return repository.save(row);
        } catch (DataAccessException refused) {
            if (refused.getCause() instanceof SQLIntegrityConstraintViolationException twice
                    && String.valueOf(twice.getMessage()).contains("registration_person")) {
                throw new AlreadyRegistered();
            }
            throw refused;
        }
    }
}
