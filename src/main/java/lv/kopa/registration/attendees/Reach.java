package lv.kopa.registration.attendees;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxItem;
import lv.kopa.mail.RestingAddresses;
import lv.kopa.registration.Registration;

/** Whether mail reaches people. */
@Singleton
public class Reach {
    private final Outbox outbox;
    private final RestingAddresses resting;

    Reach(Outbox outbox, RestingAddresses resting) {
        this.outbox = outbox;
        this.resting = resting;
    }

    /**
     * Somebody to whose address mail came back.
     *
     * @param rests whether nothing is sent there any more
     * @param words of the server; "" where it said none
     */
    public record Unreached(boolean rests, String words) {}

    Optional<Unreached> unreached(Registration registration) {
        if (registration.isErased()) {
            return Optional.empty();
        }
        boolean rests = resting.rests(new EmailAddress(registration.email()));
        String words = outbox.refusal(registration.reference(), registration.email());
        Optional<OutboxItem> unreached = outbox.unreached(registration.reference(), registration.email());
        return rests || unreached.isPresent() ? Optional.of(new Unreached(rests, words)) : Optional.empty();
    }

    /** Writes to somebody's address again, beginning with the newest mail that did not arrive. */
    @UnitOfWork
    void tryAgain(Registration registration) {
        resting.wake(new EmailAddress(registration.email()));
        outbox.unreached(registration.reference(), registration.email()).ifPresent(mail -> outbox.retry(mail.id()));
    }
}
