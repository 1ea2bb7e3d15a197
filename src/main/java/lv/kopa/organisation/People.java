package lv.kopa.organisation;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Changes;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/** Who may sign in, and whose teams they belong to. */
@Singleton
public class People {
    /** The fewest characters of a password. */
    public static final int SHORTEST_PASSWORD = 12;

    private final PersonRepository people;
    private final Audit audit;
    private final Clock clock;

    People(PersonRepository people, Audit audit, Clock clock) {
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean areThere() {
        return people.any();
    }

    public Optional<Person> find(long id) {
        return people.findById(id);
    }

    public Optional<Person> find(EmailAddress email) {
        return people.findByEmail(email.key());
    }

    public List<Membership> memberships(long personId) {
        return people.memberships(personId);
    }

    /** What somebody is in single events. */
    public List<EventRole> eventRoles(long personId) {
        return people.eventRoles(personId);
    }

    /**
     * Somebody with all their roles.
     *
     * @param actor who they are in the record of deeds
     */
    public Organiser organiser(Person person, String actor) {
        return new Organiser(
                person.id(),
                person.name(),
                person.language(),
                actor,
                memberships(person.id()),
                eventRoles(person.id()));
    }

    /** Whose address and password these are; it takes as long for a wrong address as for a wrong password. */
    public Optional<Person> recognise(String email, String password) {
        Optional<Person> person = EmailAddress.parse(email).flatMap(this::find);
        if (person.isEmpty()) {
            PasswordHash.matchNobody(password);
        }
        return person.filter(known -> PasswordHash.matches(password, known.passwordHash()));
    }

    @UnitOfWork
    public Person create(String name, EmailAddress email, String password, Language language) {
        return people.save(new Person(0, name, email.key(), PasswordHash.of(password), language, clock.instant()));
    }

    /** Whether this is the person's password. */
    public boolean isPassword(long personId, String password) {
        return find(personId)
                .filter(person -> PasswordHash.matches(password, person.passwordHash()))
                .isPresent();
    }

    /** Changes how somebody is called, and the language they are written to in. */
    @UnitOfWork
    public void describe(long personId, String name, Language language, String actor) {
        people.describe(personId, name, language);
        audit.record(new Deed(actor, "person", personId, "described"));
    }

    @UnitOfWork
    public void changePassword(long personId, String password, String actor) {
        people.changePassword(personId, PasswordHash.of(password));
        audit.record(new Deed(actor, "person", personId, "password-changed"));
    }

    /** Who is in a team. */
    public List<Member> team(long organisationId) {
        return people.team(organisationId);
    }

    /** Others who change a team, or who helps with its events, wait until the transaction is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockTeam(long organisationId) {
        people.lockTeam(organisationId);
    }

    /**
     * Takes somebody into a team, or gives them another role in it.
     *
     * @throws LastOwner where they are the only owner, and would be none any more
     */
    @UnitOfWork
    public void join(long personId, long organisationId, Role role, String actor) {
        people.lockTeam(organisationId);
        Optional<Role> before = people.role(personId, organisationId);
        count(before, role, organisationId);
        people.join(personId, organisationId, role);
        audit.record(new Deed(actor, "organisation", organisationId, "joined", "person:" + personId + " " + role)
                .with(Changes.of("role", before.orElse(null), role)));
    }

    /**
     * Takes somebody out of a team.
     *
     * @return false where they were not in it
     * @throws LastOwner where they are the only owner
     */
    @UnitOfWork
    public boolean leave(long personId, long organisationId, String actor) {
        people.lockTeam(organisationId);
        Optional<Role> before = people.role(personId, organisationId);
        count(before, null, organisationId);
        if (people.leave(personId, organisationId) == 0) {
            return false;
        }
        audit.record(new Deed(actor, "organisation", organisationId, "left", "person:" + personId)
                .with(Changes.of("role", before.orElse(null), null)));
        return true;
    }

    private void count(Optional<Role> before, @Nullable Role after, long organisationId) {
        boolean was = before.filter(role -> role == Role.OWNER).isPresent();
        if (!was && after == Role.OWNER) {
            people.countOwner(organisationId);
        } else if (was && after != Role.OWNER && people.discountOwner(organisationId) == 0) {
            throw new LastOwner();
        }
    }
}
