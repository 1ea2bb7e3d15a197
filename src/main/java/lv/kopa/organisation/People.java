package lv.kopa.organisation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.text.Language;

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

    /** Takes somebody into a team, or gives them another role in it. */
    @UnitOfWork
    public void join(long personId, long organisationId, Role role, String actor) {
        people.join(personId, organisationId, role);
        audit.record(new Deed(actor, "organisation", organisationId, "joined", "person:" + personId + " " + role));
    }
}
