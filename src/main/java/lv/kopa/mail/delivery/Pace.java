package lv.kopa.mail.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A limit of mails a minute, for all of our servers together: what was sent is told by one instant, until when the limit
 * is used up. A tenth may go at once, and no minute has more than the limit.
 *
 * @param between two mails that are sent steadily
 */
record Pace(Duration between, int atOnce) {
    private static final int PART_AT_ONCE = 10;

    static Pace of(int perMinute) {
        int atOnce = Math.max(1, perMinute / PART_AT_ONCE);
        return new Pace(Duration.ofMinutes(1).dividedBy(Math.max(1, perMinute - atOnce)), atOnce);
    }

    /** Until some may go at once again: a connection for each mail would be a nuisance. */
    Duration rest() {
        return between.multipliedBy(Math.max(1, atOnce / 2));
    }

    /** How many mails may be sent now. */
    int allowed(@Nullable Instant usedUntil, Instant now) {
        return (int) Math.max(0, Duration.between(from(usedUntil, now), now).dividedBy(between));
    }

    /** Until when the limit is used up by so many more. */
    Instant after(@Nullable Instant usedUntil, Instant now, int mails) {
        return from(usedUntil, now).plus(between.multipliedBy(mails));
    }

    private Instant from(@Nullable Instant usedUntil, Instant now) {
        Instant earliest = now.minus(between.multipliedBy(atOnce));
        return usedUntil == null || usedUntil.isBefore(earliest) ? earliest : usedUntil;
    }
}
