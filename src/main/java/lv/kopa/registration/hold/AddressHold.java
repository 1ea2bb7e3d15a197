package lv.kopa.registration.hold;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a registration is held until its person has pressed a button behind a link that was mailed to the address.
 *
 * @param linkHash of the secret link in the newest mail about it
 * @param revision of the registration when it came; once it has another one, an organiser has decided about it
 * @param ranOutAt when the time was over and the place given back, unless an organiser had decided by then;
 *     before the time was over if its person has registered anew
 */
@MappedEntity("address_hold")
public record AddressHold(
        @Id long registrationId,
        String linkHash,
        int revision,
        Instant heldUntil,
        @Nullable Instant confirmedAt,
        @Nullable Instant ranOutAt) {

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    public boolean hasRunOut() {
        return ranOutAt != null;
    }

    /** Whether another registration of its person has taken its place. */
    public boolean hasGivenWay() {
        return ranOutAt != null && ranOutAt.isBefore(heldUntil);
    }
}
