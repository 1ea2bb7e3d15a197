package lv.kopa.registration;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Approval;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.Purpose;
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
     * Registers a person for an event as the person saw it: a place if there is one, else a turn among those who wait
     * for one, or for an organiser's decision. The mail of who seems to get a place is written first: from the moment
     * it is taken, all who want one wait for this transaction.
     *
     * @throws RegistrationClosed if there is no place and no waiting list
     * @throws AlreadyRegistered if the address has a living registration; nothing is done then
     * @throws lv.kopa.event.EventStale if an organiser has changed the event meanwhile; nothing is done then
     */
    @UnitOfWork
    Outcome.Registered register(EventDetails event, Applicant applicant) {
        Token link = Token.random();
        if (event.event().approval() == Approval.MANUAL) {
            return queue(event, awaitingApproval(event.event(), applicant, link), applicant, link);
        }
        if (!event.isFullFor(applicant.categoryId(), applicant.sessionIds())) {
            Registration hoped = row(event.event(), applicant, link, RegistrationStatus.CONFIRMED, null);
            String mail = correspondence.registered(event, hoped, applicant.sessionIds(), link, Optional.empty());
            if (places.takeAsSeen(event.event(), applicant.categoryId(), applicant.sessionIds())
                    .isTaken()) {
                return enter(hoped, applicant, link, Deed.PARTICIPANT);
            }
            correspondence.takeBack(mail);
        }
        return queue(event, inTurn(event.event(), applicant, link), applicant, link);
    }

    private Outcome.Registered queue(EventDetails event, Registration row, Applicant applicant, Token link) {
        Outcome.Registered registered = enter(row, applicant, link, Deed.PARTICIPANT);
        correspondence.registered(
                event, registered.registration(), applicant.sessionIds(), link, registered.position());
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
        Token link = Token.random();
        return enter(inTurn(event.event(), applicant, link), applicant, link, actor);
    }

    private Outcome.Registered enter(Registration row, Applicant applicant, Token link, String actor) {
        Registration saved = save(row);
        Instant now = saved.registeredAt();
        applicant.sessionIds().forEach(session -> repository.choose(saved.id(), session));
        applicant.consents().stream()
                .filter(Purpose::isChosen)
                .forEach(purpose -> repository.consent(saved.id(), purpose.name(), Purpose.TEXT_VERSION, now));
        chronicle.tell(saved, "registered", actor);
        return new Outcome.Registered(saved, link, repository.position(saved));
    }

    private Registration awaitingApproval(Event event, Applicant applicant, Token link) {
        places.lockAsSeen(event);
        return row(event, applicant, link, RegistrationStatus.AWAITING_APPROVAL, null);
    }

    private Registration inTurn(Event event, Applicant applicant, Token link) {
        if (places.takeAsSeen(event, applicant.categoryId(), applicant.sessionIds())
                .isTaken()) {
            return row(event, applicant, link, RegistrationStatus.CONFIRMED, null);
        }
        if (!event.waitingList()) {
            refuseIfKnown(event, applicant);
            throw RegistrationClosed.full();
        }
        int number = places.nextInQueue(event.id());
        boolean freedMeanwhile = places.take(event.id(), applicant.categoryId(), applicant.sessionIds())
                .isTaken();
        return freedMeanwhile
                ? row(event, applicant, link, RegistrationStatus.CONFIRMED, null)
                : row(event, applicant, link, RegistrationStatus.WAITING, number);
    }

    /** Who has the last place already, and sends the same again, is not to hear that there is none. */
    private void refuseIfKnown(Event event, Applicant applicant) {
        if (repository.findLive(event.id(), applicant.email().key()).isPresent()) {
            throw new AlreadyRegistered();
        }
    }

    private Registration row(
            Event event, Applicant applicant, Token link, RegistrationStatus status, @Nullable Integer queueNumber) {
        Instant now = chronicle.now();
        return new Registration(
                0,
                Reference.random(),
                event.id(),
                applicant.categoryId(),
                status,
                applicant.name(),
                applicant.email().value(),
                applicant.email().key(),
                applicant.phone(),
                applicant.organisation(),
                applicant.language().tag(),
                link.hash(),
                applicant.submission(),
                Purpose.TEXT_VERSION,
                queueNumber,
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
