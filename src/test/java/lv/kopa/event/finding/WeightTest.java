package lv.kopa.event.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.registration.delegation.Heads;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.party.PartyRush;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Site;
import lv.kopa.web.asset.Assets;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Public pages are light: on the line, for the database, for whoever waits. */
class WeightTest {
    private static final int KB = 1_000;
    private static final int WORTH_PACKING = 1_024;

    /** A visit in three days and two zones, with everything that can be said of an event. */
    private static final String FULLEST = "/events/pieredzes-brauciens-hamara?lang=lv";

    /** Of a visit, with questions. */
    private static final String FORM = "/events/studiebesok-daugavpils/register";

    /** What one has to fill in who signs up: the kind of place, name, address, and the box of the privacy text. */
    private static final int FIELDS = 4;

    private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+\\.(css|js)[^\"]*)\"");
    private static Program kopa;
    private static Site site;

    @BeforeAll
    static void start() {
        kopa = Program.start(
                "weight",
                TestDatabase.fresh(),
                Map.of(
                        "kopa.demo",
                        "true",
                        "datasources.default.data-source-properties.queryInterceptors",
                        Overheard.class.getName()));
        site = kopa.site();
    }

    @AfterAll
    static void stop() {
        kopa.close();
    }

    private static byte[] packed(String address) {
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(site.at(address).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            if (answer.body().length > WORTH_PACKING) {
                assertThat(answer.headers().firstValue("Content-Encoding"))
                        .as(address)
                        .hasValue("gzip");
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> loaded(String kind) {
        return loaded(FULLEST, kind);
    }

    private static List<String> loaded(String page, String kind) {
        List<String> addresses = new ArrayList<>();
        for (MatchResult found : LOADED.matcher(site.get(page).body()).results().toList()) {
            if (found.group(2).equals(kind)) {
                addresses.add(found.group(1));
            }
        }
        return addresses;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FULLEST,
                "/events/studiebesok-daugavpils?lang=en",
                "/?lang=lv",
                "/organisations/intelekta-parks",
                FORM,
                FORM + "/party"
            })
    void aPageIsLight(String address) {
        assertThat(packed(address)).hasSizeLessThan(20 * KB);
    }

    @Test
    void itsStyleIsLight() {
        assertThat(loaded("css")).hasSize(1);
        assertThat(packed(loaded("css").get(0))).hasSizeLessThan(20 * KB);
    }

    @Test
    void itsScriptIsLightAndWaitsForThePage() {
        assertThat(loaded("js")).hasSize(1);
        assertThat(packed(loaded("js").get(0))).hasSizeLessThan(15 * KB);
        assertThat(site.get(FULLEST).body()).containsPattern("<script src=\"[^\"]+\" defer>");
    }

    @Test
    void theScriptsOfAFormAreLightTooThatForACrowdAmongThem() {
        List<String> scripts = new ArrayList<>(loaded(FORM, "js"));
        assertThat(scripts).hasSize(2);
        scripts.add(Assets.address("effort.js"));

        assertThat(scripts.stream().mapToInt(script -> packed(script).length).sum())
                .isLessThan(15 * KB);
    }

    @ParameterizedTest
    @CsvSource({
        "/, 10",
        "/?past=1, 10",
        "/?kind=TRAINING&q=a, 10",
        "/?q=online+kursi+%D0%A0%D0%B8%D0%B3%D0%B0+norsk, 10",
        "/organisations/intelekta-parks, 11",
        "/projects/kapitals, 12",
        "/sitemap.xml, 3",
        "/accessibility, 1",
        "/calendars, 4",
        "/calendar.svg, 0"
    })
    void aPageAsksTheDatabaseAHandfulOfQuestions(String address, int most) {
        site.get(address);
        Overheard.forget();

        assertThat(site.get(address).statusCode()).isEqualTo(200);

        assertThat(Overheard.questions()).hasSizeLessThanOrEqualTo(most);
    }

    /** The pages of those who come, and the form that they send: what is read and, where that is so, written. */
    @Test
    void soDoesEachStepOfWhoSignsUp() {
        kopa.publish(kopa.found("parks"), """
                {"organisation": "parks", "slug": "weighed", "kind": "TRAINING", "title": {"en": "Weighed"}, "places": 20,
                 "timeZone": "Europe/Riga", "categories": [{"key": "guest", "name": {"en": "Guest"}, "places": 15}],
                 "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00"},
                   {"title": {"en": "Workshop"}, "start": "2031-06-15T09:30", "end": "2031-06-15T16:00", "places": 9}],
                 "questions": [{"key": "bus", "type": "YES_NO", "label": {"en": "Bus?"}}]}""");
        EventDetails event = kopa.bean(Events.class).find("weighed").orElseThrow();
        lv.kopa.web.Browser anna = new lv.kopa.web.Browser(site);
        String form = "/events/weighed/register";
        Document page = anna.page(form);
        String session = "" + event.chosen().get(0).id();
        Map<String, String> typed = Map.of(
                "name",
                "Anna",
                "email",
                "anna@example.org",
                "category",
                "guest",
                "sessions",
                session,
                "consents",
                "privacy");

        asks(form, 10);
        Overheard.forget();
        String done = lv.kopa.web.Browser.onwards(anna.submit(page, form, typed));
        assertThat(Overheard.questions()).as("signing up").hasSizeLessThanOrEqualTo(20);
        asks(done, 10);
        asks(Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")), 25);
        PartyRush.comes(kopa, event, "guest", List.of("janis@example.org", "kate@example.org"), false);
        asks(linkToIlze("/p/"), 12);
        Heads.give(kopa, "weighed", Map.of("guest", 3));
        asks(linkToIlze("/delegation/"), 12);
    }

    private static void asks(String address, int most) {
        site.get(address);
        Overheard.forget();
        assertThat(site.get(address).statusCode()).isEqualTo(200);
        assertThat(Overheard.questions()).as(address).hasSizeLessThanOrEqualTo(most);
    }

    private static String linkToIlze(String kind) {
        Matcher link = Pattern.compile(kind + "[a-z2-7]+")
                .matcher(Someone.mailTo(kopa, "ilze@example.org").wording().text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    @Test
    void howManyQuestionsDoesNotDependOnHowManyEventsThereAre() {
        site.get("/?kind=CONFERENCE");
        Overheard.forget();
        site.get("/?kind=MEETING");
        int few = Overheard.questions().size();
        Overheard.forget();
        site.get("/");

        assertThat(Overheard.questions().size()).isLessThanOrEqualTo(few + 4); // once a minute, how many came
    }

    @Test
    void thePageOfAnEventThatHangsAsksNothing() {
        MovableClock clock = site.bean(MovableClock.class);
        clock.set(clock.instant());
        site.get(FULLEST);
        Overheard.forget();

        site.get(FULLEST);

        clock.release();
        assertThat(Overheard.questions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {FULLEST, "/?lang=lv"})
    void onASlowLineOneReadsWithinThreeSeconds(String address) {
        site.get(address);
        try (Browser browser = Browser.open();
                BrowserContext window = browser.window(360, true, "lv")) {
            Page page = window.newPage();
            CDPSession line = window.newCDPSession(page);
            line.send("Network.enable");
            line.send("Network.emulateNetworkConditions", slow3g());
            page.navigate(site.address(address));
            Object painted =
                    page.evaluate("() => new Promise(seen => new PerformanceObserver(list => seen(list.getEntries()"
                            + ".find(entry => entry.name === 'first-contentful-paint')?.startTime ?? 0))"
                            + ".observe({type: 'paint', buffered: true}))");
            Object loaded = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd");

            assertThat(((Number) painted).doubleValue()).as("painted").isBetween(400.0, 3_000.0);
            assertThat(((Number) loaded).doubleValue()).as("loaded").isLessThan(3_000);
        }
    }

    @Test
    void onASlowLineOneSignsUpForAVisitWithFourFieldsInFarLessThanAMinute() {
        site.get(FORM);
        try (Browser browser = Browser.open();
                BrowserContext window = browser.window(360, true, "nb")) {
            Page page = window.newPage();
            CDPSession line = window.newCDPSession(page);
            line.send("Network.enable");
            line.send("Network.emulateNetworkConditions", slow3g());
            long began = System.nanoTime();
            page.navigate(site.address("/events/studiebesok-daugavpils?lang=nb"));
            page.locator(".call a.button").click();
            page.locator("#name").fill("Oksana Kovalenko");
            page.locator("#email").fill("oksana@example.org");
            page.locator("input[name=category]").first().check();
            page.locator("input[value=privacy]").check();
            assertThat(page.locator("main form.wide :is(input, select, textarea)[required]:visible")
                            .evaluateAll("fields => new Set(fields.map(field => field.name)).size"))
                    .isEqualTo(FIELDS);
            page.locator("main form.wide button.button").click();
            page.waitForURL("**/registered?**");

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("the machines' part of the minute")
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    private static JsonObject slow3g() {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 400);
        conditions.addProperty("downloadThroughput", 400_000 / 8);
        conditions.addProperty("uploadThroughput", 400_000 / 8);
        return conditions;
    }
}
