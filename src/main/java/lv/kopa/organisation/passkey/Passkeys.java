package lv.kopa.organisation.passkey;

import com.webauthn4j.data.AuthenticationData;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.organisation.warning.Warning;
import lv.kopa.organisation.warning.Warnings;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which people sign in. A device lets its owner use one by fingerprint, face or PIN alone, so that it stands for
 * password and second factor together; whoever has one has a password too, and so is never locked out by losing it.
 */
@Singleton
public class Passkeys {
    private static final String SUBJECT = "person";
    private static final Pattern HANDLE = Pattern.compile("[a-z2-7]{32}");

    private final PasskeyRepository passkeys;
    private final ChallengeRepository challenges;
    private final RelyingParty here;
    private final Audit audit;
    private final Warnings warnings;
    private final Clock clock;

    Passkeys(
            PasskeyRepository passkeys,
            ChallengeRepository challenges,
            RelyingParty here,
            Audit audit,
            Warnings warnings,
            Clock clock) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.here = here;
        this.audit = audit;
        this.warnings = warnings;
        this.clock = clock;
    }

    /** Somebody's, the oldest first. */
    public List<OwnPasskey> of(long personId) {
        return passkeys.of(personId);
    }

    /** One of somebody's. */
    public Optional<OwnPasskey> find(long personId, long id) {
        return of(personId).stream().filter(passkey -> passkey.id() == id).findFirst();
    }

    /** Asks a browser who sits there. */
    @UnitOfWork
    public Asked ask() {
        Token challenge = challenge(null);
        return new Asked(challenge, here.request(challenge));
    }

    /** Asks a browser to create a passkey. */
    @UnitOfWork
    public Asked ask(Person person) {
        passkeys.giveHandle(person.id(), Token.random().secret());
        Token challenge = challenge(person.id());
        return new Asked(
                challenge,
                here.creation(
                        challenge,
                        person,
                        passkeys.handle(person.id()),
                        passkeys.findByPersonIdOrderById(person.id())));
    }

    /**
     * Takes the passkey that a browser has created.
     *
     * @return false where it is unfit, was not asked for, or took too long
     */
    @UnitOfWork
    public boolean add(Person person, Token challenge, String sent, String name, String actor) {
        Instant now = clock.instant();
        if (challenges.spend(challenge.hash(), person.id(), now) == 0) {
            return false;
        }
        Optional<NewKey> fit =
                here.created(challenge, sent).filter(created -> !passkeys.isKnown(created.credentialId()));
        fit.ifPresent(created -> {
            Passkey added = passkeys.save(new Passkey(
                    0,
                    person.id(),
                    created.credentialId(),
                    created.publicKey(),
                    created.signCount(),
                    created.synced(),
                    name,
                    now,
                    null));
            record(actor, person.id(), "passkey-added", added.id());
            warnings.tell(person.id(), Warning.PASSKEY_ADDED);
        });
        return fit.isPresent();
    }

    /** Who shows a passkey; nobody learns what was wrong with it. What was asked is asked once, whatever comes of it. */
    @UnitOfWork
    public Optional<Long> recognise(Token challenge, String sent) {
        Instant now = clock.instant();
        if (challenges.spend(challenge.hash(), now) == 0) {
            return Optional.empty();
        }
        return here.read(sent)
                .flatMap(shown -> shownBy(shown)
                        .filter(passkey -> {
                            OptionalLong signCount = here.signed(challenge, shown, passkey);
                            return signCount.isPresent() && passkeys.use(passkey.id(), signCount.getAsLong(), now) == 1;
                        })
                        .map(Passkey::personId));
    }

    /** Gives one of somebody's another name. */
    @UnitOfWork
    public void rename(long personId, long id, String name, String actor) {
        if (passkeys.rename(id, personId, name) == 1) {
            record(actor, personId, "passkey-renamed", id);
        }
    }

    /** From now on it opens nothing. */
    @UnitOfWork
    public void remove(long personId, long id, String actor) {
        if (drop(personId, id, actor)) {
            warnings.tell(personId, Warning.PASSKEY_REMOVED);
        }
    }

    /** The same of all of somebody's, who hears of what it comes with: a new password, or the last team left. */
    @UnitOfWork
    public void removeAll(long personId, String actor) {
        of(personId).forEach(passkey -> drop(personId, passkey.id(), actor));
    }

    private boolean drop(long personId, long id, String actor) {
        boolean dropped = passkeys.remove(id, personId) == 1;
        if (dropped) {
            record(actor, personId, "passkey-removed", id);
        }
        return dropped;
    }

    private Token challenge(@Nullable Long personId) {
        Instant now = clock.instant();
        Token challenge = Token.random();
        challenges.forgetExpired(now);
        challenges.save(new Challenge(challenge.hash(), personId, now.plus(RelyingParty.PATIENCE)));
        return challenge;
    }

    /** Whose handle is none of ours does not get as far as the database, which may not know its letters. */
    private Optional<Passkey> shownBy(AuthenticationData shown) {
        byte @Nullable [] sent = shown.getUserHandle();
        String handle = sent == null ? "" : new String(sent, StandardCharsets.ISO_8859_1);
        return HANDLE.matcher(handle).matches() ? passkeys.find(shown.getCredentialId(), handle) : Optional.empty();
    }

    private void record(String actor, long personId, String deed, long id) {
        audit.record(new Deed(actor, SUBJECT, personId, deed, "passkey:" + id));
    }
}
