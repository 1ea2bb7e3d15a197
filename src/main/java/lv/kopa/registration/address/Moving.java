package lv.kopa.registration.address;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Wording;
import lv.kopa.registration.Letters;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.turn.SessionTurns;
import lv.kopa.text.Texts;
import lv.kopa.web.Token;

/** Gives registrations another address: every link that was sent to the one before ends, and a new one goes there. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class Moving {
    private final AddressRepository repository;
    private final Turning turning;
    private final Telling telling;
    private final PersonalLinks personalLinks;
    private final SessionTurns turns;

    Moving(
            AddressRepository repository,
            Turning turning,
            Telling telling,
            PersonalLinks personalLinks,
            SessionTurns turns) {
        this.repository = repository;
        this.turning = turning;
        this.telling = telling;
        this.personalLinks = personalLinks;
        this.turns = turns;
    }

    /**
     * Writes to another address from now on. The caller has locked the registration.
     *
     * @param key of the address, or what stands in its place
     * @throws AddressRefused if another registration for the event has the address
     */
    Registration move(Registration before, EmailAddress address, String key) {
        if (before.status().isLive() && repository.isTaken(before.eventId(), key, before.id())) {
            throw AddressRefused.taken();
        }
        repository.noteEndOfLinks(before.id(), telling.now());
        repository.move(before.id(), address.value(), key, Token.random().hash(), telling.now());
        repository.endLinks(before.id());
        repository.forget(before.id());
        return turning.lock(before);
    }

    /**
     * Sends a link to the address that a registration has now, and what belongs into the calendar there.
     *
     * @param kind also the beginning of its texts: `mail.address-new.subject`
     */
    void greet(EventDetails event, Registration before, Registration after, String kind) {
        List<Long> sessions = repository.sessions(after.id());
        Wording letter = new Letters.Draft(event, after, "mail." + kind)
                .say()
                .quote(calendarLeft(before, after))
                .facts(sessions, after.isConfirmed())
                .turns(turns.positions(after.id(), event))
                .letter(personalLinks.renew(after), "mail.see-or-cancel");
        telling.write(event, after, kind, letter, sessions);
    }

    /** A calendar is that of an address: whoever subscribed to it by the one before would miss the event in it. */
    private String calendarLeft(Registration before, Registration after) {
        return Optional.of("mail.address.calendar")
                .filter(text -> repository.hasFeed(before.emailKey()) && !repository.hasFeed(after.emailKey()))
                .map(Texts.in(after.reader())::get)
                .orElse("");
    }

    /** The secret of a new link to the person's own page. */
    Token link(Registration registration) {
        return personalLinks.fresh(registration);
    }
}
