package lv.kopa.calendar;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lv.kopa.ical.CalendarBody;
import lv.kopa.ical.CalendarBody.ZoneYears;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the entries of a feed, in their order.
 *
 * @param wanted how many there are to be
 * @param kept how many of them are kept
 * @param zones of each, once; lines
 * @param length of all octets together
 */
@Introspected
record KeptEntries(
        long wanted,
        long kept,
        @Nullable Instant changedAt,
        @Nullable String zones,
        long length,
        byte[] octets) {

    boolean areAll() {
        return wanted == kept;
    }

    /** @throws IllegalStateException where the database cut them, which it does beyond `group_concat_max_len` */
    CalendarBody body() {
        if (octets.length != length) {
            throw new IllegalStateException("group_concat_max_len is below " + length);
        }
        return new CalendarBody(
                octets,
                changedAt,
                zones == null ? List.of() : zones.lines().map(KeptEntries::zone).toList());
    }

    private static ZoneYears zone(String line) {
        String[] parts = line.split(" ");
        return new ZoneYears(Objects.requireNonNull(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
