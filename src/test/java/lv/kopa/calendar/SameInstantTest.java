package lv.kopa.calendar;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.ical.FeedAssert;
import lv.kopa.mail.Mail;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.web.StrictJson;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is told of a time, and how, is told of the same. */
class SameInstantTest {
    private static final Instant START = Instant.parse("2031-06-14T07:30:00Z");
    private final Program kopa = Program.start("same-instant", TestDatabase.fresh());

    @BeforeEach
    void announce() {
        String plan =
                Plans.training("parks", "oslo", "").replace("\"place\"", "\"timeZone\": \"Europe/Oslo\", \"place\"");
        kopa.publish(kopa.found("parks"), plan);
    }

    @AfterEach
    void close() {
        kopa.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lv | sestdiena, 2031. gada 14. jūnijs, 09:30–16:00 (laika josla: Oslo)",
                "en | Saturday 14 June 2031, 09:30–16:00 (Oslo time)"
            })
    void pageMailCalendarsAndSearchEnginesAreToldTheSame(String language, String line) {
        Document page =
                Jsoup.parse(kopa.site().get("/events/oslo?lang=" + language).body());
        List<Instant> shown = page.select("time[datetime*=T]").eachAttr("datetime").stream()
                .map(time -> OffsetDateTime.parse(time).toInstant())
                .toList();
        assertThat(shown).contains(START);
        assertThat(page.select("time[datetime*=T]").eachText()).contains("09:30");

        String markup = page.expectFirst("script[type=application/ld+json]").data();
        assertThat(told(StrictJson.read(markup).get("startDate").getStringValue()))
                .isEqualTo(START);
        String news = kopa.site().get("/events.json?lang=" + language).body();
        assertThat(told(StrictJson.read(news)
                        .get("items")
                        .get(0)
                        .get("_event")
                        .get("start")
                        .getStringValue()))
                .isEqualTo(START);

        for (String path : List.of("/events/oslo/calendar.ics", "/calendar.ics")) {
            String calendar = kopa.site().get(path + "?lang=" + language).body();
            String uid = calendar.replaceFirst("(?s).*\\r\\nUID:([^\\r]*)\\r.*", "$1");
            FeedAssert.assertThatFeed(calendar.getBytes(StandardCharsets.UTF_8))
                    .entry(uid)
                    .showsTheClock(
                            LocalDateTime.parse("2031-06-14T09:30"),
                            LocalDateTime.parse("2031-06-14T16:00"),
                            ZoneId.of("Europe/Oslo"));
        }

        kopa.register(STRANGER, "oslo", Wishes.of(language + "@example.org").replace("\"lv\"", '"' + language + '"'))
                .is(201);
        Mail mail = Someone.mailTo(kopa, language + "@example.org");
        assertThat(mail.wording().text()).contains(line);
        assertThat(Jsoup.parse(mail.html()).text()).contains(line);
    }

    private static Instant told(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
