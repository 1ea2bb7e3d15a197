package lv.kopa.registration.api;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Outcome.Registered;
import lv.kopa.registration.Outcome.Repeated;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Reference;
import lv.kopa.registration.api.RegistrationItem.Receipt;
import lv.kopa.registration.api.RegistrationItem.ReceiptLinks;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** Tells programs what came of registering: strangers no more than a form would, whoever is registered already. */
@Singleton
class Receipts {
    private final PersonalLinks personalLinks;
    private final Links links;

    Receipts(PersonalLinks personalLinks, Links links) {
        this.personalLinks = personalLinks;
        this.links = links;
    }

    /**
     * A stranger who registers somebody a second time gets a receipt that opens nothing.
     *
     * @throws RegisteredAlready where an organiser of the event does
     */
    Receipt of(Outcome outcome, boolean forOrganiser) {
        if (outcome instanceof Registered registered) {
            return receipt(registered.registration().reference(), personalLinks.to(registered.link()), outcome);
        }
        Repeated repeated = (Repeated) outcome;
        if (repeated.same()) {
            return receipt(repeated.existing().reference(), personalLinks.renew(repeated.existing()), outcome);
        }
        if (forOrganiser) {
            throw new RegisteredAlready(repeated.existing());
        }
        return receipt(Reference.random(), personalLinks.to(Token.random()), outcome.asForSomebodyNew());
    }

    private Receipt receipt(String reference, String manage, Outcome outcome) {
        Optional<Integer> position = outcome.position();
        return new Receipt(
                reference,
                outcome.status(),
                position.orElse(null),
                new ReceiptLinks(links.to("/api/v1/registrations/" + reference), manage, manage + "/calendar.ics"));
    }
}
