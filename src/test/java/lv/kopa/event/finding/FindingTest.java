package lv.kopa.event.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding events by links and a form of plain addresses: what comes, what was, and how to hear of what will. */
@Tag("database")
class FindingTest {
    private static Program kopa;
    private static String parks;

    @BeforeAll
    static void hold() {
        kopa = Program.start("finding", TestDatabase.fresh());
        parks = kopa.found("parks");
        for (int day = 1; day <= 23; day++) {
            kopa.publish(parks, past("evening-" + day, "2021-03-%02d".formatted(day), ""));
        }
        kopa.publish(parks, past("a-visit", "2021-04-01", "\"kind\": \"STUDY_VISIT\""));
        kopa.publish(parks, past("secret", "2021-05-01", "\"visibility\": \"UNLISTED\""));
        kopa.post(parks, "/api/v1/events", past("a-draft", "2021-05-02", "")).is(201);
        kopa.publish(parks, past("called-off", "2021-02-01", ""));
        kopa.post(parks, "/api/v1/events/called-off/cancel", "{\"reason\": \"rain\"}")
                .is(200);
        kopa.publish(parks, Plans.training("parks", "coming", "\"places\": 2"));
    }

    @AfterAll
    static void close() {
        kopa.close();
    }

    private static String past(String slug, String day, String more) {
        String kind = more.contains("kind") ? "" : "\"kind\": \"TRAINING\", ";
        return """
                {"organisation": "parks", "slug": "%s", %s "title": {"en": "%s"}, %s
                 "languages": ["lv"],
                 "sessions": [{"start": "%sT18:00", "end": "%sT20:00", "place": "Daugavpils"}]}
                """.formatted(slug, kind, slug, more.isEmpty() ? "" : more + ",", day, day);
    }

    private static Document page(String address) {
        HttpResponse<String> answer = kopa.site().get(address, "Accept-Language", "en");
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body(), address);
    }

    private static List<String> found(Document page) {
        return page.select(".event-card h3 a").eachAttr("href");
    }

    @Test
    void whatIsOverIsShownTheLatestFirstAPageAtATime() {
        Document first = page("/?past=1");

        assertThat(found(first)).hasSize(20).startsWith("/events/a-visit", "/events/evening-23");
        assertThat(first.select("a[rel=prev]")).isEmpty();
        Document second = page(first.select("a[rel=next]").attr("href"));
        assertThat(found(second))
                .containsExactly(
                        "/events/evening-4",
                        "/events/evening-3",
                        "/events/evening-2",
                        "/events/evening-1",
                        "/events/called-off");
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(found(page(second.select("a[rel=prev]").attr("href")))).isEqualTo(found(first));
    }

    @Test
    void itSaysHowItWent() {
        assertThat(page("/?past=1&q=a-visit").select(".state").text()).isEqualTo("Held");
        assertThat(page("/?past=1&q=called-off").select(".state").text()).isEqualTo("Cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?past=1&page=2000000", "/?past=1&page=-1", "/?past=1&page=x", "/?past=yes", "/?page=2"})
    void noPageNumberBreaksAnything(String address) {
        assertThat(page(address).select("h1")).hasSize(1);
    }

    @Test
    void whatWasIsNotAmongWhatComes() {
        assertThat(found(page("/"))).containsExactly("/events/coming");
    }

    @Test
    void aKindIsChosenByALinkThatKeepsTheOtherFilters() {
        Document all = page("/?past=1&organisation=parks");
        String visits = all.select(".chips a:contains(Study visit)").attr("href");

        assertThat(visits).contains("past=1", "organisation=parks", "kind=STUDY_VISIT");
        Document narrowed = page(visits);
        assertThat(found(narrowed)).containsExactly("/events/a-visit");
        assertThat(narrowed.select(".chips [aria-current=true]").text()).isEqualTo("Study visit");
        assertThat(found(page(narrowed.select(".chips a:contains(All kinds)").attr("href"))))
                .hasSize(20);
    }

    @Test
    void eachFilterThatIsOnIsTakenOffByOneLink() {
        Document page = page("/?past=1&organisation=parks&language=lv&from=2021-03-22&q=evening");

        assertThat(found(page)).containsExactly("/events/evening-23", "/events/evening-22");
        assertThat(page.select(".chips.on li a:not(.all)").eachAttr("aria-label"))
                .containsExactly(
                        "Remove the filter: “evening”",
                        "Remove the filter: parks",
                        "Remove the filter: from 22 March 2021",
                        "Remove the filter: Latvian");
        Document without = page(page.select(".chips.on a[aria-label$=2021]").attr("href"));
        assertThat(found(without)).hasSize(20);
        assertThat(without.select("#from").val()).isEmpty();
        assertThat(without.select("#q").val()).isEqualTo("evening");
        assertThat(page.select(".chips.on .all").attr("href")).isEqualTo("/?past=1");
    }

    @Test
    void theFormKeepsWhatLinksHaveChosen() {
        Document page = page("/?past=1&kind=STUDY_VISIT");

        assertThat(page.select("form[role=search] input[name=past]").val()).isEqualTo("1");
        assertThat(page.select("form[role=search] input[name=kind]").val()).isEqualTo("STUDY_VISIT");
    }

    @Test
    void whereNothingIsFoundThePageSaysWhereElseToLook() {
        Document page = page("/?kind=CONFERENCE&q=nothing");

        assertThat(page.select(".empty").text()).contains("Nothing matches these filters");
        assertThat(page.select(".empty a").eachAttr("href"))
                .containsExactly(
                        "/?kind=CONFERENCE", "/?q=nothing", "/", "/?q=nothing&kind=CONFERENCE&past=1", "#subscribe");
        assertThat(page.select(".empty li").eachText())
                .startsWith("Without the filter: “nothing”", "Without the filter: Conference");
        assertThat(page.select("#subscribe")).hasSize(1);
    }

    @Test
    void ofOneFilterAloneThereIsNothingElseToTakeOff() {
        assertThat(page("/?q=nothing").select(".empty a").eachAttr("href"))
                .containsExactly("/", "/?q=nothing&past=1", "#subscribe");
    }

    @Test
    void whoFindsNothingIsToldInWhichLanguagesWordsWereLookedFor() {
        assertThat(page("/?q=nothing").select(".empty").text())
                .contains("in these languages: English, Latvian, Norwegian, Ukrainian, Russian.");
        assertThat(page("/?q=nichego&lang=ru").select(".empty").text())
                .contains("на этих языках: русский, английский, латышский, норвежский, украинский.");
        assertThat(page("/?kind=CONFERENCE").select(".empty").text()).doesNotContain("languages");
    }

    @Test
    void whoseManyWordsAreNowhereTogetherIsToldThatAllOfThemHaveToBe() {
        assertThat(page("/?q=Grant+cooking").select(".empty").text()).contains("All the words have to be in one event");
        assertThat(page("/?q=cooking").select(".empty").text()).doesNotContain("All the words");
    }

    @ParameterizedTest
    @CsvSource({
        "'/?q=grant', '1 event found', 'Coming'",
        "'/?q=nothing', 'Nothing matches these filters.', 'Coming'",
        "'/?past=1&q=visit', '1 past event found', 'Past'",
        "'/?past=1&q=evening', 'Events 1–20 of those found, latest first', 'Past'",
        "'/?past=1&q=evening&page=2', 'Events 21–23 of those found, latest first', 'Past'"
    })
    void howManyWereFoundIsSaidFirstInTheWindowAndOnThePage(String address, String count, String title) {
        Document page = page(address);

        assertThat(page.title()).startsWith(count + " · " + title);
        assertThat(page.select(".found[role=status], .empty [role=status]").text())
                .isEqualTo(count);
        assertThat(page.select("link[rel=alternate][title]").eachAttr("title"))
                .as("a subscription is not called after today's number")
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).startsWith(title));
    }

    @Test
    void aCardSaysAtAGlanceWhatMatters() {
        String card = page("/").select(".event-card").text();

        assertThat(card).contains("2 places left", "Daugavpils, Rīgas iela 9", "spoken in English, Latvian", "parks");
    }

    @Test
    void anOrganisationShowsItsLatestPastEventsAndLeadsToTheOthers() {
        Document page = page("/organisations/parks");

        assertThat(found(page)).hasSize(7).startsWith("/events/coming", "/events/a-visit");
        String others = page.select("a:contains(All past events)").attr("href");
        assertThat(found(page(others))).hasSize(20);
    }

    @Test
    void aSubscriptionIsToWhatThePageShows() {
        Document page = page("/?lang=lv&kind=TRAINING&q=a%26b&past=1");
        String feed = "https://kopa.example/calendar.ics?q=a%26b&kind=TRAINING&lang=lv";

        assertThat(page.select("#feed").val()).isEqualTo(feed);
        assertThat(page.select("#subscribe a").eachAttr("href"))
                .contains(feed, feed.replace("https:", "webcal:"))
                .anyMatch(address -> address.startsWith("https://calendar.google.com/"))
                .anyMatch(address -> address.startsWith("https://outlook.live.com/"));
        assertThat(page("/organisations/parks?lang=nb").select("#feed").val())
                .isEqualTo("https://kopa.example/organisations/parks/calendar.ics?lang=nb");
    }

    @Test
    void whatCameOfAnEventIsToldOnItsPageInTheListAndToPrograms() {
        String outcome = "/api/v1/events/evening-7/outcome";
        String text = "{\"text\": {\"en\": \"We met **six** neighbours.\"}, \"learnt\": {\"en\": \"Bring cake.\"}%s}";
        assertThat(page("/events/evening-7").select("#outcome ~ p").text()).isEqualTo("Held.");

        Answer kept = kopa.send("PUT", parks, outcome, text.formatted(""), "If-Match", etag("evening-7"));

        kept.is(200);
        assertThat(kept.text("outcome.text.en")).isEqualTo("We met **six** neighbours.");
        assertThat(page("/events/evening-7").text()).doesNotContain("neighbours");
        assertThat(kopa.get(Program.STRANGER, "/api/v1/events/evening-7").at("outcome"))
                .isEmpty();

        kopa.send("PUT", parks, outcome, text.formatted(", \"published\": true"), "If-Match", etag("evening-7"))
                .is(200);

        assertThat(page("/events/evening-7").select("section:has(#outcome)").text())
                .isEqualTo("What came of it Held. We met six neighbours. What was learnt Bring cake.");
        assertThat(page("/?past=1&q=evening-7").select(".event-card .report").text())
                .isEqualTo("We met six neighbours.");
        assertThat(kopa.get(Program.STRANGER, "/api/v1/events/evening-7").text("outcome.learnt.en"))
                .isEqualTo("Bring cake.");
    }

    @Test
    void nothingIsToldOfWhatHasNotTakenPlaceOrByWhoeverWasSlower() {
        String told = "{\"text\": {\"en\": \"It was good.\"}, \"published\": true}";

        kopa.send("PUT", parks, "/api/v1/events/coming/outcome", told, "If-Match", etag("coming"))
                .isProblem(409);
        kopa.send("PUT", parks, "/api/v1/events/called-off/outcome", told, "If-Match", etag("called-off"))
                .isProblem(409);
        kopa.send("PUT", parks, "/api/v1/events/evening-8/outcome", told, "If-Match", "\"999\"")
                .isProblem(412);
        kopa.send(
                        "PUT",
                        parks,
                        "/api/v1/events/evening-8/outcome",
                        "{\"published\": true}",
                        "If-Match",
                        etag("evening-8"))
                .isInvalid("text");
    }

    private static String etag(String slug) {
        return kopa.get(parks, "/api/v1/events/" + slug).header("ETag");
    }

    @Test
    void anEventIsWrittenIntoCalendarsOnTheWebWithItsTimeAndItsOrganisationsAreSubscribedTo() {
        Document page = page("/events/coming?lang=lv");

        assertThat(page.select("main a.button, main button.button:not([hidden])")
                        .eachAttr("href"))
                .as("one button stands out, and one is quiet; everything else is a link")
                .hasSize(2)
                .anyMatch(address -> address.endsWith("/register"))
                .anyMatch(address -> address.startsWith("webcal:"));
        assertThat(page.select("main .button:not(.quiet)")).hasSize(1);
        assertThat(page.select(".side .actions a").eachAttr("href"))
                .contains("/events/coming/calendar.ics?lang=lv")
                .anySatisfy(address -> assertThat(address)
                        .startsWith("https://calendar.google.com/calendar/render?action=TEMPLATE")
                        .contains("dates=20310614T063000Z%2F20310614T130000Z", "https%3A%2F%2Fkopa.example%2Fevents"))
                .anySatisfy(address -> assertThat(address)
                        .startsWith("https://outlook.live.com/calendar/0/deeplink/compose")
                        .contains("startdt=2031-06-14T06%3A30%3A00Z", "enddt=2031-06-14T13%3A00%3A00Z")
                        .contains("subject=Projektu%20rakst"));
        assertThat(page.select("#feed").val())
                .isEqualTo("https://kopa.example/organisations/parks/calendar.ics?lang=lv");
        assertThat(page("/events/evening-9").select("a[href^=https://calendar.google.com/calendar/render]"))
                .isEmpty();
    }

    @Test
    void daysApartAreNotWrittenIntoCalendarsOnTheWebAsOne() {
        for (String second : List.of("15", "21")) {
            kopa.publish(parks, """
                    {"organisation": "parks", "slug": "days-%s", "kind": "TRAINING", "title": {"en": "Two days"},
                     "visibility": "UNLISTED", "sessions": [{"start": "2031-06-14T10:00", "end": "2031-06-14T12:00"},
                       {"start": "2031-06-%sT10:00", "end": "2031-06-%sT12:00"}]}""".formatted(second, second, second));
        }

        assertThat(page("/events/days-15").select("a[href^=https://calendar.google.com/calendar/render]"))
                .hasSize(1);
        assertThat(page("/events/days-21").select(".side .actions a[href*=calendar.ics]"))
                .isNotEmpty();
        assertThat(page("/events/days-21").select("a[href^=https://calendar.google.com/calendar/render]"))
                .isEmpty();
    }

    @Test
    void theCodeLeadsATelephoneToThePageItStandsOn() {
        String code = page("/?lang=lv&kind=TRAINING&past=1").select(".code").attr("src");

        assertThat(Telephone.reads(kopa.site().get(code).body()))
                .isEqualTo("https://kopa.example/?kind=TRAINING&lang=lv#subscribe");
        assertThat(Telephone.reads(
                        kopa.site().get("/projects/kapitals/calendar.svg").body()))
                .isEqualTo("https://kopa.example/projects/kapitals#subscribe");
    }

    @Test
    void aCodeIsKeptByWhoeverHasItAndNeverTooSmallToRead() {
        HttpResponse<String> code = kopa.site().get("/calendar.svg?q=" + "x".repeat(2_000));

        assertThat(Telephone.reads(code.body())).isEqualTo("https://kopa.example/#subscribe");
        assertThat(code.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(code.headers().firstValue("Cache-Control")).hasValue("public, max-age=86400");
        assertThat(kopa.site()
                        .get(
                                "/calendar.svg",
                                "If-None-Match",
                                kopa.site()
                                        .get("/calendar.svg")
                                        .headers()
                                        .firstValue("ETag")
                                        .orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }
}
