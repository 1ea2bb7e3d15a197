package lv.kopa.registration.handover;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import lv.kopa.registration.Registration;
import lv.kopa.registration.change.Changes;
import lv.kopa.registration.guardian.Guardians;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.ConsentText;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.web.Token;

/** Writes down whose a registration is by now; nothing stays that was the former person's. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class Taker {
    private final HandOverRepository repository;
    private final Guardians guardians;
    private final Changes changes;

    Taker(HandOverRepository repository, Guardians guardians, Changes changes) {
        this.repository = repository;
        this.guardians = guardians;
        this.changes = changes;
    }

    /**
     * @param ownAddress whether the address is the person's, and not that of whoever registers them
     * @param agreed what was agreed to, by the person or by whoever registers them
     * @return the secret of the only link that opens it from now on
     */
    Token take(Registration registration, Applicant person, boolean ownAddress, ConsentText agreed, Instant now) {
        Token link = Token.random();
        long id = registration.id();
        repository.noteEndOfLinks(id, now);
        repository.noteEndOfOffer(id, HandOverRefused.WITHDRAWN, now);
        repository.give(
                id,
                person.name(),
                person.email().value(),
                ownAddress ? person.email().key() : Registration.keyWithoutAddress(registration.reference()),
                person.phone(),
                person.organisation(),
                person.language().tag(),
                link.hash(),
                agreed.version(),
                now);
        repository.endLinks(id);
        repository.forgetConsents(id);
        repository.forgetGuardian(id);
        repository.forgetMarks(id);
        repository.forgetNote(id);
        repository.forgetOthers(id);
        repository.forgetTurns(id);
        changes.told(id);
        repository.forgetAddress(id);
        repository.endEarlierFeeds(id);
        repository.forgetEarlierAddresses(id);
        repository.withdraw(id);
        person.consents().stream()
                .filter(Purpose::isChosen)
                .forEach(purpose -> repository.consent(id, purpose.name(), purpose.textVersion(), now));
        if (person.guardian() != null) {
            guardians.name(id, person.guardian(), now);
        }
        return link;
    }
}
