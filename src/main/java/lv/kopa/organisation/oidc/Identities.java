package lv.kopa.organisation.oidc;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.organisation.warning.Warning;
import lv.kopa.organisation.warning.Warnings;

/** Who of us is who to the provider. */
@Singleton
public class Identities {
    private final IdentityRepository identities;
    private final People people;
    private final Audit audit;
    private final Warnings warnings;
    private final Clock clock;

    Identities(IdentityRepository identities, People people, Audit audit, Warnings warnings, Clock clock) {
        this.identities = identities;
        this.people = people;
        this.audit = audit;
        this.warnings = warnings;
        this.clock = clock;
    }

    /**
     * Whose account it is. The first time it is the one with the same address, which from then on is this identity's
     * alone: an address may be given to a successor, who must not find the account of whoever had it before.
     */
    @UnitOfWork
    public Optional<Person> person(Identity identity) {
        Optional<Person> known = known(identity);
        if (known.isPresent()) {
            return known;
        }
        withItsAddress(identity).ifPresent(person -> bind(person, identity));
        return known(identity);
    }

    /** Whether somebody else of the provider has the account with this address. */
    public boolean isAnothers(Identity identity) {
        return withItsAddress(identity)
                .flatMap(person -> identities.subjectOf(person.id(), identity.issuer()))
                .filter(subject -> !subject.equals(identity.subject()))
                .isPresent();
    }

    /** Has somebody's account wait for whoever comes with its address next, such as the same person with a new identity. */
    @UnitOfWork
    public void forget(long personId, String actor) {
        if (identities.forget(personId) > 0) {
            audit.record(new Deed(actor, "person", personId, "identity-forgotten"));
        }
    }

    private Optional<Person> known(Identity identity) {
        return identities.personOf(identity.issuer(), identity.subject()).flatMap(people::find);
    }

    private Optional<Person> withItsAddress(Identity identity) {
        return Optional.ofNullable(identity.email()).flatMap(people::find);
    }

    private void bind(Person person, Identity identity) {
        if (identities.subjectOf(person.id(), identity.issuer()).isPresent()) {
            return;
        }
        identities.bind(person.id(), identity.issuer(), identity.subject(), clock.instant());
        audit.record(new Deed("person:" + person.id(), "person", person.id(), "identity-bound", identity.issuer()));
        warnings.tell(person.id(), Warning.IDENTITY_BOUND);
    }
}
