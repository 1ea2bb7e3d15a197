package lv.kopa.registration.handover;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Bringing;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Turning;
import lv.kopa.registration.address.EarlierAddresses;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.ConsentText;
import lv.kopa.registration.wish.Wish;
import lv.kopa.web.Token;

/** Registrations that are offered to somebody else, and taken. A place stays taken all the while. */
@Singleton
@UnitOfWork
public class HandOvers {
    private final HandOverRepository repository;
    private final Taker taker;
    private final Turning turning;
    private final Letterbox letterbox;
    private final EarlierAddresses addresses;

    HandOvers(
            HandOverRepository repository,
            Taker taker,
            Turning turning,
            Letterbox letterbox,
            EarlierAddresses addresses) {
        this.repository = repository;
        this.taker = taker;
        this.turning = turning;
        this.letterbox = letterbox;
        this.addresses = addresses;
    }

    /** An offer that somebody looks at. */
    public record Offer(HandOver handOver, Registration registration) {}

    /**
     * Offers a registration to somebody, in the place of whoever it was offered to before. Whether the address is
     * registered already is told to nobody but the address. A form that is sent twice offers it once.
     *
     * @throws HandOverRefused if the deadline has passed, it was given up, or an address before can take it back
     */
    public void offer(Registration known, Proposal proposal) {
        Registration registration = turning.lock(known);
        if (offered(registration).filter(proposal::isIn).isPresent()) {
            return;
        }
        EventDetails event = settled(registration);
        EmailAddress address = proposal.address();
        Token secret = Token.random();
        HandOver offer = proposal.of(registration, secret, letterbox.now());
        repository.noteEndOfOffer(registration.id(), HandOverRefused.WITHDRAWN, letterbox.now());
        letterbox.stopOffer(registration);
        repository.offer(
                offer.registrationId(),
                offer.linkHash(),
                offer.name(),
                offer.email(),
                offer.message(),
                offer.offeredAt(),
                offer.submission());
        letterbox.note(registration, "hand-over-offered");
        repository
                .findLive(registration.eventId(), address.key())
                .ifPresentOrElse(
                        existing -> letterbox.known(event, registration, existing),
                        () -> letterbox.offer(event, registration, offer, secret));
    }

    /** To whom a registration is offered at the moment, where it still can be taken. */
    public Optional<HandOver> offered(Registration registration) {
        return repository.offered(registration.id());
    }

    /** Takes an offer back; one that was taken already stays taken. */
    public void withdraw(Registration known) {
        Registration registration = turning.lock(known);
        repository.noteEndOfOffer(registration.id(), HandOverRefused.WITHDRAWN, letterbox.now());
        if (repository.withdraw(registration.id()) > 0) {
            letterbox.stopOffer(registration);
            letterbox.note(registration, "hand-over-withdrawn");
        }
    }

    /**
     * What a link offers.
     *
     * @throws HandOverRefused if it was withdrawn, taken, its time is over, or an address before can take it back
     */
    public Offer find(Token secret) {
        HandOver handOver = repository
                .offeredBy(secret.hash())
                .orElseThrow(() -> HandOverRefused.because(repository.ending(secret.hash())));
        Registration registration =
                repository.registration(handOver.registrationId()).orElseThrow(HandOverRefused::unknown);
        settled(registration);
        return new Offer(handOver, registration);
    }

    /**
     * Makes the registration that of the person who takes it, by the address it was offered to.
     *
     * @param wish who that is and what they agree to
     * @param submission names the form it came with
     * @return the secret of their own page
     * @throws HandOverRefused as {@link #find}, and if they have a registration for the event by now
     * @throws lv.kopa.text.InvalidInput with every fault of the wish
     */
    public Token accept(Token secret, Wish wish, String submission) {
        Registration former = turning.lock(find(secret).registration());
        HandOver handOver = find(secret).handOver();
        EventDetails event = settled(former);
        Applicant person = wish.takenOverIn(event);
        if (repository
                .findLive(former.eventId(), new EmailAddress(handOver.email()).key())
                .isPresent()) {
            throw HandOverRefused.known();
        }
        List<Long> sessions = repository.sessions(former.id());
        repository.leaveParty(former.id());
        turning.letGo(former);
        takeOfferBack(former);
        turning.dropAnswers(former);
        repository.noteEndOfOffer(former.id(), HandOverRefused.TAKEN, letterbox.now());
        Token link = taker.take(former, person, true, ConsentText.PRIVACY, letterbox.now());
        repository.noteForm(secret.hash(), submission, link.hash());
        Registration registration = turning.lock(former);
        letterbox.noteHandOver(registration, Deed.PARTICIPANT);
        letterbox.givenAway(event, former, sessions, person.name());
        letterbox.taken(event, registration, link, sessions);
        turning.promote(event);
        return link;
    }

    /** The secret of a new link to what the same form took when it was sent before, as long as it is still theirs. */
    public Optional<Token> again(Token secret, String submission) {
        return repository.taken(secret.hash(), submission).map(letterbox::link);
    }

    /**
     * Makes a registration another person's at once: whoever registered the one answers for the other too. Whoever has it
     * already keeps everything that belongs to it, and has the name that is given now.
     *
     * @param ownAddress whether the address is the person's, and not that of whoever registers them
     * @return the other registration that the address has already, if it has one; then it alone is told
     * @throws HandOverRefused if the deadline has passed, or it was given up
     */
    public Optional<Registration> give(Registration known, Applicant person, boolean ownAddress) {
        Registration former = turning.lock(known);
        EventDetails event = open(former);
        if (isTheirs(former, person, ownAddress)) {
            rename(former, person.name(), Bringing.CONTACT);
            return Optional.empty();
        }
        if (ownAddress) {
            Optional<Registration> other =
                    repository.findLive(former.eventId(), person.email().key());
            if (other.isPresent()) {
                letterbox.known(event, former, other.get());
                return other;
            }
        }
        List<Long> sessions = repository.sessions(former.id());
        takeOfferBack(former);
        turning.dropAnswers(former);
        Token link = taker.take(former, person, ownAddress, ConsentText.PARTY, letterbox.now());
        Registration registration = turning.lock(former);
        letterbox.noteHandOver(registration, Bringing.CONTACT);
        letterbox.givenAway(event, former, sessions, person.name());
        letterbox.taken(event, registration, link, sessions);
        turning.promote(event);
        return Optional.empty();
    }

    /** Whether a person has a registration already. Without an address of their own people are known by their names alone. */
    public static boolean isTheirs(Registration registration, Applicant person, boolean ownAddress) {
        return ownAddress
                ? registration.emailKey().equals(person.email().key())
                : !registration.hasOwnAddress() && registration.name().equals(person.name());
    }

    /** Puts the name of a registration's person right; all that belongs to it stays, and nobody is written to. */
    public void rename(Registration known, String name, String actor) {
        Registration former = turning.lock(known);
        if (!former.name().equals(name)) {
            repository.rename(former.id(), name, letterbox.now());
            letterbox.noteName(former, turning.lock(former), actor);
        }
    }

    /** A place that is offered was offered to the former person; the next one has the turn, and is asked anew. */
    private void takeOfferBack(Registration former) {
        if (!former.isConfirmed()) {
            turning.free(former);
        }
    }

    /**
     * Until when nobody can take a registration over by its person's own page, if so: whoever has stolen that could change
     * the address and hand over what the address before could then no longer take back.
     */
    public Optional<Instant> notBefore(Registration registration, Event event) {
        return addresses.openUntil(registration, event);
    }

    /**
     * The same as it would be if the person changed the address now; nothing where they have no place to hand over, or
     * cannot anyway.
     */
    public Optional<Instant> notBeforeOnceMoved(Registration registration, Event event) {
        boolean theirs = registration.isConfirmed()
                && event.changesAllowed(letterbox.now())
                && !turning.isKept(registration)
                && notBefore(registration, event).isEmpty();
        return theirs ? Optional.of(addresses.wouldBeOpenUntil(event)) : Optional.empty();
    }

    /** The event of a registration that its person alone has a say in. */
    private EventDetails settled(Registration registration) {
        EventDetails event = open(registration);
        if (notBefore(registration, event.event()).isPresent()) {
            throw HandOverRefused.early();
        }
        return event;
    }

    private EventDetails open(Registration registration) {
        EventDetails event = turning.event(registration.eventId());
        if (event.event().isCancelled()) {
            throw HandOverRefused.calledOff();
        }
        if (!registration.status().isLive() || !event.event().changesAllowed(letterbox.now())) {
            throw HandOverRefused.late();
        }
        if (turning.isKept(registration)) {
            throw HandOverRefused.kept();
        }
        return event;
    }
}
