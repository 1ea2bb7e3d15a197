package lv.kopa.event.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one chooses a calendar and subscribes to it. */
class CalendarsPageTest {
    private static final String WHOLE = "https://kopa.example/calendar.ics";
    private static Program kopa;

    @BeforeAll
    static void announce() {
        kopa = Program.start("calendars", TestDatabase.fresh());
        kopa.publish(kopa.found("parks"), Plans.studyVisit("parks", "hamar", ""));
    }

    @AfterAll
    static void close() {
        kopa.close();
    }

    @Test
    void theUsualCalendarsHaveAButtonEach() {
        Document page = page("/calendars");

        List<String> ways = page.select("#subscribe .actions a").eachAttr("href");
        assertThat(ways)
                .extracting(way -> URLDecoder.decode(way, StandardCharsets.UTF_8))
                .containsExactly(
                        "webcal://kopa.example/calendar.ics?lang=en",
                        "https://calendar.google.com/calendar/r?cid=webcal://kopa.example/calendar.ics?lang=en",
                        "https://outlook.live.com/calendar/0/addfromweb?url=" + WHOLE + "?lang=en",
                        "https://outlook.office.com/calendar/0/addfromweb?url=" + WHOLE + "?lang=en",
                        WHOLE + "?lang=en");
        assertThat(page.select("#feed").val()).isEqualTo(WHOLE + "?lang=en");
        assertThat(page.select("button[data-copy=feed]")).hasSize(1);
        assertThat(kopa.site().get(page.select("img.code").attr("src")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void itSaysHowSoonEachProgramLearnsOfAChange() {
        assertThat(page("/calendars").select("dl.facts > div").eachText())
                .containsExactly(
                        "Google Calendar Every 8 to 24 hours; you cannot hurry it either.",
                        "Apple (iPhone, iPad and Mac) As you set it, from every 5 minutes to once a week.",
                        "Outlook.com, Microsoft 365 and the new Outlook About every 3 hours.",
                        "Outlook (classic) About once an hour, together with your mail.",
                        "Thunderbird Every 30 minutes, unless you set it otherwise.",
                        "Nextcloud About once an hour, unless you set it otherwise.");
    }

    @Test
    void whatIsInTheCalendarIsChosenByLinksAndTakenBackByThem() {
        Document visits = follow(page("/calendars"), "Study visit");
        Document karis = follow(visits, "Kari");

        assertThat(karis.select("#feed").val()).isEqualTo(WHOLE + "?kind=STUDY_VISIT&trainer=Kari&lang=en");
        assertThat(karis.select(".chips a[aria-current]").eachText()).containsExactly("Study visit", "Kari");
        assertThat(follow(karis, "Study visit").select("#feed").val()).isEqualTo(WHOLE + "?trainer=Kari&lang=en");
        assertThat(follow(karis, "Everything").select("#feed").val()).isEqualTo(WHOLE + "?lang=en");
        assertThat(follow(page("/calendars"), "Volunteer").select("#feed").val())
                .isEqualTo(WHOLE + "?category=volunteer&lang=en");
        assertThat(kopa.site()
                        .get(karis.select("#feed").val().replace("https://kopa.example", ""))
                        .body())
                .contains("BEGIN:VEVENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/organisations/parks", "/?kind=training"})
    void pagesWithEventsLeadThereWithTheirOwnChoice(String address) {
        String more = page(address).select("#subscribe a[href^=/calendars]").attr("href");

        String choice = address.equals("/organisations/parks") ? "?organisation=parks" : address.substring(1);
        assertThat(more).isEqualTo("/calendars" + choice);
        assertThat(page(more).select("#subscribe a[href^=/calendars]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/organisations/parks", "/events/hamar", "/calendars"})
    void pagesNameTheirFeedsInTheHead(String address) {
        Document page = page(address);

        for (String type : List.of("text/calendar", "application/atom+xml", "application/feed+json")) {
            String feed =
                    page.select("head link[rel=alternate][type=" + type + "]").attr("href");
            HttpResponse<String> answer = kopa.site().get(feed.replace("https://kopa.example", ""));
            assertThat(answer.statusCode()).as(feed).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(type);
            assertThat(answer.body()).contains("Study visit to Hamar");
        }
    }

    private static Document follow(Document page, String chip) {
        return page(page.select(".chips a").stream()
                .filter(link -> link.text().equals(chip))
                .findFirst()
                .orElseThrow()
                .attr("href"));
    }

    private static Document page(String address) {
        HttpResponse<String> answer = kopa.site().get(address, "Accept-Language", "en");
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
