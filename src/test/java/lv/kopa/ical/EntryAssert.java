package lv.kopa.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Speaks about one entry of a calendar; its instants are told by the file's own VTIMEZONEs. */
public final class EntryAssert extends AbstractAssert<EntryAssert, ParsedComponent> {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final List<ParsedComponent> zones;

    EntryAssert(ParsedComponent event, List<ParsedComponent> zones) {
        super(event, EntryAssert.class);
        this.zones = zones;
    }

    public EntryAssert startsAt(Instant instant) {
        assertThat(ZoneReading.instant(actual.required("DTSTART"), zones)).isEqualTo(instant);
        return this;
    }

    public EntryAssert endsAt(Instant instant) {
        assertThat(ZoneReading.instant(actual.required("DTEND"), zones)).isEqualTo(instant);
        return this;
    }

    /** The clock on the wall is written as the organiser typed it, with its zone. */
    public EntryAssert showsTheClock(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        assertThat(List.of(actual.required("DTSTART"), actual.required("DTEND")))
                .allSatisfy(time -> assertThat(time.parameter("TZID")).contains(zone.getId()))
                .extracting(ContentLine::value)
                .containsExactly(start.format(LOCAL), end.format(LOCAL));
        return this;
    }

    /** Whole days, the last one included. */
    public EntryAssert isOnDays(LocalDate first, LocalDate last) {
        assertThat(List.of(actual.required("DTSTART"), actual.required("DTEND")))
                .allSatisfy(time -> assertThat(time.parameter("VALUE")).contains("DATE"))
                .extracting(time -> LocalDate.parse(time.value(), DateTimeFormatter.BASIC_ISO_DATE))
                .containsExactly(first, last.plusDays(1));
        return this;
    }

    public EntryAssert hasSummary(String summary) {
        return says("SUMMARY", summary);
    }

    public EntryAssert hasStatus(EntryStatus status) {
        return says("STATUS", status.name());
    }

    public EntryAssert hasSequence(int sequence) {
        return says("SEQUENCE", "" + sequence);
    }

    public EntryAssert hasCategories(String... categories) {
        assertThat(actual.required("CATEGORIES").texts()).containsExactly(categories);
        return this;
    }

    /** A property of the entry, escapes undone. */
    public EntryAssert says(String property, String text) {
        assertThat(actual.required(property).text()).as(property).isEqualTo(text);
        return this;
    }

    public EntryAssert doesNotSay(String property) {
        assertThat(actual.all(property)).isEmpty();
        return this;
    }
}
