package lv.kopa.organisation.signin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.factor.SecondFactors;
import lv.kopa.organisation.oidc.Identities;
import lv.kopa.organisation.passkey.Passkeys;
import lv.kopa.web.Token;

/** Browsers in which people are signed in, each known by a token in its cookie. */
@Singleton
public class SignIns {
    static final Duration LASTS = Duration.ofDays(14);

    /** For so long a code may follow the password. */
    private static final Duration HALF_LASTS = Duration.ofMinutes(10);

    private static final String NONE = "";

    private final SignInRepository signIns;
    private final People people;
    private final Besides besides;
    private final Clock clock;

    SignIns(SignInRepository signIns, People people, Besides besides, Clock clock) {
        this.signIns = signIns;
        this.people = people;
        this.besides = besides;
        this.clock = clock;
    }

    /** By what people are known besides a password. */
    @Singleton
    record Besides(SecondFactors factors, Passkeys passkeys, Identities identities) {}

    /**
     * Signs somebody in by address and password; nobody learns which of the two was wrong. Whoever has a second factor is
     * half in, and shows a code before anything opens.
     *
     * @param browser roughly which it is
     */
    Optional<Begun> signIn(String email, String password, String browser) {
        return people.recognise(email, password).map(person -> enter(person, browser));
    }

    /** Signs somebody in who has shown who they are but for a second factor. */
    @UnitOfWork
    Begun enter(Person person, String browser) {
        boolean half = besides.factors().isOn(person.id());
        return new Begun(begin(person.id(), browser, half), half);
    }

    /**
     * Signs somebody in by a passkey, wholly: it is something they have, and their device has made sure that it is them.
     *
     * @param challenge what their browser was asked to sign
     * @param browser roughly which it is
     */
    @UnitOfWork
    Optional<Token> signIn(Token challenge, String sent, String browser) {
        return besides.passkeys().recognise(challenge, sent).map(personId -> begin(personId, browser, false));
    }

    /** Signs somebody in who is known otherwise. */
    @UnitOfWork
    public Token begin(long personId) {
        return begin(personId, "", false);
    }

    @UnitOfWork
    Token begin(long personId, String browser, boolean half) {
        Instant now = clock.instant();
        Token token = Token.random();
        signIns.forgetExpired(now);
        signIns.save(new SignIn(token.hash(), personId, now, now.plus(half ? HALF_LASTS : LASTS), browser, half));
        return token;
    }

    /** Who is half in. */
    Optional<Long> halfIn(Token token) {
        return signIns.current(token.hash(), clock.instant(), true).map(SignIn::personId);
    }

    /** Lets whoever is half in wholly in, by a code; the half is over then. */
    @UnitOfWork
    Optional<Token> complete(Token half, String code) {
        return signIns.current(half.hash(), clock.instant(), true)
                .filter(signIn -> besides.factors().accepts(signIn.personId(), code))
                .filter(signIn -> signIns.end(half.hash()) == 1)
                .map(signIn -> begin(signIn.personId(), signIn.browser(), false));
    }

    /** Where somebody is signed in, the latest first. */
    public List<OwnSignIn> of(long personId) {
        return signIns.of(personId, clock.instant());
    }

    @UnitOfWork
    public void end(Token token) {
        signIns.end(token.hash());
    }

    /** Ends one of somebody's sign-ins. */
    @UnitOfWork
    public void end(long personId, long id) {
        signIns.end(id, personId);
    }

    /** Ends all of somebody's sign-ins. */
    @UnitOfWork
    public void endAll(long personId) {
        signIns.endAllBut(personId, NONE);
    }

    /** The same, and takes away the passkeys and the identity at a provider that would begin others. */
    @UnitOfWork
    public void shutOut(long personId, String actor) {
        endAll(personId);
        besides.passkeys().removeAll(personId, actor);
        besides.identities().forget(personId, actor);
    }

    /** Ends all but the one that they look from. */
    @UnitOfWork
    public void endOthers(long personId, Token here) {
        signIns.endAllBut(personId, here.hash());
    }

    Optional<Organiser> organiser(Token token) {
        return signIns.current(token.hash(), clock.instant(), false)
                .flatMap(signIn -> people.find(signIn.personId()))
                .map(person -> people.organiser(person, "person:" + person.id()));
    }
}
