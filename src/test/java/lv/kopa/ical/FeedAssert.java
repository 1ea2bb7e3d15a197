package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Speaks about a calendar that left the program, as a strict and independent reader understands it. */
public final class FeedAssert extends AbstractAssert<FeedAssert, byte[]> {

    private FeedAssert(byte[] octets) {
        super(octets, FeedAssert.class);
    }

    public static FeedAssert assertThatFeed(byte[] octets) {
        return new FeedAssert(octets);
    }

    /** No rule of {@link CalendarLint} is broken. */
    public FeedAssert isClean() {
        assertThat(CalendarLint.faults(actual)).as("faults of\n%s", text()).isEmpty();
        return this;
    }

    public FeedAssert isNamed(String name) {
        return says("NAME", name).says("X-WR-CALNAME", name);
    }

    public FeedAssert isPublished() {
        return says("METHOD", "PUBLISH");
    }

    public FeedAssert hasNoMethod() {
        assertThat(calendar().count("METHOD")).isZero();
        return this;
    }

    /** A property of the calendar itself, escapes undone. */
    public FeedAssert says(String property, String text) {
        assertThat(calendar().required(property).text()).as(property).isEqualTo(text);
        return this;
    }

    public FeedAssert hasZones(String... ids) {
        assertThat(calendar().parts("VTIMEZONE"))
                .extracting(zone -> zone.required("TZID").value())
                .containsExactly(ids);
        return this;
    }

    public FeedAssert hasNoEntries() {
        return hasEntries();
    }

    /** These entries in this order, and no other. */
    public FeedAssert hasEntries(String... uids) {
        assertThat(uids()).containsExactly(uids);
        return this;
    }

    public FeedAssert hasNoEntry(String uid) {
        assertThat(uids()).doesNotContain(uid);
        return this;
    }

    /** Not even in part: for names and addresses that must not get out. */
    public FeedAssert doesNotMention(String secret) {
        assertThat(text().replace("\r\n ", "")).doesNotContainIgnoringCase(secret);
        return this;
    }

    public EntryAssert entry(String uid) {
        assertThat(uids()).contains(uid);
        var event = calendar().parts("VEVENT").stream()
                .filter(each -> each.required("UID").text().equals(uid))
                .findFirst()
                .orElseThrow();
        return new EntryAssert(event, calendar().parts("VTIMEZONE"));
    }

    private List<String> uids() {
        return calendar().parts("VEVENT").stream()
                .map(event -> event.required("UID").text())
                .toList();
    }

    private ParsedComponent calendar() {
        return ParsedCalendar.of(actual);
    }

    private String text() {
        return new String(actual, UTF_8);
    }
}
