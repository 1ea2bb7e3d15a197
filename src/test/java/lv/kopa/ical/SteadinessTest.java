package lv.kopa.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same entries are the same octets wherever and whenever they are written. */
class SteadinessTest {

    @ParameterizedTest
    @CsvSource({
        "ar-EG-u-nu-arab,Africa/Cairo",
        "tr-TR,America/New_York",
        "th-TH-u-ca-buddhist-nu-thai,Asia/Bangkok",
        "lv-LV,Europe/Riga",
        "fa-IR-u-ca-persian,Asia/Tehran",
        "hi-IN-u-nu-deva,Asia/Kolkata"
    })
    void neitherLocaleNorDefaultZoneChangesAnOctet(String locale, String zone) {
        byte[] expected = sample();
        Locale localeBefore = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));

            assertThat(sample()).isEqualTo(expected);
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
    }

    @Test
    void theOrderOfTheInputChangesNoOctet() {
        var entries = many(200);
        byte[] expected = Calendars.feed(Samples.header(), entries);
        Collections.shuffle(entries, new Random(1));

        assertThat(Calendars.feed(Samples.header(), entries)).isEqualTo(expected);
    }

    @Test
    void iCal4jFindsNoFaultEither() throws Exception {
        for (byte[] calendar : List.of(sample(), Calendars.file("lv", many(20)))) {
            var text = new StringReader(new String(calendar, StandardCharsets.UTF_8));
            var read = new CalendarBuilder(new JdkZones()).build(text);

            assertThat(read.validate().getEntries()).isEmpty();
        }
    }

    @Test
    void fiveThousandEntriesAreWrittenInAMoment() {
        var entries = many(5_000);

        // half a second when the machine is free; the limit only catches what is ten times slower
        assertTimeout(Duration.ofSeconds(10), () -> Calendars.feed(Samples.header(), entries));
    }

    private static byte[] sample() {
        return Samples.feedOctets(
                Samples.training(),
                Samples.natureSchool(),
                Samples.studyVisit().withStatus(EntryStatus.CANCELLED),
                Samples.timed("gap@x", "2027-03-28T03:30", "2027-03-28T05:00", Samples.RIGA, "Istanbul IŞIK ı"));
    }

    private static List<CalendarEntry> many(int count) {
        var first = LocalDateTime.of(2026, 1, 1, 10, 0);
        List<CalendarEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var hours = new When.Timed(first.plusHours(i / 2), first.plusHours(i / 2 + 2), Samples.RIGA);
            var details = Samples.training().details();
            entries.add(new CalendarEntry(
                    "e" + i + "@x", Samples.FIRST, hours, details, EntryStatus.CONFIRMED, Samples.PARKS));
        }
        return entries;
    }
}
