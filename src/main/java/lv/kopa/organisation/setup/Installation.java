package lv.kopa.organisation.setup;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.web.Token;

/** This installation, which is set up once. */
@Singleton
public class Installation {
    private static final Duration INVITATION_LASTS = Duration.ofDays(7);

    private final InstallationRepository installation;
    private final Organisations organisations;
    private final People people;
    private final Clock clock;

    Installation(InstallationRepository installation, Organisations organisations, People people, Clock clock) {
        this.installation = installation;
        this.organisations = organisations;
        this.people = people;
        this.clock = clock;
    }

    /** Whether nobody is there yet. Whoever asks makes others who ask wait until the caller's transaction ends. */
    @UnitOfWork
    public boolean isNew() {
        installation.lock();
        return !people.areThere();
    }

    /** The invitation to set it up, where nobody is there yet who could. */
    @UnitOfWork
    Optional<Token> invite() {
        if (people.areThere()) {
            return Optional.empty();
        }
        Token token = Token.random();
        installation.invite(token.hash(), clock.instant());
        return Optional.of(token);
    }

    boolean isInvited(Token token) {
        return installation.isInvited(token.hash(), clock.instant().minus(INVITATION_LASTS));
    }

    /**
     * Sets it up for somebody who was invited.
     *
     * @throws NotInvited also where somebody else has done so meanwhile
     */
    @UnitOfWork
    Person setUp(Token invitation, FirstOrganisation first) {
        if (!isInvited(invitation)) {
            throw new NotInvited();
        }
        return setUp(() -> first).orElseThrow(NotInvited::new);
    }

    /** Sets it up, unless that has happened already; what is wanted is not made out before. */
    @UnitOfWork
    Optional<Person> setUp(Supplier<FirstOrganisation> wanted) {
        if (installation.claim(clock.instant()) == 0) {
            return Optional.empty();
        }
        FirstOrganisation first = wanted.get();
        installation.forgetInvitations();
        Organisation organisation = organisations
                .find(first.slug())
                .orElseGet(() -> organisations.create(first.slug(), first.profile(), Deed.SYSTEM));
        FirstOrganisation.Owner owner = first.owner();
        Person person = people.find(owner.email())
                .orElseGet(() -> people.create(owner.name(), owner.email(), owner.password(), owner.language()));
        people.join(person.id(), organisation.id(), Role.OWNER, Deed.SYSTEM);
        return Optional.of(person);
    }
}
