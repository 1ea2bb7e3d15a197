package lv.kopa.registration.address;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Letters;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.text.Dates;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/**
 * Addresses that registrations had before. Whoever had the link to somebody's page could have changed the address, so
 * whoever reads mails at the one before can take that back for some days.
 */
@Singleton
@UnitOfWork
public class EarlierAddresses {
    /** Why links end; the name of each is that of what is said then. */
    private enum Ending {
        MOVED,
        TAKEN_BACK,
        AGREED,
        TOO_LATE
    }

    private final EarlierAddressRepository repository;
    private final Moving moving;
    private final Turning turning;
    private final Telling telling;
    private final AddressRepository registrations;
    private final Links links;

    EarlierAddresses(
            EarlierAddressRepository repository,
            Moving moving,
            Turning turning,
            Telling telling,
            AddressRepository registrations,
            Links links) {
        this.repository = repository;
        this.moving = moving;
        this.turning = turning;
        this.telling = telling;
        this.registrations = registrations;
        this.links = links;
    }

    /**
     * A change that somebody looks at who may take it back.
     *
     * @param registration as it is now
     */
    public record Left(EarlierAddress address, Registration registration, EventDetails event) {}

    /** Tells an address that it is none any more, and how that is taken back; what is in use again needs no such way. */
    void leave(EventDetails event, Registration before, Registration after) {
        repository.since(after.id(), Instant.EPOCH).stream()
                .filter(earlier -> earlier.emailKey().equals(after.emailKey()))
                .forEach(again -> end(again, Ending.TAKEN_BACK));
        Token secret = Token.random();
        EarlierAddress address =
                new EarlierAddress(secret.hash(), before.id(), before.email(), before.emailKey(), telling.now());
        repository.save(address);
        Wording letter = new Letters.Draft(event, before, "mail.address-changed")
                .say(Dates.in(before.reader())
                        .deadline(address.until(event.event()), event.event().zone()))
                .eventFact(registrations.sessions(before.id()))
                .letter(links.to("/my/earlier-address/" + secret.secret()), "mail.address-changed.link");
        telling.farewell(event, before, "address-changed", letter);
    }

    /**
     * What a link takes back.
     *
     * @throws UnknownRegistration if it was used, its time is over, or the registration is no longer this person's
     */
    public Left find(Token secret) {
        EarlierAddress address = repository
                .findByLinkHash(secret.hash())
                .orElseThrow(() -> UnknownRegistration.because(repository.ending(secret.hash())));
        Registration registration =
                registrations.registration(address.registrationId()).orElseThrow(UnknownRegistration::new);
        EventDetails event = turning.event(registration.eventId());
        if (!telling.now().isBefore(address.until(event.event()))) {
            throw UnknownRegistration.because(Optional.of(Ending.TOO_LATE.name()));
        }
        return new Left(address, registration, event);
    }

    /**
     * Writes to the address before again: the links of the other one end, as does what was begun by them, an offer of the
     * place or another change of the address, and the other one is told.
     *
     * @return the secret of a new link to the person's own page
     * @throws UnknownRegistration as {@link #find}
     * @throws AddressRefused if the address has another registration for the event by now
     */
    public Token takeBack(Token secret) {
        Registration other = turning.lock(find(secret).registration());
        Left left = find(secret);
        EventDetails event = left.event();
        EarlierAddress address = left.address();
        Registration restored = moving.move(other, new EmailAddress(address.email()), address.emailKey());
        repository.noteEndOfOffer(other.id(), telling.now());
        repository.forgetOffer(other.id());
        telling.stop(other, "hand-over");
        telling.stop(other, "address-asked");
        for (EarlierAddress later : repository.since(other.id(), address.leftAt())) {
            end(later, later.equals(address) ? Ending.TAKEN_BACK : Ending.MOVED);
            if (!later.equals(address)) {
                repository.endFeeds(later.emailKey());
            }
        }
        repository.endFeeds(other.emailKey());
        telling.note(restored, "address-returned", Deed.PARTICIPANT, null);
        Wording letter = new Letters.Draft(event, other, "mail.address-returned")
                .say()
                .eventFact(registrations.sessions(other.id()))
                .letter(links.to("/events/" + event.event().slug()), "mail.event-page");
        telling.farewell(event, other, "address-returned", letter);
        moving.greet(event, other, restored, "address-again");
        return moving.link(restored);
    }

    /**
     * Leaves the address to the other one at once, since it was rightly changed: whoever has that can hand the registration
     * over from now on, unless there is still another address before.
     *
     * @throws UnknownRegistration as {@link #find}
     */
    public void agree(Token secret) {
        Registration registration = turning.lock(find(secret).registration());
        Left left = find(secret);
        end(left.address(), Ending.AGREED);
        repository.endFeeds(left.address().emailKey());
        telling.note(registration, "address-agreed", Deed.PARTICIPANT, null);
    }

    /** Until when an address that a registration had before can still take it back, if one can. */
    public Optional<Instant> openUntil(Registration registration, Event event) {
        return repository.since(registration.id(), Instant.EPOCH).stream()
                .map(earlier -> earlier.until(event))
                .filter(telling.now()::isBefore)
                .max(Comparator.naturalOrder());
    }

    /** Until when an address that was left now could take it back. */
    public Instant wouldBeOpenUntil(Event event) {
        return EarlierAddress.until(telling.now(), event);
    }

    /** Forgets addresses that nobody can take a registration back to any more. */
    void forgetOld() {
        repository.leftBefore(telling.now().minus(EarlierAddress.PATIENCE)).forEach(old -> {
            end(old, Ending.TOO_LATE);
            repository.endFeeds(old.emailKey());
        });
    }

    private void end(EarlierAddress address, Ending ending) {
        repository.noteEnd(address.linkHash(), ending.name(), telling.now());
        repository.forget(address.linkHash());
    }
}
