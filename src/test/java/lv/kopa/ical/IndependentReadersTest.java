package lv.kopa.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.web.StrictJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we write is what others read: the libraries inside Thunderbird, Nextcloud, khal and many a script. */
class IndependentReadersTest {
    private static final List<String> TEXTS = List.of(
            "Mācības: dārzs; sēklas, zeme",
            "back\\slash",
            "„pēdiņas” \"quotes\" 'single'",
            "emoji 👩‍🌾 🇱🇻",
            "עברית ו-English",
            "BEGIN:VEVENT",
            "a:b=c^n^'",
            "ģ".repeat(250));

    @ParameterizedTest
    @MethodSource("lv.kopa.ical.Reader#all")
    void theWeekOfAVisitIsReadAsItWasPlanned(Reader reader) throws IOException {
        reader.assumeInstalled();

        var cancelled = Samples.training().withStatus(EntryStatus.CANCELLED);

        assertThat(reader.read(Samples.feedOctets(Samples.studyVisit(), Samples.natureSchool(), cancelled)))
                .containsExactly(
                        line(
                                "evt-4@kopa.example",
                                "2023-06-14",
                                "2023-06-17",
                                "Pieredzes brauciens uz Hamāru",
                                "CONFIRMED"),
                        line(
                                "ses-4@kopa.example",
                                "2023-06-15T07:00:00Z",
                                "2023-06-15T10:00:00Z",
                                "Hamar Naturskole",
                                "CONFIRMED"),
                        line(
                                "evt-1@kopa.example",
                                "2023-10-06T07:00:00Z",
                                "2023-10-06T14:30:00Z",
                                "Noslēguma mācības",
                                "CANCELLED"));
    }

    /** Feeds, files, and what invites, moves and takes away; all that a golden file has, which is what servers give out. */
    @ParameterizedTest
    @MethodSource("lv.kopa.ical.Reader#all")
    void everyKindOfCalendarIsReadAsItStandsThere(Reader reader) throws IOException {
        reader.assumeInstalled();
        List<String> entries = new ArrayList<>();
        for (Path file : Golden.calendars()) {
            ParsedCalendar.events(Files.readAllBytes(file))
                    .forEach(event -> entries.add(String.join(
                            " ",
                            event.required("UID").text(),
                            event.required("STATUS").text(),
                            event.required("SEQUENCE").text(),
                            event.required("SUMMARY").text())));
        }

        assertThat(reader.read(Golden.calendars()).stream()
                        .map(StrictJson::read)
                        .map(read -> String.join(
                                " ",
                                read.get("uid").getStringValue(),
                                read.get("status").getStringValue(),
                                String.valueOf(read.get("sequence").getIntValue()),
                                read.get("summary").getStringValue())))
                .containsExactlyElementsOf(entries);
    }

    @ParameterizedTest
    @MethodSource("lv.kopa.ical.Reader#all")
    void eachHourAroundBothClockChangesIsTheSameInstant(Reader reader) throws IOException {
        reader.assumeInstalled();
        List<CalendarEntry> entries = new ArrayList<>();
        for (ZoneId zone : List.of(Samples.RIGA, Samples.OSLO, Samples.REYKJAVIK)) {
            for (String day : List.of("2027-03-27T12:00", "2027-10-30T12:00", "2028-03-25T12:00", "2028-10-28T12:00")) {
                for (int halfHour = 0; halfHour < 60; halfHour++) {
                    var start = LocalDateTime.parse(day).plusMinutes(30L * halfHour);
                    entries.add(entry("e" + entries.size(), new When.Timed(start, start.plusMinutes(30), zone)));
                }
            }
        }

        assertIsReadAsJavaReadsIt(reader, entries);
    }

    @ParameterizedTest
    @MethodSource("lv.kopa.ical.Reader#all")
    void fourThousandClocksInSixteenZonesAreReadAsJavaReadsThem(Reader reader) throws IOException {
        reader.assumeInstalled();
        var random = new Random(20261124);
        List<CalendarEntry> entries = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            var zone = ZoneId.of(Clocks.SIXTEEN.get(i % Clocks.SIXTEEN.size()));
            var start = Clocks.between2024And2034(random, zone);
            entries.add(entry("e" + i, new When.Timed(start, start.plusHours(1), zone)));
        }

        assertIsReadAsJavaReadsIt(reader, entries);
    }

    @ParameterizedTest
    @MethodSource("lv.kopa.ical.Reader#all")
    void textComesBackAsItWasWritten(Reader reader) throws IOException {
        reader.assumeInstalled();
        List<CalendarEntry> entries = new ArrayList<>();
        for (String text : TEXTS) {
            var when = new When.Timed(
                    LocalDateTime.parse("2027-03-27T10:00"), LocalDateTime.parse("2027-03-27T12:00"), Samples.RIGA);
            entries.add(CalendarEntry.of("e" + entries.size(), Samples.FIRST, when, text)
                    .withOrganiser(Samples.PARKS));
        }

        List<String> read = reader.read(Calendars.feed(Samples.header(), entries)).stream()
                .map(line -> StrictJson.read(line).get("summary").getStringValue())
                .toList();

        assertThat(read).containsExactlyElementsOf(TEXTS);
    }

    private static void assertIsReadAsJavaReadsIt(Reader reader, List<CalendarEntry> entries) throws IOException {
        var expected = entries.stream()
                .map(entry -> {
                    var hours = (When.Timed) entry.when();
                    return line(entry.uid(), hours.startsAt(), hours.endsAt(), "x", "CONFIRMED");
                })
                .collect(Collectors.toSet());

        assertThat(Set.copyOf(reader.read(Calendars.feed(Samples.header(), entries))))
                .isEqualTo(expected);
    }

    private static CalendarEntry entry(String uid, When when) {
        return CalendarEntry.of(uid, Samples.FIRST, when, "x").withOrganiser(Samples.PARKS);
    }

    private static String line(String uid, Object start, Object end, String summary, String status) {
        return "{\"end\":\"%s\",\"sequence\":0,\"start\":\"%s\",\"status\":\"%s\",\"summary\":\"%s\",\"uid\":\"%s\"}"
                .formatted(end, start, status, summary, uid);
    }
}
