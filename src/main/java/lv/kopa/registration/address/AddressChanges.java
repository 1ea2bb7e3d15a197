package lv.kopa.registration.address;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Letters;
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
    private final Moves moves;
    private final Links links;

    AddressChanges(AddressRepository repository, Turning turning, Telling telling, Moves moves, Links links) {
        this.repository = repository;
        this.turning = turning;
        this.telling = telling;
        this.moves = moves;
        this.links = links;
    }

    /** What comes of a new address, and what becomes of the old one. */
    @Singleton
    record Moves(Moving moving, EarlierAddresses earlier) {}

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
        AddressChange change = repository.askedBy(secret.hash()).orElseThrow(() -> AddressRefused.unknown(secret));
        return new Asked(
                change,
                repository.registration(change.registrationId()).orElseThrow(() -> AddressRefused.unknown(secret)));
    }

    /**
     * Writes to the new address from now on, where a new link goes; those that were sent before open nothing any more. The
     * old address is told, and how to take that back.
     *
     * @param submission names the form it came with
     * @return the secret of a new link to the person's own page
     * @throws AddressRefused if the link, the event or another registration of the address does not allow it
     */
    public Token confirm(Token secret, String submission) {
        Registration before = turning.lock(find(secret).registration());
        EmailAddress address = new EmailAddress(find(secret).change().email());
        EventDetails event = turning.event(before.eventId());
        if (!before.status().isLive() || !event.event().changesAllowed(telling.now())) {
            throw AddressRefused.late();
        }
        Registration after = moves.moving().move(before, address, address.key());
        repository.noteUse(secret.hash(), submission, after.linkHash(), telling.now());
        telling.note(after, "address-changed", Deed.PARTICIPANT, null);
        moves.earlier().leave(event, before, after);
        moves.moving().greet(event, before, after, "address-new");
        return moves.moving().link(after);
    }

    /** The secret of a new link to what the same form changed when it was sent before, as long as it has that address. */
    public Optional<Token> again(Token secret, String submission) {
        return repository.moved(secret.hash(), submission).map(moves.moving()::link);
    }
}
