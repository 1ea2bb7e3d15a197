package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.kopa.ical.FeedAssert.assertThatFeed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarsTest {

    @Test
    void aFeedWithoutEntriesIsACalendarAllTheSame() {
        assertThat(Samples.feed()).isEqualToNormalizingNewlines("""
                BEGIN:VCALENDAR
                PRODID:-//Kopa//Kopa 1.0//LV
                VERSION:2.0
                CALSCALE:GREGORIAN
                METHOD:PUBLISH
                NAME:Mācības un pieredzes braucieni
                X-WR-CALNAME:Mācības un pieredzes braucieni
                X-WR-CALDESC:Intelekta parka pasākumi
                X-WR-TIMEZONE:Europe/Riga
                REFRESH-INTERVAL;VALUE=DURATION:PT1H
                X-PUBLISHED-TTL:PT1H
                SOURCE;VALUE=URI:https://kopa.example/calendar/parks.ics
                URL:https://kopa.example/events
                BEGIN:VTIMEZONE
                TZID:Europe/Riga
                X-LIC-LOCATION:Europe/Riga
                BEGIN:DAYLIGHT
                DTSTART:20240331T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0300
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                END:DAYLIGHT
                BEGIN:STANDARD
                DTSTART:20241027T040000
                TZOFFSETFROM:+0300
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                END:STANDARD
                END:VTIMEZONE
                END:VCALENDAR
                """);
        assertThatFeed(Samples.feedOctets()).isClean().hasNoEntries();
    }

    @Test
    void aFeedPublishesItsEntriesInTheOrderOfTheirStart() {
        byte[] feed = Samples.feedOctets(Samples.training(), Samples.natureSchool(), Samples.studyVisit());

        assertThatFeed(feed)
                .isClean()
                .isPublished()
                .isNamed("Mācības un pieredzes braucieni")
                .says("LAST-MODIFIED", "20230520T120000Z")
                .hasZones("Europe/Oslo", "Europe/Riga")
                .hasEntries("evt-4@kopa.example", "ses-4@kopa.example", "evt-1@kopa.example");
        assertThat(new String(feed, UTF_8)).containsIgnoringNewLines("""
                BEGIN:VEVENT
                UID:evt-1@kopa.example
                DTSTAMP:20230520T120000Z
                CREATED:20230502T091500Z
                LAST-MODIFIED:20230520T120000Z
                SEQUENCE:0
                DTSTART;TZID=Europe/Riga:20231006T100000
                DTEND;TZID=Europe/Riga:20231006T173000
                SUMMARY:Noslēguma mācības
                DESCRIPTION:Sadarbība ar ekspertiem\\; labās prakses pārnese\\, 6 stundas.
                 \\nLīdzi: piezīmes
                LOCATION:Rīgas iela 54A\\, Daugavpils
                URL:https://kopa.example/events/1
                CATEGORIES:Mācības,Skolas / bērnudārzi
                STATUS:CONFIRMED
                TRANSP:OPAQUE
                X-MICROSOFT-CDO-BUSYSTATUS:BUSY
                ORGANIZER;CN=Intelekta parks:mailto:info@intelektaparks.example
                END:VEVENT
                """);
    }

    @Test
    void entriesOfTheSameStartStandInTheOrderOfTheirUid() {
        var first = Samples.timed("a@x", "2026-12-01T10:00", "2026-12-01T11:00", Samples.RIGA, "a");
        var second = Samples.timed("b@x", "2026-12-01T09:00", "2026-12-01T11:00", Samples.OSLO, "b");

        assertThatFeed(Samples.feedOctets(second, first)).hasEntries("a@x", "b@x");
    }

    @Test
    void aFileToImportAsksNobodyForAnAnswer() {
        byte[] file = Calendars.file("lv", List.of(Samples.studyVisit()));

        assertThatFeed(file).isClean().hasNoMethod();
        assertThat(new String(file, UTF_8)).isEqualToNormalizingNewlines("""
                BEGIN:VCALENDAR
                PRODID:-//Kopa//Kopa 1.0//LV
                VERSION:2.0
                CALSCALE:GREGORIAN
                BEGIN:VEVENT
                UID:evt-4@kopa.example
                DTSTAMP:20230520T120000Z
                CREATED:20230502T091500Z
                LAST-MODIFIED:20230520T120000Z
                SEQUENCE:0
                DTSTART;VALUE=DATE:20230614
                DTEND;VALUE=DATE:20230617
                SUMMARY:Pieredzes brauciens uz Hamāru
                STATUS:CONFIRMED
                TRANSP:TRANSPARENT
                X-MICROSOFT-CDO-BUSYSTATUS:FREE
                END:VEVENT
                END:VCALENDAR
                """);
    }

    @Test
    void aCancelledEntryStaysAndTakesNoTime() {
        byte[] feed = Samples.feedOctets(Samples.training().withStatus(EntryStatus.CANCELLED));

        assertThatFeed(feed)
                .isClean()
                .entry("evt-1@kopa.example")
                .hasStatus(EntryStatus.CANCELLED)
                .says("TRANSP", "TRANSPARENT")
                .says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
    }

    @Test
    void aPlaceOnTheWaitingListIsTentative() {
        byte[] feed = Samples.feedOctets(Samples.training().withStatus(EntryStatus.TENTATIVE));

        assertThatFeed(feed)
                .isClean()
                .entry("evt-1@kopa.example")
                .hasStatus(EntryStatus.TENTATIVE)
                .says("TRANSP", "OPAQUE")
                .says("X-MICROSOFT-CDO-BUSYSTATUS", "TENTATIVE");
    }

    @Test
    void aCommaSplitsNoCategory() {
        assertThatFeed(Samples.feedOctets(Samples.training()))
                .entry("evt-1@kopa.example")
                .hasCategories("Mācības", "Skolas / bērnudārzi");
    }

    @Test
    void anIdentityIsNotGivenTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.feedOctets(Samples.training(), Samples.training()))
                .withMessageContaining("evt-1@kopa.example");
    }

    @Test
    void aFeedHasNoEntryOfNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.feedOctets(Samples.training().withOrganiser(null)))
                .withMessageContaining("evt-1@kopa.example");
    }

    @Test
    void aFileHasAnEntry() {
        assertThatIllegalArgumentException().isThrownBy(() -> Calendars.file("lv", List.of()));
    }

    @Test
    void anAddressInAnotherScriptIsWrittenInAscii() {
        var entry = Samples.training().withUrl(URI.create("https://kopa.example/mācības?a=b,c;d"));

        assertThatFeed(Samples.feedOctets(entry))
                .isClean()
                .entry("evt-1@kopa.example")
                .says("URL", "https://kopa.example/m%C4%81c%C4%ABbas?a=b,c;d");
    }
}
