package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.kopa.ical.FeedAssert.assertThatFeed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import lv.kopa.ical.CalendarMessage.Method;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What invites one person to one entry, moves it and takes it away (RFC 5546), to the letter. */
class InvitationTest {
    private static final Organiser KOPA = new Organiser("Intelekta parks", "kopa@kopa.example");
    private static final Attendee LIGA = new Attendee("Līga \"Liga\" Bērziņa", "liga@skola.example");
    private static final Instant INVITED = Instant.parse("2023-05-02T09:15:00Z");

    @Example
    void whoeverAnswersIsTheOneWhoWasInvitedWhateverStandsInTheAddress() {
        String address = "anna/o'neil&co+x@skola.example";
        String invited = new String(
                Calendars.message("lv", natureSchool(0, INVITED)).between(KOPA, new Attendee("Anna", address)), UTF_8);
        String answer = invited.replace("\r\n ", "")
                .replace("METHOD:REQUEST", "METHOD:REPLY")
                .replace("NEEDS-ACTION", "DECLINED");

        assertThat(Reply.read(answer)).hasValueSatisfying(reply -> {
            assertThat(reply.attendee()).isEqualTo(address);
            assertThat(reply.says()).isEqualTo("DECLINED");
        });
    }

    @Example
    void aRequestAsksOnePersonToOneEntry() {
        byte[] sent = sent(natureSchool(0, INVITED));

        assertThat(new String(sent, UTF_8)).isEqualToNormalizingNewlines("""
                BEGIN:VCALENDAR
                PRODID:-//Kopa//Kopa 1.0//LV
                VERSION:2.0
                CALSCALE:GREGORIAN
                METHOD:REQUEST
                """ + OSLO + """
                BEGIN:VEVENT
                UID:reg-K7M2QXRA-4@kopa.example
                DTSTAMP:20230502T091500Z
                CREATED:20230502T091500Z
                LAST-MODIFIED:20230502T091500Z
                SEQUENCE:0
                DTSTART;TZID=Europe/Oslo:20230615T090000
                DTEND;TZID=Europe/Oslo:20230615T120000
                SUMMARY:Hamar Naturskole
                STATUS:CONFIRMED
                TRANSP:OPAQUE
                X-MICROSOFT-CDO-BUSYSTATUS:BUSY
                ORGANIZER;CN=Intelekta parks:mailto:kopa@kopa.example
                ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
                 TRUE;CN="Līga ”Liga” Bērziņa":mailto:liga@skola.example
                END:VEVENT
                END:VCALENDAR
                """);
        isSound(sent);
    }

    @Example
    void anUpdateIsTheSameEntryCountedOnWithALaterStamp() {
        byte[] sent =
                sent(natureSchool(1, Instant.parse("2023-05-20T12:00:00Z")).withLocation("Hamar, Parkgata 1"));

        assertThat(new String(sent, UTF_8)).isEqualToNormalizingNewlines("""
                BEGIN:VCALENDAR
                PRODID:-//Kopa//Kopa 1.0//LV
                VERSION:2.0
                CALSCALE:GREGORIAN
                METHOD:REQUEST
                """ + OSLO + """
                BEGIN:VEVENT
                UID:reg-K7M2QXRA-4@kopa.example
                DTSTAMP:20230520T120000Z
                CREATED:20230502T091500Z
                LAST-MODIFIED:20230520T120000Z
                SEQUENCE:1
                DTSTART;TZID=Europe/Oslo:20230615T090000
                DTEND;TZID=Europe/Oslo:20230615T120000
                SUMMARY:Hamar Naturskole
                LOCATION:Hamar\\, Parkgata 1
                STATUS:CONFIRMED
                TRANSP:OPAQUE
                X-MICROSOFT-CDO-BUSYSTATUS:BUSY
                ORGANIZER;CN=Intelekta parks:mailto:kopa@kopa.example
                ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
                 TRUE;CN="Līga ”Liga” Bērziņa":mailto:liga@skola.example
                END:VEVENT
                END:VCALENDAR
                """);
        isSound(sent);
    }

    @Example
    void aCancellationTakesTheEntryAwayFromTheSamePerson() {
        byte[] sent = sent(natureSchool(2, Instant.parse("2023-06-01T08:00:00Z"))
                .withSummary("ATCELTS: Hamar Naturskole")
                .withStatus(EntryStatus.CANCELLED));

        assertThat(new String(sent, UTF_8)).isEqualToNormalizingNewlines("""
                BEGIN:VCALENDAR
                PRODID:-//Kopa//Kopa 1.0//LV
                VERSION:2.0
                CALSCALE:GREGORIAN
                METHOD:CANCEL
                """ + OSLO + """
                BEGIN:VEVENT
                UID:reg-K7M2QXRA-4@kopa.example
                DTSTAMP:20230601T080000Z
                CREATED:20230502T091500Z
                LAST-MODIFIED:20230601T080000Z
                SEQUENCE:2
                DTSTART;TZID=Europe/Oslo:20230615T090000
                DTEND;TZID=Europe/Oslo:20230615T120000
                SUMMARY:ATCELTS: Hamar Naturskole
                STATUS:CANCELLED
                TRANSP:TRANSPARENT
                X-MICROSOFT-CDO-BUSYSTATUS:FREE
                ORGANIZER;CN=Intelekta parks:mailto:kopa@kopa.example
                ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
                 TRUE;CN="Līga ”Liga” Bērziņa":mailto:liga@skola.example
                END:VEVENT
                END:VCALENDAR
                """);
        isSound(sent);
    }

    @Example
    void theDaysOfAVisitTakeNoTimeAndNeedNoZone() {
        byte[] sent = sent(Samples.studyVisit().as("reg-K7M2QXRA-visit@kopa.example", revision(0, INVITED)));

        assertThat(new String(sent, UTF_8)).isEqualToNormalizingNewlines("""
                BEGIN:VCALENDAR
                PRODID:-//Kopa//Kopa 1.0//LV
                VERSION:2.0
                CALSCALE:GREGORIAN
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:reg-K7M2QXRA-visit@kopa.example
                DTSTAMP:20230502T091500Z
                CREATED:20230502T091500Z
                LAST-MODIFIED:20230502T091500Z
                SEQUENCE:0
                DTSTART;VALUE=DATE:20230614
                DTEND;VALUE=DATE:20230617
                SUMMARY:Pieredzes brauciens uz Hamāru
                STATUS:CONFIRMED
                TRANSP:TRANSPARENT
                X-MICROSOFT-CDO-BUSYSTATUS:FREE
                ORGANIZER;CN=Intelekta parks:mailto:kopa@kopa.example
                ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
                 TRUE;CN="Līga ”Liga” Bērziņa":mailto:liga@skola.example
                END:VEVENT
                END:VCALENDAR
                """);
        isSound(sent);
    }

    @Example
    void inTheHourThatAutumnRepeatsTheClockOfTheWorldIsWritten() {
        byte[] sent = sent(
                Samples.timed("reg-1-1@kopa.example", "2026-10-25T03:30", "2026-10-25T05:00", Samples.RIGA, "Naktī"));

        assertThat(new String(sent, UTF_8)).containsIgnoringNewLines("""
                        DTSTART:20261025T003000Z
                        DTEND:20261025T030000Z
                        """).doesNotContain("VTIMEZONE");
        assertThatFeed(sent).entry("reg-1-1@kopa.example").startsAt(Instant.parse("2026-10-25T00:30:00Z"));
        isSound(sent);
    }

    @Example
    void whatWasKeptIsSentAgainToTheByte() {
        CalendarMessage message = Calendars.message("lv", natureSchool(0, INVITED));

        CalendarMessage kept = CalendarMessage.read(message.text());

        assertThat(kept.method()).isEqualTo(Method.REQUEST);
        assertThat(kept.between(KOPA, LIGA)).isEqualTo(message.between(KOPA, LIGA));
        assertThatIllegalArgumentException().isThrownBy(() -> CalendarMessage.read(Samples.feed(Samples.training())));
    }

    @Property(tries = 500)
    void nothingThatPeopleTypeAddsALineToAnInvitation(
            @ForAll("hostile") String title, @ForAll("hostile") String place, @ForAll("hostile") String name) {
        CalendarEntry entry = natureSchool(0, INVITED)
                .withSummary(title)
                .withDescription(place + title)
                .withLocation(place)
                .withCategories(List.of(title));
        byte[] sent = Calendars.message("lv", entry)
                .between(new Organiser(name, "kopa@kopa.example"), new Attendee(name, "liga@skola.example"));

        isSound(sent);
        assertThatFeed(sent)
                .says("METHOD", "REQUEST")
                .entry("reg-K7M2QXRA-4@kopa.example")
                .hasSummary(CleanText.line(title))
                .says("LOCATION", CleanText.lines(place))
                .doesNotSay("X-EVIL");
    }

    @Property(tries = 300)
    void noAddressBreaksACalendar(@ForAll("hostile") String path, @ForAll("hostile") String query) {
        entry(path, query).ifPresent(entry -> {
            byte[] sent = sent(entry);
            isSound(sent);
            assertThatFeed(sent).entry(entry.uid()).doesNotSay("X-EVIL");
            assertThat(new String(sent, UTF_8).replace("\r\n ", ""))
                    .contains("\r\nURL:" + entry.details().url() + "\r\n");
        });
    }

    /** With an address, where it is one. */
    private static Optional<CalendarEntry> entry(String path, String query) {
        try {
            URI address = new URI("https", "kopa.example", "/" + path, query, null);
            return Optional.of(natureSchool(0, INVITED).withUrl(address));
        } catch (URISyntaxException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        return Hostile.texts();
    }

    private static final String OSLO = """
            BEGIN:VTIMEZONE
            TZID:Europe/Oslo
            X-LIC-LOCATION:Europe/Oslo
            BEGIN:DAYLIGHT
            DTSTART:20220327T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:20221030T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            """;

    private static CalendarEntry natureSchool(int sequence, Instant stamp) {
        var hours = new When.Timed(
                LocalDateTime.parse("2023-06-15T09:00"), LocalDateTime.parse("2023-06-15T12:00"), Samples.OSLO);
        return CalendarEntry.of("reg-K7M2QXRA-4@kopa.example", revision(sequence, stamp), hours, "Hamar Naturskole");
    }

    private static Revision revision(int sequence, Instant stamp) {
        return new Revision(sequence, INVITED, stamp);
    }

    private static byte[] sent(CalendarEntry entry) {
        return Calendars.message("lv", entry).between(KOPA, LIGA);
    }

    /** By our own rules and by those of iCal4j. */
    private static void isSound(byte[] sent) {
        assertThatFeed(sent).isClean();
        try {
            var read = new CalendarBuilder(new JdkZones()).build(new StringReader(new String(sent, UTF_8)));
            assertThat(read.validate().getEntries()).isEmpty();
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(new String(sent, UTF_8), unreadable);
        }
    }
}
