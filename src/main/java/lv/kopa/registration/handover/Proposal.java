package lv.kopa.registration.handover;

import java.time.Instant;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Registration;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/**
 * To whom somebody offers their place.
 *
 * @param submission names the form it came with
 */
public record Proposal(
        String name, EmailAddress address, @Nullable String message, String submission) {
    /** Whether an offer was made by it. */
    boolean isIn(HandOver offer) {
        return submission.equals(offer.submission());
    }

    HandOver of(Registration registration, Token secret, Instant now) {
        return new HandOver(registration.id(), secret.hash(), name, address.value(), message, now, submission);
    }

    /** Without the person, who is to stay out of logs. */
    @Override
    public String toString() {
        return "Proposal";
    }
}
