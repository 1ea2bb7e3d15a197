package lv.kopa.feedback;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the people of an event are asked.
 *
 * @param anonymous whether no answer is kept with a name
 * @param hoursAfter so long after the end they are written to
 * @param ratingShown whether everybody may see the average of the first rating
 * @param openedAt since when it can be answered; null while it cannot
 * @param mailedAt when everybody had been written to; null before
 */
@MappedEntity("feedback")
public record Terms(
        @Id long eventId,
        boolean anonymous,
        int hoursAfter,
        boolean ratingShown,
        @Nullable Instant openedAt,
        @Nullable Instant mailedAt) {
    /** Of fewer sheets without names somebody could guess whose they are. */
    public static final int ENOUGH = 5;

    /** So long after the event names stand beside answers; then answers are kept without. */
    public static final int MONTHS_OF_NAMES = 6;

    static final int MOST_HOURS = 336;

    /** What an event begins with. */
    static Terms first(long event) {
        return new Terms(event, true, 24, false, null, null);
    }

    public boolean isOpen() {
        return openedAt != null;
    }

    /** Whether so many sheets may be looked at. */
    public boolean mayBeSeen(long sheets) {
        return sheets > 0 && (!anonymous || sheets >= ENOUGH);
    }
}
