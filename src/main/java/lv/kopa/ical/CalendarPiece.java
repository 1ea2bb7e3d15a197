package lv.kopa.ical;

import java.time.Instant;
import java.util.Comparator;
import lv.kopa.ical.CalendarBody.ZoneYears;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in every feed; it may be kept.
 *
 * @param startsAt what entries are ordered by
 * @param changedAt when it was last changed
 * @param zone that its clocks name; null where they name none
 * @param octets the VEVENT, folded
 */
public record CalendarPiece(
        String uid,
        Instant startsAt,
        Instant changedAt,
        @Nullable ZoneYears zone,
        byte[] octets) {
    static final Comparator<CalendarPiece> ORDER =
            Comparator.comparing(CalendarPiece::startsAt).thenComparing(CalendarPiece::uid);

    static CalendarPiece of(CalendarEntry entry, byte[] octets) {
        return new CalendarPiece(
                entry.uid(),
                entry.when().startsAt(),
                entry.revision().changedAt(),
                entry.when() instanceof When.Timed hours && !hours.needsUtc()
                        ? new ZoneYears(
                                hours.zone().getId(),
                                hours.start().getYear(),
                                hours.end().getYear())
                        : null,
                octets);
    }
}
