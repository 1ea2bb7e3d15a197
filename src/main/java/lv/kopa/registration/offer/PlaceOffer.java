package lv.kopa.registration.offer;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place that is offered to somebody who waits, and taken as long as it is.
 *
 * @param categoryId the kind of place, which need not be the one that the person wished for most
 * @param answerBy until when it is kept for the person
 * @param ending how it ended; null as long as it has not
 */
@MappedEntity("place_offer")
public record PlaceOffer(
        @Id long id,
        long registrationId,
        @Nullable Long categoryId,
        Instant offeredAt,
        Instant answerBy,
        @Nullable Ending ending,
        @Nullable Instant endedAt) {

    /** How an offer ends. */
    public enum Ending {
        ACCEPTED,
        /** Its person did not want it. */
        REFUSED,
        /** Its person said nothing in time. */
        RAN_OUT,
        /** Something else happened to the registration or the event. */
        WITHDRAWN;

        /** The key of its name. */
        public String textKey() {
            return "registration.offer.ending."
                    + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public boolean isOpen() {
        return ending == null;
    }
}
