package lv.kopa.registration.delegation;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Wording;
import lv.kopa.registration.Letters;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.text.Texts;

/** Writes to people whom the head of a delegation has named. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class DelegateMail {
    private final Telling telling;
    private final PersonalLinks links;
    private final Registrations registrations;

    DelegateMail(Telling telling, PersonalLinks links, Registrations registrations) {
        this.telling = telling;
        this.links = links;
        this.registrations = registrations;
    }

    /** Now, as finely as the database keeps it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    Instant now() {
        return telling.now();
    }

    /** That they have a place, and answer what is asked themselves. */
    void named(EventDetails event, Delegation delegation, Outcome.Registered named) {
        Registration registration = named.registration();
        boolean asked = event.questionnaire().asksAnything(event.categoryKey(registration.categoryId()));
        Wording letter = new Letters.Draft(event, registration, "mail.delegated")
                .say(delegation.signature())
                .ask(asked, "mail.delegated.questions")
                .facts(List.of(), true)
                .letter(links.to(named.link()), "mail.see-or-cancel");
        telling.write(event, registration, "delegated", letter, List.of());
        telling.askGuardian(event, registration);
    }

    /** That who is registered already was named, and nothing is different for that. */
    void known(EventDetails event, Delegation delegation, Registration existing) {
        String status = Texts.in(existing.reader()).get(existing.status().textKey());
        Wording letter = new Letters.Draft(event, existing, "mail.delegated-known")
                .say(delegation.signature(), status)
                .facts(registrations.chosenSessions(existing), existing.isConfirmed())
                .letter(links.renew(existing), "mail.see-or-cancel");
        telling.write(event, existing, "delegated-known", letter);
    }
}
