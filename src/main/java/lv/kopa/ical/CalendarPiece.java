package lv.kopa.ical;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in every feed, with what the calendar around it must know of it; it may be kept.
 *
 * @param startsAt what entries are ordered by
 * @param changedAt when it was last changed
 * @param zone the zone that its clocks name; null where they name none
 * @param firstYear of what it takes of that zone
 * @param octets the VEVENT, folded
 */
public record CalendarPiece(
        String uid,
        Instant startsAt,
        Instant changedAt,
        @Nullable String zone,
        int firstYear,
        int lastYear,
        byte[] octets) {

    /** What an entry of a feed is written as. */
    static CalendarPiece of(CalendarEntry entry, byte[] octets) {
        When.Timed hours = entry.when() instanceof When.Timed timed && !timed.needsUtc() ? timed : null;
        return new CalendarPiece(
                entry.uid(),
                entry.when().startsAt(),
                entry.revision().changedAt(),
                hours == null ? null : hours.zone().getId(),
                hours == null ? 0 : hours.start().getYear(),
                hours == null ? 0 : hours.end().getYear(),
                octets);
    }
}
