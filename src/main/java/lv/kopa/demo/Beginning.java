package lv.kopa.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first day of an event: a date, or so many days, or weeks, from today. Nobody meets between Christmas and New Year. */
@Serdeable
record Beginning(
        @Nullable LocalDate date,
        @Nullable Integer days,
        @Nullable Integer weeks,
        @Nullable DayOfWeek weekday) {
    private static final MonthDay LAST_BEFORE_CHRISTMAS = MonthDay.of(Month.DECEMBER, 18);
    private static final MonthDay FIRST_OF_THE_YEAR = MonthDay.of(Month.JANUARY, 4);

    LocalDate from(LocalDate today) {
        if (date != null) {
            return date;
        }
        if (days != null) {
            return today.plusDays(days);
        }
        int ahead = Objects.requireNonNull(weeks);
        LocalDate week = today.plusWeeks(ahead);
        LocalDate day = weekday == null ? week : week.with(TemporalAdjusters.nextOrSame(weekday));
        while (isHoliday(day)) {
            day = ahead < 0 ? day.minusWeeks(1) : day.plusWeeks(1);
        }
        return day;
    }

    private static boolean isHoliday(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return date.isAfter(LAST_BEFORE_CHRISTMAS) || date.isBefore(FIRST_OF_THE_YEAR);
    }
}
