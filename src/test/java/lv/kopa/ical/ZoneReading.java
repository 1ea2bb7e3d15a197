package lv.kopa.ical;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells the time by a VTIMEZONE as RFC 5545 §3.6.5 says, and by nothing but what stands in it. */
final class ZoneReading {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final ParsedComponent zone;

    ZoneReading(ParsedComponent zone) {
        this.zone = zone;
    }

    /** The instant of a DTSTART or DTEND in a file with these VTIMEZONEs. */
    static Instant instant(ContentLine time, List<ParsedComponent> zones) {
        if (time.value().endsWith("Z")) {
            return LocalDateTime.parse(time.value().replace("Z", ""), LOCAL).toInstant(ZoneOffset.UTC);
        }
        String id = time.parameter("TZID").orElseThrow(() -> new AssertionError("No zone: " + time));
        var zone = zones.stream()
                .filter(each -> each.required("TZID").value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No VTIMEZONE " + id));
        return new ZoneReading(zone).instant(LocalDateTime.parse(time.value(), LOCAL));
    }

    private Instant instant(LocalDateTime local) {
        ZoneOffset offset = zone.parts().stream()
                .flatMap(part -> onsets(part, local.getYear()).map(onset -> Map.entry(onset, offsetTo(part))))
                .filter(change -> !change.getKey().isAfter(local))
                .max(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .orElseThrow(() -> new AssertionError("No change before " + local))
                .getValue();
        return local.toInstant(offset);
    }

    private static ZoneOffset offsetTo(ParsedComponent part) {
        return ZoneOffset.of(part.required("TZOFFSETTO").value());
    }

    private static Stream<LocalDateTime> onsets(ParsedComponent part, int lastYear) {
        var first = LocalDateTime.parse(part.required("DTSTART").value(), LOCAL);
        if (part.count("RRULE") == 0) {
            return Stream.of(first);
        }
        var rule = Arrays.stream(part.required("RRULE").value().split(";"))
                .map(field -> field.split("="))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        return IntStream.rangeClosed(Math.max(first.getYear(), lastYear - 1), lastYear)
                .mapToObj(year -> day(rule, year).atTime(first.toLocalTime()));
    }

    private static LocalDate day(Map<String, String> rule, int year) {
        var month = YearMonth.of(year, Integer.parseInt(rule.get("BYMONTH")));
        String weekday = rule.getOrDefault("BYDAY", "");
        var days = Stream.iterate(month.atDay(1), day -> day.plusDays(1))
                .limit(month.lengthOfMonth())
                .filter(day -> weekday.isEmpty() || day.getDayOfWeek() == dayOfWeek(weekday))
                .filter(day -> !rule.containsKey("BYMONTHDAY")
                        || Arrays.asList(rule.get("BYMONTHDAY").split(",")).contains("" + day.getDayOfMonth()))
                .toList();
        if (weekday.length() <= 2) {
            return days.get(0);
        }
        int nth = Integer.parseInt(weekday.substring(0, weekday.length() - 2));
        return days.get(nth > 0 ? nth - 1 : days.size() + nth);
    }

    private static DayOfWeek dayOfWeek(String byDay) {
        return DayOfWeek.of(1 + WEEKDAYS.indexOf(byDay.substring(byDay.length() - 2)));
    }
}
