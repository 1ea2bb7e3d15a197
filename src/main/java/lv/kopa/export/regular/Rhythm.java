package lv.kopa.export.regular;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How often a list is mailed, early in the morning at the event's home. */
public enum Rhythm {
    DAILY,
    /** On Mondays. */
    WEEKLY;

    private static final LocalTime MORNING = LocalTime.of(6, 0);

    /** The first time after an instant. */
    Instant after(Instant instant, ZoneId home) {
        ZonedDateTime morning = instant.atZone(home).with(MORNING);
        if (this == WEEKLY) {
            morning = morning.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        }
        if (!morning.toInstant().isAfter(instant)) {
            morning = this == WEEKLY ? morning.plusWeeks(1) : morning.plusDays(1);
        }
        return morning.toInstant();
    }

    public String textKey() {
        return "export.regular." + name().toLowerCase(Locale.ROOT);
    }
}
