package lv.kopa.registration.handover;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Letters;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** Notes what becomes of offers and lets both people know. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class Letterbox {
    private static final String OFFER = "hand-over";

    private final Telling telling;
    private final Letters letters;
    private final Registrations registrations;
    private final PersonalLinks personalLinks;
    private final Links links;

    Letterbox(Telling telling, Letters letters, Registrations registrations, PersonalLinks personalLinks, Links links) {
        this.telling = telling;
        this.letters = letters;
        this.registrations = registrations;
        this.personalLinks = personalLinks;
        this.links = links;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    Instant now() {
        return telling.now();
    }

    void note(Registration registration, String deed) {
        note(registration, deed, Deed.PARTICIPANT);
    }

    void note(Registration registration, String deed, String actor) {
        telling.note(registration, deed, actor, null);
    }

    /** Notes that a registration is another person's by now, and forgets what was noted of the former one. */
    void noteHandOver(Registration registration, String actor) {
        note(registration, "handed-over", actor);
        telling.forgetPerson(registration);
    }

    /** Notes that whoever registered somebody has put the name right. */
    void noteName(Registration before, Registration after, String actor) {
        telling.noteChange(before, after, "name", actor);
    }

    /** The secret of a new link to the own page of whoever has a registration. */
    Token link(Registration registration) {
        return personalLinks.fresh(registration);
    }

    void offer(EventDetails event, Registration registration, HandOver offer, Token secret) {
        Wording letter = new Letters.Draft(event, registration, "mail.hand-over")
                .say(registration.name())
                .quote(offer.message())
                .facts(registrations.chosenSessions(registration), false)
                .letter(links.to("/my/hand-over/" + secret.secret()), "mail.hand-over.link", offer.name());
        telling.write(event, registration.of(offer.name(), offer.email()), OFFER, letter);
    }

    /** An offer that is withdrawn is brought to nobody any more. */
    void stopOffer(Registration registration) {
        telling.stop(registration, OFFER);
    }

    /** Who is registered already needs no second place. */
    void known(EventDetails event, Registration registration, Registration existing) {
        Wording letter = new Letters.Draft(event, existing, "mail.hand-over-known")
                .say(registration.name())
                .facts(registrations.chosenSessions(existing), existing.isConfirmed())
                .letter(personalLinks.renew(existing), "mail.see-or-cancel");
        telling.write(event, existing, "hand-over-known", letter);
    }

    void taken(EventDetails event, Registration registration, Token link, List<Long> sessions) {
        Wording letter = letters.registered(
                event, registration, sessions, personalLinks.to(link), registrations.position(registration));
        telling.write(event, registration, registration.status().key(), letter, sessions);
        telling.askGuardian(event, registration);
    }

    void givenAway(EventDetails event, Registration former, List<Long> sessions, String name) {
        Wording letter = new Letters.Draft(event, former, "mail.handed-over")
                .say(name)
                .eventFact(sessions)
                .letter(links.to("/events/" + event.event().slug()), "mail.event-page");
        telling.farewell(event, former, "handed-over", letter);
    }
}
