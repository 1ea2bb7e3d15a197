package lv.kopa.organisation.account;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.organisation.warning.Warning;
import lv.kopa.organisation.warning.Warnings;
import lv.kopa.web.Token;

/** How somebody who forgot the password gets another: by a link to their address, good for an hour and once. */
@Singleton
public class PasswordResets {
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final String PATH = "/password/";

    private final PasswordResetRepository resets;
    private final People people;
    private final SignIns signIns;
    private final SecretLetters letters;
    private final Warnings warnings;
    private final Clock clock;

    PasswordResets(
            PasswordResetRepository resets,
            People people,
            SignIns signIns,
            SecretLetters letters,
            Warnings warnings,
            Clock clock) {
        this.resets = resets;
        this.people = people;
        this.signIns = signIns;
        this.letters = letters;
        this.warnings = warnings;
        this.clock = clock;
    }

    /** Sends the link, if somebody has this address; the caller is told nothing of it. */
    @UnitOfWork
    public void ask(EmailAddress address) {
        people.find(address).ifPresent(person -> {
            Token link = Token.random();
            Instant now = clock.instant();
            resets.forget(person.id(), now);
            resets.save(new PasswordReset(link.hash(), person.id(), now.plus(GOOD_FOR)));
            letters.send(
                    new SecretLetters.Letter("password-reset", List.of(), PATH + link.secret(), "Kopa"),
                    new EmailAddress(person.email()),
                    person.language());
        });
    }

    /** Ends what links somebody was sent. */
    @UnitOfWork
    void forget(long personId) {
        resets.forget(personId, clock.instant());
    }

    /**
     * Whose password the link changes.
     *
     * @throws LinkSpent where it was used, or is too old
     */
    Person find(Token link) {
        return resets.good(link.hash(), clock.instant())
                .flatMap(reset -> people.find(reset.personId()))
                .orElseThrow(LinkSpent::new);
    }

    /**
     * Gives whose link it is another password, ends all their sign-ins and takes their passkeys away: whoever came in with
     * the old password may have left one of their own.
     *
     * @throws LinkSpent where it was used, or is too old
     */
    @UnitOfWork
    public void use(Token link, String password) {
        Person person = find(link);
        if (resets.use(link.hash()) == 0) {
            throw new LinkSpent();
        }
        resets.forget(person.id(), clock.instant());
        people.changePassword(person.id(), password, "person:" + person.id());
        signIns.shutOut(person.id(), "person:" + person.id());
        warnings.tell(person.id(), Warning.PASSWORD_CHANGED);
    }
}
