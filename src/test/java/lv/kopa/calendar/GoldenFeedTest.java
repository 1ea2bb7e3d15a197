package lv.kopa.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.kopa.ical.FeedAssert.assertThatFeed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lv.kopa.event.EventDetails;
import lv.kopa.event.announcement.EventPlan.SessionPlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whole feeds to the last byte. What a feed is now and is not in its file stands in {@code target/golden}, to be looked
 * at, and taken over where it is right.
 */
class GoldenFeedTest {
    private static final Path GOLDEN = Path.of("src/test/resources/calendar");
    private static final Pattern IDENTITY = Pattern.compile("(event|session)-[0-9a-f-]{36}");

    private final Season season = Season.begin();

    @AfterEach
    void close() {
        season.close();
    }

    @Test
    void ofNoEvent() throws IOException {
        isTheCalendar("empty.ics", "/calendar.ics?lang=lv");
    }

    @Test
    void ofSeveralZones() throws IOException {
        publish(
                "zones",
                Season.session(null, "2027-03-27T10:00", "2027-03-27T15:00", "Europe/Riga", "Rīga"),
                Season.session(null, "2027-05-10T09:00", "2027-05-10T12:00", "Europe/Oslo", "Hamar"),
                Season.session(null, "2027-05-12T09:00", "2027-05-12T12:00", "Atlantic/Reykjavik", "Reykjavík"),
                Season.session(null, "2028-01-12T19:30", "2028-01-12T21:00", "America/New_York", null));

        isTheCalendar("zones.ics", "/calendar.ics?lang=nb");
    }

    @Test
    void ofAVisitWithItsBanner() throws IOException {
        season.beginProject();
        season.publish(Season.plan(
                "hamar",
                "STUDY_VISIT",
                "PUBLIC",
                null,
                "kapitals/4",
                List.of(
                        Season.session(null, "2027-06-14T09:30", "2027-06-14T12:00", "Europe/Oslo", "Hamar"),
                        Season.session(null, "2027-06-16T06:00", "2027-06-16T09:00", "Europe/Riga", "Rīga"))));

        isTheCalendar("visit.ics", "/projects/kapitals/calendar.ics?lang=lv");
    }

    @Test
    void ofAnEventThatWasCancelledAndOneThatWasMoved() throws IOException {
        EventDetails cancelled = publish("maize", training("2027-03-27T10:00", "2027-03-27T15:00", null));
        EventDetails moved = publish("darzs", training("2027-03-27T10:00", "2027-03-27T15:00", null));
        season.clock().advance(Duration.ofHours(1));
        season.cancel(cancelled);
        season.change(
                moved,
                Season.plan(
                        "darzs",
                        "TRAINING",
                        "PUBLIC",
                        List.of(training(
                                "2027-03-29T10:00",
                                "2027-03-29T15:00",
                                moved.sessions().get(0).id()))));

        isTheCalendar("changed.ics", "/organisations/parks/calendar.ics?lang=en");
    }

    @Test
    void ofTheHourThatAutumnRepeats() throws IOException {
        publish("nakts", training("2027-10-31T03:30", "2027-10-31T05:00", null));

        isTheCalendar("repeated-hour.ics", "/calendar.ics?lang=lv");
    }

    @Test
    void ofNewsInAtomAndInJson() throws IOException {
        publish("darzs", training("2027-03-27T10:00", "2027-03-27T15:00", null));

        is("news.atom", "/events.atom?lang=nb");
        is("news.json", "/events.json?lang=nb");
    }

    private EventDetails publish(String slug, SessionPlan... sessions) {
        return season.publish(Season.plan(slug, "TRAINING", "PUBLIC", List.of(sessions)));
    }

    private static SessionPlan training(String start, String end, @Nullable Long id) {
        return Season.session(id, start, end, "Europe/Riga", "Saules iela 1");
    }

    private void isTheCalendar(String name, String path) throws IOException {
        assertThatFeed(season.feed(path)).isClean().isPublished();
        is(name, path);
    }

    private void is(String name, String path) throws IOException {
        String text = anonymous(new String(season.feed(path), UTF_8));
        Path golden = GOLDEN.resolve(name);
        String expected = Files.exists(golden) ? Files.readString(golden) : "";
        if (!text.equals(expected)) {
            Path got = Path.of("target/golden").resolve(name);
            Files.createDirectories(got.getParent());
            Files.writeString(got, text);
        }
        assertThat(text).isEqualTo(expected);
    }

    /** With the random part of each identity put by its turn; no line of them is long enough to be folded. */
    private static String anonymous(String text) {
        List<String> found = IDENTITY.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        String named = text;
        for (int i = 0; i < found.size(); i++) {
            named = named.replace(found.get(i), found.get(i).replaceFirst("-.*", "-" + (i + 1)));
        }
        return named;
    }
}
