package lv.kopa.organisation.signin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.web.Token;

/** Browsers in which people are signed in, each known by a token in its cookie. */
@Singleton
public class SignIns {
    static final Duration LASTS = Duration.ofDays(14);

    private final SignInRepository signIns;
    private final People people;
    private final Clock clock;

    SignIns(SignInRepository signIns, People people, Clock clock) {
        this.signIns = signIns;
        this.people = people;
        this.clock = clock;
    }

    /** Signs somebody in by address and password; nobody learns which of the two was wrong. */
    public Optional<Token> signIn(String email, String password) {
        return people.recognise(email, password).map(Person::id).map(this::begin);
    }

    /** Signs somebody in who is known otherwise. */
    @UnitOfWork
    public Token begin(long personId) {
        Instant now = clock.instant();
        Token token = Token.random();
        signIns.forgetExpired(now);
        signIns.save(new SignIn(token.hash(), personId, now, now.plus(LASTS)));
        return token;
    }

    @UnitOfWork
    public void end(Token token) {
        signIns.end(token.hash());
    }

    Optional<Organiser> organiser(Token token) {
        return signIns.current(token.hash(), clock.instant())
                .flatMap(signIn -> people.find(signIn.personId()))
                .map(person -> new Organiser(
                        person.id(),
                        person.name(),
                        person.language(),
                        "person:" + person.id(),
                        people.memberships(person.id())));
    }
}
