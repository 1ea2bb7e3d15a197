package lv.kopa.registration.address;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Letters;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** Addresses that people want to be written to at; one counts only when a link that was sent there comes back. */
@Singleton
@UnitOfWork
public class AddressChanges {
    private final AddressRepository repository;
    private final Turning turning;
    private final Telling telling;
    private final PersonalLinks personalLinks;
    private final Links links;

    AddressChanges(
            AddressRepository repository, Turning turning, Telling telling, PersonalLinks personalLinks, Links links) {
        this.repository = repository;
        this.turning = turning;
        this.telling = telling;
        this.personalLinks = personalLinks;
        this.links = links;
    }

    /**
     * A new address that has come to be confirmed.
     *
     * @param registration as it still is
     */
    public record Asked(AddressChange change, Registration registration) {}

    /** Sends a link to the new address; until it comes back nothing changes. */
    public void ask(Registration registration, EmailAddress address) {
        Token secret = Token.random();
        repository.ask(registration.id(), secret.hash(), address.value(), telling.now());
        telling.note(registration, "address-asked", Deed.PARTICIPANT, null);
        EventDetails event = turning.event(registration.eventId());
        Wording letter = new Letters.Draft(event, registration, "mail.address-asked")
                .say()
                .eventFact(repository.sessions(registration.id()))
                .letter(links.to("/my/address/" + secret.secret()), "mail.address-asked.link");
        telling.write(event, registration.of(registration.name(), address.value()), "address-asked", letter);
    }

    /** The address that a registration is to get, if one was asked for. */
    public Optional<AddressChange> asked(Registration registration) {
        return repository.asked(registration.id());
    }

    public void forget(Registration registration) {
        repository.forget(registration.id());
    }

    /**
     * What a link stands for.
     *
     * @throws AddressRefused if it was used, or replaced by a newer one
     */
    public Asked find(Token secret) {
        AddressChange change = repository.askedBy(secret.hash()).orElseThrow(AddressRefused::unknown);
        return new Asked(
                change, repository.registration(change.registrationId()).orElseThrow(AddressRefused::unknown));
    }

    /**
     * Writes to the new address from now on, and tells the old one.
     *
     * @return the secret of a new link to the person's own page
     * @throws AddressRefused if the link, the event or another registration of the address does not allow it
     */
    public Token confirm(Token secret) {
        Registration registration = turning.lock(find(secret).registration());
        EmailAddress address = new EmailAddress(find(secret).change().email());
        EventDetails event = turning.event(registration.eventId());
        if (!registration.status().isLive() || !event.event().changesAllowed(telling.now())) {
            throw AddressRefused.late();
        }
        if (repository.isTaken(registration.eventId(), address.key(), registration.id())) {
            throw AddressRefused.taken();
        }
        repository.move(registration.id(), address.value(), address.key(), telling.now());
        repository.forget(registration.id());
        telling.note(registration, "address-changed", Deed.PARTICIPANT, null);
        Wording letter = new Letters.Draft(event, registration, "mail.address-changed")
                .say()
                .eventFact(repository.sessions(registration.id()))
                .letter(links.to("/events/" + event.event().slug()), "mail.event-page");
        telling.moved(event, registration, turning.lock(registration), "address-changed", letter);
        return personalLinks.fresh(registration);
    }
}
