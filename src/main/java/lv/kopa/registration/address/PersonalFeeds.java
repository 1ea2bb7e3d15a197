package lv.kopa.registration.address;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Wording;
import lv.kopa.registration.Registration;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/**
 * The secret addresses of calendars with all that belongs to an e-mail address. Since anybody can register anybody, they
 * are only ever sent to that address.
 */
@Singleton
@UnitOfWork
public class PersonalFeeds {
    private final AddressRepository repository;
    private final AddressMail mail;
    private final Links links;
    private final Clock clock;

    PersonalFeeds(AddressRepository repository, AddressMail mail, Links links, Clock clock) {
        this.repository = repository;
        this.mail = mail;
        this.links = links;
        this.clock = clock;
    }

    /** Sends the person of a registration a new address; those before go on working until they are ended. */
    public void send(Registration registration) {
        Token secret = Token.random();
        repository.addFeed(
                secret.hash(), registration.emailKey(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        String words = Texts.in(registration.reader()).get("mail.calendar-address.link");
        Wording.Link page = new Wording.Link(words, links.to("/my/" + secret.secret()));
        mail.send(new EmailAddress(registration.email()), registration.reader(), "calendar-address", List.of(), page);
    }

    /**
     * Everything that an address was registered for, the newest first.
     *
     * @throws UnknownRegistration where the address was ended, or never was
     */
    public List<Registration> of(Token secret) {
        return repository.of(emailKey(secret));
    }

    /** Notes that a program has come for the calendar, so that its person notices a stranger's. */
    public void fetched(Token secret, String program) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        repository.fetched(secret.hash(), program, now, now.minus(Fetched.NOTED_EVERY));
    }

    /** When a program last came for it, and which; empty where none ever did. */
    public Optional<Fetched> lastFetched(Token secret) {
        return repository.lastFetched(secret.hash());
    }

    /** Ends all addresses of the same calendar but this one; whoever still has one is told so. */
    public void endOthers(Token secret) {
        String emailKey = emailKey(secret);
        repository.noteEndOfOtherFeeds(emailKey, secret.hash(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        repository.endOtherFeeds(emailKey, secret.hash());
    }

    private String emailKey(Token secret) {
        return repository
                .feedOf(secret.hash())
                .orElseThrow(() -> UnknownRegistration.because(repository.ending(secret.hash())));
    }
}
