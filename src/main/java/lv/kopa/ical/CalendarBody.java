package lv.kopa.ical;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All entries of a calendar in their order, with what the calendar around them must know of them.
 *
 * @param octets their VEVENTs, folded
 * @param changedAt when one of them was last changed; null of none
 * @param zones that their clocks name; one may stand there several times
 */
public record CalendarBody(byte[] octets, @Nullable Instant changedAt, List<ZoneYears> zones) {

    /** From one year to another what is taken of a zone. */
    public record ZoneYears(String zone, int first, int last) {}

    boolean isEmpty() {
        return octets.length == 0;
    }
}
