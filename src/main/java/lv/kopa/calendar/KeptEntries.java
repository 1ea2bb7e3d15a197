package lv.kopa.calendar;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    /**
     * All of them; nothing where one is not kept, or where the database cut them, which it does beyond
     * `group_concat_max_len` and `max_allowed_packet`.
     */
    Optional<CalendarBody> body() {
        return areAll() && octets.length == length
                ? Optional.of(new CalendarBody(
                        octets,
                        changedAt,
                        zones == null
                                ? List.of()
                                : zones.lines().map(KeptEntries::zone).toList()))
                : Optional.empty();
    }

    private static ZoneYears zone(String line) {
        String[] parts = line.split(" ");
        return new ZoneYears(Objects.requireNonNull(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
