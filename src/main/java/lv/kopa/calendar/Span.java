package lv.kopa.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What our calendars tell of besides what is to come, and how soon programs should come for them again. */
public final class Span {
    public static final Duration REFRESH = Duration.ofHours(1);

    private static final int MONTHS_BACK = 12;

    private Span() {}

    /** Since when calendars tell of what has ended. */
    static LocalDate since(LocalDate today) {
        return today.minusMonths(MONTHS_BACK);
    }

    /** The same to the instant. */
    public static Instant since(Instant now) {
        return now.atZone(ZoneOffset.UTC).minusMonths(MONTHS_BACK).toInstant();
    }
}
