package lv.kopa.registration.api;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Outcome.Registered;
import lv.kopa.registration.Outcome.Repeated;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Reference;
import lv.kopa.registration.Registration;
import lv.kopa.registration.api.RegistrationItem.Receipt;
import lv.kopa.registration.api.RegistrationItem.ReceiptLinks;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.registration.hold.AddressHolds;
import lv.kopa.web.Links;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Tells programs what came of registering: strangers no more than a form would, whoever is registered already. */
@Singleton
class Receipts {
    private final PersonalLinks personalLinks;
    private final AddressHolds holds;
    private final Clock clock;
    private final Links links;

    Receipts(PersonalLinks personalLinks, AddressHolds holds, Clock clock, Links links) {
        this.personalLinks = personalLinks;
        this.holds = holds;
        this.clock = clock;
        this.links = links;
    }

    /**
     * A stranger who registers somebody a second time gets a receipt that opens nothing.
     *
     * @throws RegisteredAlready where an organiser of the event does
     */
    Receipt of(EventDetails event, Outcome outcome, boolean forOrganiser) {
        boolean held = event.event().confirmAddress();
        if (outcome instanceof Registered registered) {
            Registration registration = registered.registration();
            return receipt(
                    registration.reference(),
                    personalLinks.to(registered.link()),
                    outcome,
                    held ? confirmBy(registration) : null);
        }
        Repeated repeated = (Repeated) outcome;
        if (repeated.same()) {
            Registration existing = repeated.registration();
            return receipt(existing.reference(), personalLinks.renew(existing), outcome, confirmBy(existing));
        }
        if (forOrganiser) {
            throw new RegisteredAlready(repeated.registration());
        }
        return receipt(
                Reference.random(),
                personalLinks.to(Token.random()),
                outcome.asForSomebodyNew(),
                held && !repeated.known() ? holds.until(clock.instant().truncatedTo(ChronoUnit.MICROS)) : null);
    }

    private @Nullable Instant confirmBy(Registration registration) {
        return holds.open(registration.id()).map(AddressHold::heldUntil).orElse(null);
    }

    private Receipt receipt(String reference, String manage, Outcome outcome, @Nullable Instant confirmBy) {
        Optional<Integer> position = outcome.position();
        return new Receipt(
                reference,
                outcome.status(),
                position.orElse(null),
                confirmBy,
                new ReceiptLinks(links.to("/api/v1/registrations/" + reference), manage, manage + "/calendar.ics"));
    }
}
