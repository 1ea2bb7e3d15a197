package lv.kopa.registration;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.database.Duplicate;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.guardian.Guardians;
import lv.kopa.registration.hold.AddressHolds;
import lv.kopa.registration.invitation.Invitations;
import lv.kopa.registration.turn.SessionTurns;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.Purpose;

/** Writes down who is registered, what they chose, answered and agreed to, and that it was done. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class Enrolment {
    private final RegistrationRepository repository;
    private final AnswerBook answers;
    private final AddressHolds holds;
    private final Beside beside;
    private final Chronicle chronicle;

    Enrolment(
            RegistrationRepository repository,
            AnswerBook answers,
            AddressHolds holds,
            Beside beside,
            Chronicle chronicle) {
        this.repository = repository;
        this.answers = answers;
        this.holds = holds;
        this.beside = beside;
        this.chronicle = chronicle;
    }

    /** What stands beside somebody who registers. */
    @Singleton
    record Beside(Guardians guardians, Invitations invitations, SessionTurns turns) {}

    /**
     * Writes people down, all or none.
     *
     * @return the same as they are written
     * @throws AlreadyRegistered if an address has a living registration for the same event
     * @throws lv.kopa.registration.invitation.InvitationSpent if somebody else has come by the same invitation
     */
    List<Newcomer> enter(List<Newcomer> people, String actor) {
        save(people);
        List<Newcomer> entered = written(people);
        entered.forEach(this::details);
        answers.enter(entered.stream().map(Newcomer::given).toList(), chronicle.now());
        chronicle.tell(entered.stream().map(Newcomer::registration).toList(), "registered", actor);
        entered.stream()
                .filter(newcomer -> !newcomer.applicant().awaitedIds().isEmpty())
                .forEach(newcomer -> chronicle.tell(newcomer.registration(), "line-joined", actor));
        return entered;
    }

    private void save(List<Newcomer> people) {
        try {
            repository.saveAll(people.stream().map(Newcomer::registration).toList());
        } catch (DataAccessException refused) {
            if (Duplicate.isBehind(refused, "registration_person")) {
                throw new AlreadyRegistered();
            }
            throw refused;
        }
    }

    private List<Newcomer> written(List<Newcomer> people) {
        Map<String, Registration> rows = repository
                .findByReferenceIn(people.stream()
                        .map(newcomer -> newcomer.registration().reference())
                        .toList())
                .stream()
                .collect(Collectors.toMap(Registration::reference, Function.identity()));
        return people.stream()
                .map(newcomer -> newcomer.as(
                        Objects.requireNonNull(rows.get(newcomer.registration().reference()))))
                .toList();
    }

    private void details(Newcomer newcomer) {
        Registration row = newcomer.registration();
        Applicant applicant = newcomer.applicant();
        if (applicant.pass() != null) {
            beside.invitations().spend(applicant.pass(), row.id(), row.registeredAt());
        }
        if (applicant.guardian() != null) {
            beside.guardians().name(row.id(), applicant.guardian(), row.registeredAt());
        }
        if (newcomer.proof() != null) {
            holds.begin(row.id(), newcomer.proof(), row.revision(), row.registeredAt());
        }
        newcomer.applicant().sessionIds().forEach(session -> repository.choose(row.id(), session));
        beside.turns().enter(row.eventId(), row.id(), applicant.awaitedIds());
        if (!row.isConfirmed()) {
            newcomer.applicant().others().forEach(other -> repository.wish(row.id(), other.id()));
        }
        newcomer.applicant().consents().stream()
                .filter(Purpose::isChosen)
                .forEach(purpose ->
                        repository.consent(row.id(), purpose.name(), purpose.textVersion(), row.registeredAt()));
    }

    /** The database knows a living registration of this address for this event; the transaction must be undone. */
    static final class AlreadyRegistered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AlreadyRegistered() {
            super("already registered", null, false, false);
        }
    }
}
