package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import lv.kopa.ical.zone.ZoneComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the linter is seen to fail, on a calendar that is clean but for one fault. */
class CalendarLintTest {

    private static final String CLEAN = Samples.feed(Samples.training(), Samples.studyVisit());
    private static final String START = "DTSTART;TZID=Europe/Riga:20231006T100000";
    private static final String END = "DTEND;TZID=Europe/Riga:20231006T173000";

    @Test
    void aCleanCalendarHasNoFault() {
        assertThat(faults(CLEAN)).isEmpty();
    }

    static Stream<Arguments> octets() {
        return Stream.of(
                fault("BEGIN:VCALENDAR", "\uFEFFBEGIN:VCALENDAR", "first character"),
                fault("END:VCALENDAR\r\n", "END:VCALENDAR", "does not end in one CRLF"),
                fault("END:VCALENDAR\r\n", "END:VCALENDAR\r\n\r\n", "does not end in one CRLF"),
                fault("VERSION:2.0\r\n", "VERSION:2.0\r\n\r\n", "empty"),
                fault("VERSION:2.0\r\n", "VERSION:2.0\n", "bare CR or LF"),
                fault("SUMMARY:N", "SUMMARY:a\rN", "bare CR or LF"),
                fault("SUMMARY:N", "SUMMARY:" + "a".repeat(70) + "N", " octets"),
                fault("SUMMARY:N", "SUMMARY:e\u0301N", "not NFC"),
                fault("SUMMARY:N", "SUMMARY:\u000BN", "control character"),
                fault("SUMMARY:N", "SUMMARY:\u2028N", "control character"),
                fault("SUMMARY:N", "SUMMARY:\u0085N", "control character"));
    }

    static Stream<Arguments> calendars() {
        return Stream.of(
                fault(
                        "END:VCALENDAR\r\n",
                        "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
                        "not one VCALENDAR"),
                fault("END:VCALENDAR\r\n", "", "BEGIN without END"),
                fault("END:VEVENT", "END:VTODO", "ends something else"),
                fault("VERSION:2.0\r\n", "", "VERSION"),
                fault("VERSION:2.0", "VERSION:1.0", "VERSION"),
                fault("PRODID:-//Kopa//Kopa 1.0//LV\r\n", "", "PRODID"),
                fault("CALSCALE:GREGORIAN\r\n", "", "CALSCALE"),
                fault("METHOD:PUBLISH", "METHOD:PUBLISH\r\nMETHOD:PUBLISH", "METHOD twice"),
                fault("METHOD:PUBLISH", "METHOD:PUBLISH\r\nUID:x", "a UID of the calendar"),
                fault("X-WR-CALNAME:M", "X-WR-CALNAME:N", "NAME and X-WR-CALNAME differ"),
                fault("X-PUBLISHED-TTL:PT1H", "X-PUBLISHED-TTL:PT2H", "X-PUBLISHED-TTL differ"),
                fault("REFRESH-INTERVAL;VALUE=DURATION", "REFRESH-INTERVAL", "without VALUE=DURATION"),
                fault("SOURCE;VALUE=URI", "SOURCE", "without VALUE=URI"),
                fault("URL:https://kopa.example/events\r", "URL:javascript:alert(1)\r", "not a web address"),
                fault("METHOD:PUBLISH", "METHOD:PUBLISH\r\nCOLOR:#ff0000", "COLOR"),
                fault("SUMMARY:N", "SUMMARY:a,N", "wrong escapes"),
                fault("SUMMARY:N", "SUMMARY:\\xN", "wrong escapes"),
                fault("SUMMARY:N", "SUMMARY N", "no colon"),
                fault("CATEGORIES:M", "CATEGORIES:a\\,M", "a comma inside a category"),
                fault("ORGANIZER;CN=I", "ORGANIZER;CN=ā;X=I", "not ASCII and not quoted"),
                fault("ORGANIZER;CN=I", "ORGANIZER;CN=a;CN=I", "twice"));
    }

    static Stream<Arguments> events() {
        return Stream.of(
                fault("UID:evt-1@kopa.example", "UID:evt-4@kopa.example", "UID twice"),
                fault("UID:evt-1@kopa.example\r\n", "", "0 UID"),
                fault("UID:evt-1@kopa.example", "UID:ē", "UID is not"),
                fault("SUMMARY:N", "SUMMARY:N\r\nSUMMARY:N", "2 SUMMARY"),
                fault("DTSTAMP:20230520T120000Z\r\n", "", "0 DTSTAMP"),
                fault("DTSTAMP:20230520T120000Z", "DTSTAMP:20230520T120000", "not in UTC"),
                fault(START + "\r\n", "", "0 DTSTART"),
                fault(END, "DTEND;TZID=Europe/Riga:20231006T100000", "DTEND is not after"),
                fault(END, "DTEND:20231006T173000Z", "different types"),
                fault(START, "DTSTART:20231006T100000", "floating"),
                fault(START, "DTSTART;TZID=Z:20231006T100000Z", "TZID on a time in UTC"),
                fault(START, "DTSTART;TZID=UTC:20231006T100000", "is not a place"),
                fault(START, "DTSTART;TZID=Europe/Rigga:20231006T100000", "is unknown"),
                fault(START, "DTSTART;TZID=Europe/Riga:20230326T033000", "twice or never"),
                fault(START, "DTSTART;TZID=Europe/Riga:2023-10-06", "not a time"),
                fault("DTEND;VALUE=DATE:20230617", "DTEND;VALUE=DATE:20230614", "DTEND is not after"),
                fault("DTEND;VALUE=DATE:20230617", "DTEND;VALUE=DATE:20230617T100000", "not a date"),
                fault("SEQUENCE:0", "SEQUENCE:-1", "SEQUENCE"),
                fault("TRANSP:OPAQUE", "TRANSP:TRANSPARENT", "TRANSP is not OPAQUE"),
                fault("TRANSP:TRANSPARENT", "TRANSP:OPAQUE", "TRANSP is not TRANSPARENT"),
                fault("STATUS:CONFIRMED\r\nTRANSP:OPAQUE", "STATUS:CANCELLED\r\nTRANSP:OPAQUE", "not TRANSPARENT"),
                fault("SUMMARY:N", "GEO:56,9;24,1\r\nSUMMARY:N", "GEO"),
                fault("SUMMARY:N", "ATTENDEE:mailto:a@b\r\nSUMMARY:N", "1 ATTENDEE in a published"),
                fault("ORGANIZER;CN=Intelekta parks:mailto:info@intelektaparks.example\r\n", "", "0 ORGANIZER"),
                fault("mailto:info@", "info@", "ORGANIZER is not a mailto"),
                fault("METHOD:PUBLISH\r\n", "", "without METHOD"),
                fault("METHOD:PUBLISH", "METHOD:REQUEST", "one ORGANIZER and one ATTENDEE"));
    }

    static Stream<Arguments> zones() {
        return Stream.of(
                fault("TZID:Europe/Riga", "TZID:Europe/Berlin", "TZID without VTIMEZONE"),
                fault("BEGIN:VEVENT", zone("Europe/Oslo") + "BEGIN:VEVENT", "unused VTIMEZONE"),
                fault("BEGIN:VEVENT", zone("Europe/Riga") + "BEGIN:VEVENT", "a VTIMEZONE twice"),
                fault("X-LIC-LOCATION:Europe/Riga", "X-LIC-LOCATION:Europe/Oslo", "X-LIC-LOCATION"),
                fault("BYDAY=-1SU", "BYDAY=SU;BYSETPOS=-1", "RRULE"),
                fault("TZOFFSETTO:+0300", "TZOFFSETTO:+013634", "whole minutes"),
                fault("DTSTART:20220327T030000", "DTSTART:20220327T010000Z", "DTSTART is not local"),
                fault("BEGIN:DAYLIGHT", "BEGIN:STANDARD", "ends something else"),
                fault("DTSTART:2022", "DTSTART:2024", "no change before"));
    }

    @ParameterizedTest
    @MethodSource({"octets", "calendars", "events", "zones"})
    void oneFaultIsSeen(String right, String wrong, String words) {
        assertThat(CLEAN).contains(right);
        assertThat(faults(CLEAN.replace(right, wrong)))
                .anySatisfy(fault -> assertThat(fault).contains(words));
    }

    @Test
    void aCharacterSplitByFoldingIsSeen() {
        String octets = new String(CLEAN.getBytes(UTF_8), ISO_8859_1).replaceFirst("\u00C4\u0081", "\u00C4\r\n \u0081");

        assertThat(CalendarLint.faults(octets.getBytes(ISO_8859_1)))
                .anySatisfy(fault -> assertThat(fault).contains("split by folding"));
    }

    @Test
    void aCalendarWithoutAnyComponentIsSeen() {
        String empty = CLEAN.replaceFirst("(?s)BEGIN:VTIMEZONE.*END:VEVENT\r\n", "");

        assertThat(faults(empty)).containsExactly("no component");
    }

    @Test
    void aZoneWithNothingInItIsSeen() {
        assertThat(faults(CLEAN.replaceFirst("(?s)BEGIN:DAYLIGHT.*END:STANDARD\r\n", "")))
                .contains("Europe/Riga: neither STANDARD nor DAYLIGHT");
    }

    @Test
    void aSecondYearlyRuleIsSeen() {
        String standard = CLEAN.substring(CLEAN.indexOf("BEGIN:STANDARD"), CLEAN.indexOf("END:VTIMEZONE"));

        assertThat(faults(CLEAN.replace("END:VTIMEZONE", standard + "END:VTIMEZONE")))
                .containsExactly("Europe/Riga: Outlook takes one yearly STANDARD");
    }

    @Test
    void anAlarmInACancellationIsSeen() {
        String alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT";

        assertThat(faults(CLEAN.replace("METHOD:PUBLISH", "METHOD:CANCEL").replace("END:VEVENT", alarm)))
                .contains("evt-1@kopa.example: an alarm in a cancellation");
    }

    private static List<String> faults(String calendar) {
        return CalendarLint.faults(calendar.getBytes(UTF_8));
    }

    private static String zone(String id) {
        return ZoneComponent.of(ZoneId.of(id), 2024, 2024).toString();
    }

    private static Arguments fault(String right, String wrong, String words) {
        return Arguments.of(right, wrong, words);
    }
}
