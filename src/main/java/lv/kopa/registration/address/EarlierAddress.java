package lv.kopa.registration.address;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import lv.kopa.event.Event;

/**
 * An address that a registration had before.
 *
 * @param linkHash of the secret link by which whoever reads mails there takes back that it was changed
 */
@MappedEntity("earlier_address")
public record EarlierAddress(@Id String linkHash, long registrationId, String email, String emailKey, Instant leftAt) {
    /** How long that can be taken back, unless the event ends before. */
    static final Duration PATIENCE = Duration.ofDays(14);

    /** Until when it can be taken back. */
    public Instant until(Event event) {
        return until(leftAt, event);
    }

    static Instant until(Instant leftAt, Event event) {
        Instant patience = leftAt.plus(PATIENCE);
        Instant end = event.endsAt();
        return end == null || patience.isBefore(end) ? patience : end;
    }

    /** Without the address, which is to stay out of logs. */
    @Override
    public String toString() {
        return "EarlierAddress[" + registrationId + "]";
    }
}
