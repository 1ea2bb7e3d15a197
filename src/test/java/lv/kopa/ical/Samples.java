package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** The calendar of an association in Daugavpils and its host in Hamar. */
final class Samples {

    static final ZoneId RIGA = ZoneId.of("Europe/Riga");
    static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    static final ZoneId REYKJAVIK = ZoneId.of("Atlantic/Reykjavik");
    static final Organiser PARKS = new Organiser("Intelekta parks", "info@intelektaparks.example");
    static final Revision FIRST =
            new Revision(0, Instant.parse("2023-05-02T09:15:00Z"), Instant.parse("2023-05-20T12:00:00.123456Z"));

    private Samples() {}

    static CalendarHeader header() {
        return new CalendarHeader(
                "Mācības un pieredzes braucieni",
                "Intelekta parka pasākumi",
                RIGA,
                Duration.ofHours(1),
                URI.create("https://kopa.example/calendar/parks.ics"),
                URI.create("https://kopa.example/events"),
                "lv");
    }

    /** The closing training session of activity 1. */
    static CalendarEntry training() {
        return timed("evt-1@kopa.example", "2023-10-06T10:00", "2023-10-06T17:30", RIGA, "Noslēguma mācības")
                .withDescription("Sadarbība ar ekspertiem; labās prakses pārnese, 6 stundas.\nLīdzi: piezīmes")
                .withLocation("Rīgas iela 54A, Daugavpils")
                .withUrl(URI.create("https://kopa.example/events/1"))
                .withCategories(List.of("Mācības", "Skolas, bērnudārzi"));
    }

    /** A stop of the study visit of activity 4. */
    static CalendarEntry natureSchool() {
        return timed("ses-4@kopa.example", "2023-06-15T09:00", "2023-06-15T12:00", OSLO, "Hamar Naturskole");
    }

    /** The study visit itself. */
    static CalendarEntry studyVisit() {
        var days = new When.AllDay(LocalDate.of(2023, 6, 14), LocalDate.of(2023, 6, 16));
        return CalendarEntry.of("evt-4@kopa.example", FIRST, days, "Pieredzes brauciens uz Hamāru")
                .withOrganiser(PARKS);
    }

    static CalendarEntry timed(String uid, String start, String end, ZoneId zone, String summary) {
        var hours = new When.Timed(LocalDateTime.parse(start), LocalDateTime.parse(end), zone);
        return CalendarEntry.of(uid, FIRST, hours, summary).withOrganiser(PARKS);
    }

    static String feed(CalendarEntry... entries) {
        return new String(feedOctets(entries), UTF_8);
    }

    static byte[] feedOctets(CalendarEntry... entries) {
        return Calendars.feed(header(), List.of(entries));
    }
}
