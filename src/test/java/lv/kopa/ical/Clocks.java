package lv.kopa.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Clocks in many places, told by java.time on one side and by the written file on the other. */
final class Clocks {

    static final List<String> SIXTEEN = List.of(
            "Europe/Riga",
            "Europe/Oslo",
            "Europe/Stockholm",
            "Europe/Copenhagen",
            "Europe/Helsinki",
            "Atlantic/Reykjavik",
            "Atlantic/Faroe",
            "America/Nuuk",
            "Europe/London",
            "Europe/Dublin",
            "Europe/Kyiv",
            "Europe/Istanbul",
            "America/New_York",
            "Asia/Jerusalem",
            "Australia/Lord_Howe",
            "Africa/Casablanca");

    /** From when to when an entry lasts. */
    record Lasting(String uid, Instant start, Instant end) {}

    private Clocks() {}

    /** Every fourth within a day of a clock change, where mistakes are. */
    static LocalDateTime between2024And2034(Random random, ZoneId zone) {
        long from = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
        long to = Instant.parse("2034-12-31T00:00:00Z").getEpochSecond();
        var instant = Instant.ofEpochSecond(from + (long) (random.nextDouble() * (to - from)));
        var change = zone.getRules().nextTransition(instant);
        if (change != null && random.nextInt(4) == 0 && change.getInstant().getEpochSecond() < to) {
            instant = change.getInstant().plusSeconds(random.nextInt(172_800) - 86_400);
        }
        return LocalDateTime.ofInstant(instant, zone);
    }

    static Set<Lasting> instantsOf(List<CalendarEntry> entries) {
        return entries.stream()
                .map(entry -> {
                    var hours = (When.Timed) entry.when();
                    return new Lasting(
                            entry.uid(), instant(hours.start(), hours.zone()), instant(hours.end(), hours.zone()));
                })
                .collect(Collectors.toSet());
    }

    static Set<Lasting> instantsIn(byte[] feed) {
        var zones = ParsedCalendar.of(feed).parts("VTIMEZONE");
        return ParsedCalendar.events(feed).stream()
                .map(event -> new Lasting(
                        event.required("UID").value(),
                        ZoneReading.instant(event.required("DTSTART"), zones),
                        ZoneReading.instant(event.required("DTEND"), zones)))
                .collect(Collectors.toSet());
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }
}
