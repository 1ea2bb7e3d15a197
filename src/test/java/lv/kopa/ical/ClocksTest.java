package lv.kopa.ical;

import static lv.kopa.ical.FeedAssert.assertThatFeed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lv.kopa.ical.zone.ZoneComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClocksTest {

    private static final String UID = "x@kopa.example";

    @Test
    void theClockOfRigaIsReadAsTheOrganiserTypedIt() {
        var start = LocalDateTime.of(2027, 7, 1, 10, 0);

        assertThatFeed(feed("2027-07-01T10:00", "2027-07-01T12:00", Samples.RIGA))
                .isClean()
                .hasZones("Europe/Riga")
                .entry(UID)
                .showsTheClock(start, start.plusHours(2), Samples.RIGA)
                .startsAt(Instant.parse("2027-07-01T07:00:00Z"))
                .endsAt(Instant.parse("2027-07-01T09:00:00Z"));
    }

    @Test
    void theClockOfOsloIsNotCalledBerlin() {
        assertThatFeed(feed("2027-12-01T10:00", "2027-12-01T12:00", Samples.OSLO))
                .isClean()
                .hasZones("Europe/Oslo")
                .entry(UID)
                .startsAt(Instant.parse("2027-12-01T09:00:00Z"));
    }

    @Test
    void theClockOfReykjavikNeverChanges() {
        assertThatFeed(feed("2027-07-01T10:00", "2027-07-01T12:00", Samples.REYKJAVIK))
                .isClean()
                .hasZones("Atlantic/Reykjavik")
                .entry(UID)
                .startsAt(Instant.parse("2027-07-01T10:00:00Z"));
        assertThat(ZoneComponent.of(Samples.REYKJAVIK, 2027, 2027).toString()).isEqualToNormalizingNewlines("""
                BEGIN:VTIMEZONE
                TZID:Atlantic/Reykjavik
                X-LIC-LOCATION:Atlantic/Reykjavik
                BEGIN:STANDARD
                DTSTART:20260101T000000
                TZOFFSETFROM:+0000
                TZOFFSETTO:+0000
                END:STANDARD
                END:VTIMEZONE
                """);
    }

    @Test
    void theHourThatAutumnRepeatsIsItsFirstPassInUtc() {
        assertThatFeed(feed("2027-10-31T03:30", "2027-10-31T05:00", Samples.RIGA))
                .isClean()
                .hasZones()
                .entry(UID)
                .says("DTSTART", "20271031T003000Z")
                .says("DTEND", "20271031T030000Z");
    }

    @Test
    void anEndInTheRepeatedHourPutsBothTimesInUtc() {
        assertThatFeed(feed("2027-10-31T01:00", "2027-10-31T03:00", Samples.RIGA))
                .isClean()
                .entry(UID)
                .says("DTSTART", "20271030T220000Z")
                .says("DTEND", "20271031T000000Z");
    }

    @Test
    void theHourThatSpringSkipsKeepsItsLength() {
        assertThatFeed(feed("2027-03-28T03:30", "2027-03-28T04:15", Samples.RIGA))
                .isClean()
                .entry(UID)
                .says("DTSTART", "20270328T013000Z")
                .says("DTEND", "20270328T021500Z");
    }

    @Test
    void aNightAcrossAClockChangeIsReadByTheWall() {
        assertThatFeed(feed("2027-03-27T22:00", "2027-03-28T06:00", Samples.RIGA))
                .isClean()
                .entry(UID)
                .startsAt(Instant.parse("2027-03-27T20:00:00Z"))
                .endsAt(Instant.parse("2027-03-28T03:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "UTC", "+02:00", "UTC+02:00", "GMT", "Etc/GMT-2"})
    void aClockOfNoPlaceIsWrittenInUtc(String zone) {
        assertThatFeed(feed("2027-07-01T10:00", "2027-07-01T12:00", ZoneId.of(zone)))
                .isClean()
                .hasZones()
                .entry(UID)
                .startsAt(LocalDateTime.of(2027, 7, 1, 10, 0)
                        .atZone(ZoneId.of(zone))
                        .toInstant());
    }

    @Test
    void anEmptyFeedOfNoPlaceIsACalendarToo() {
        var header = new CalendarHeader("x", null, ZoneOffset.UTC, Duration.ofDays(1), null, null, "en");

        assertThatFeed(Calendars.feed(header, List.of())).isClean().hasZones("Etc/UTC");
    }

    @Test
    void aRuleThatOutlookCannotTakeNamesItsSevenDays() {
        assertThat(ZoneComponent.of(ZoneId.of("America/Nuuk"), 2027, 2027).toString())
                .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA\r\n");
    }

    @Test
    void aRuleThatNoRruleSaysIsWrittenYearByYear() {
        // "the last Thursday at 24:00" may be the first of November
        assertThat(ZoneComponent.of(ZoneId.of("Africa/Cairo"), 2029, 2030).toString())
                .contains("DTSTART:20281027T000000", "DTSTART:20291026T000000", "DTSTART:20301101T000000")
                .doesNotContain("BYMONTH=10");
    }

    @Test
    void writingAndReadingLeavesTheZonesOfTheProgramAlone() {
        var before = ZoneId.getAvailableZoneIds();

        assertThatFeed(feed("2027-07-01T10:00", "2027-07-01T12:00", Samples.RIGA))
                .isClean();

        assertThat(ZoneId.getAvailableZoneIds()).isEqualTo(before);
    }

    @Test
    void fourThousandClocksInSixteenZonesAreReadAsJavaReadsThem() {
        var random = new Random(20261124);
        List<CalendarEntry> entries = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            var zone = ZoneId.of(Clocks.SIXTEEN.get(i % Clocks.SIXTEEN.size()));
            var start = Clocks.between2024And2034(random, zone);
            var hours = new When.Timed(start, start.plusMinutes(30 + random.nextInt(600)), zone);
            entries.add(CalendarEntry.of("e" + i, Samples.FIRST, hours, zone.getId())
                    .withOrganiser(Samples.PARKS));
        }

        byte[] feed = Calendars.feed(Samples.header(), entries);

        assertThatFeed(feed).isClean();
        assertThat(Clocks.instantsIn(feed)).isEqualTo(Clocks.instantsOf(entries));
    }

    private static byte[] feed(String start, String end, ZoneId zone) {
        return Samples.feedOctets(Samples.timed(UID, start, end, zone, "x"));
    }
}
