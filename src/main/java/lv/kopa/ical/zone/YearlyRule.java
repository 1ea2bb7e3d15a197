package lv.kopa.ical.zone;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The day of a yearly clock change as an RRULE (RFC 5545 §3.3.10), in the only form that Outlook takes where there is
 * one: a single BYDAY (MS-OXCICAL 2.1.3.1.1.19.2.2).
 */
final class YearlyRule {

    /** In 28 years each date falls on each day of the week. */
    private static final int WEEKDAY_CYCLE = 28;

    private YearlyRule() {}

    /**
     * Read off the days themselves, since the JDK's rule may be in UTC or at 24:00 and so name the day before or after.
     * Empty where no rule says it, such as around the end of February; then the years have to be written one by one.
     */
    static Optional<String> of(ZoneOffsetTransitionRule rule, int firstYear) {
        var dates = IntStream.range(firstYear, firstYear + WEEKDAY_CYCLE)
                .mapToObj(year -> ClockChange.localTime(rule, year).toLocalDate())
                .toList();
        var months = dates.stream().map(LocalDate::getMonth).distinct().toList();
        var weekdays = dates.stream().map(LocalDate::getDayOfWeek).distinct().toList();
        var days = dates.stream().map(LocalDate::getDayOfMonth).collect(Collectors.toCollection(TreeSet::new));
        if (months.size() != 1) {
            return Optional.empty();
        }
        String month = "FREQ=YEARLY;BYMONTH=" + months.get(0).getValue();
        if (days.size() == 1) {
            return Optional.of(month + ";BYMONTHDAY=" + days.first());
        }
        if (days.size() != 7 || weekdays.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(month + weekday(months.get(0), weekdays.get(0), days));
    }

    private static String weekday(Month month, DayOfWeek day, NavigableSet<Integer> days) {
        String weekday = day.name().substring(0, 2);
        if (month.minLength() == month.maxLength() && days.last() == month.maxLength()) {
            return ";BYDAY=-1" + weekday;
        }
        if (days.last() % 7 == 0) {
            return ";BYDAY=" + days.last() / 7 + weekday;
        }
        String list = days.stream().map(String::valueOf).collect(Collectors.joining(","));
        return ";BYMONTHDAY=" + list + ";BYDAY=" + weekday;
    }
}
