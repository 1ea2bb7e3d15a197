package lv.kopa.registration.participant;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How many registrations may come from one place, and what whoever sends too many sees. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CrowdedFormTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.limited("CrowdedFormTest", database);

    private final String parks = kopa.found("parks");
    private int day;
    private String event = "";

    /** Another event on another day, when whatever was counted the day before is forgotten. */
    @BeforeEach
    void publish() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-05-01T08:00:00Z").plus(Duration.ofDays(++day)));
        publish("");
    }

    private void publish(String more) {
        event = "event-" + day + more.length();
        kopa.publish(parks, Plans.training("parks", event, more));
    }

    private String form() {
        return "/events/" + event + "/register";
    }

    private String party() {
        return form() + "/party";
    }

    @AfterAll
    void stop() {
        kopa.close();
    }

    @Test
    void aSchoolOfFortyBehindOneAddressRegistersWithinFiveMinutesMistakesAndAll() {
        for (int pupil = 0; pupil < 40; pupil++) {
            Browser browser = browser();
            Document form = browser.page(form());
            assertThat(register(browser, form, "").statusCode()).isEqualTo(422);
            assertThat(register(browser, form, "not an address").statusCode()).isEqualTo(422);
            assertThat(register(browser, form, "pupil" + pupil + "@example.org").statusCode())
                    .isEqualTo(303);
            kopa.bean(MovableClock.class).advance(Duration.ofSeconds(7));
        }
        assertThat(registered()).isEqualTo(40);
    }

    @Test
    void whoeverSendsTooManyHasAllTheyTypedAndIsToldHowLongToWait() {
        Browser browser = browser();
        for (int i = 0; i < 10; i++) {
            register(browser, browser.page(form()), "anna@example.org");
        }
        HttpResponse<String> answer = register(browser, browser.page(form()), "Anna@Example.org");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("360");
        Document page = Jsoup.parse(answer.body(), form());
        assertThat(page.select("#errors p").text())
                .isEqualTo(Texts.in(Language.EN).get("web.too-often.minutes", 6));
        assertThat(page.select("#name").val()).isEqualTo("Anna");
        assertThat(page.select("#email").val()).isEqualTo("Anna@Example.org");

        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(6));
        assertThat(browser.submit(page, form(), Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void whoeverTriesAgainAndAgainForAPlaceIsStillLetIn() {
        publish("\"places\": 1, \"waitingList\": false");
        Browser browser = browser();
        Document page = browser.page(form());
        String first = kopa.register(Program.STRANGER, event, Wishes.of("first@example.org"))
                .is(201)
                .text("reference");
        for (int i = 0; i < 11; i++) {
            HttpResponse<String> full = register(browser, page, "anna@example.org");
            assertThat(full.statusCode()).isEqualTo(409);
            page = Jsoup.parse(full.body(), form());
        }
        assertThat(page.select("#errors").text()).contains(Texts.in(Language.EN).get("registration.closed.full"));
        kopa.post(parks, "/api/v1/registrations/" + first + "/cancel").is(200);

        assertThat(register(browser, page, "anna@example.org").statusCode()).isEqualTo(303);
    }

    @Test
    void theSameFormSentAgainIsHeldAgainstNobody() {
        Browser browser = browser();
        Document form = browser.page(form());
        for (int i = 0; i < 20; i++) {
            assertThat(Browser.onwards(register(browser, form, "anna@example.org")))
                    .contains("status=confirmed");
        }
        assertThat(registered()).isOne();
    }

    @Test
    void programsOfStrangersAreHeldToTheSame() {
        for (int i = 0; i < 10; i++) {
            kopa.register(Program.STRANGER, event, Wishes.of("anna@example.org"))
                    .is(201);
        }
        kopa.register(Program.STRANGER, event, Wishes.of("anna@example.org")).isProblem(429);
        kopa.register(Program.STRANGER, event, Wishes.of("janis@example.org")).is(201);
    }

    @Test
    void inACrowdTheBrowserCalculatesAndTheFormGoesOffByItself() {
        crowd();
        try (lv.kopa.Browser chromium = lv.kopa.Browser.open();
                BrowserContext window = chromium.window(360, true, "en")) {
            Page slow = window.newPage();
            slow.route(Pattern.compile("/assets/.*effort.*"), Route::abort);
            send(slow, "janis@example.org");
            slow.locator("#errors:focus").waitFor();
            lv.kopa.Browser.isSound(slow);

            Page page = window.newPage();
            send(page, "anna@example.org");
            page.waitForURL("**/registered**");
        }
        assertThat(database.texts(
                        "SELECT name FROM registration WHERE email = 'anna@example.org' AND event_id = " + id()))
                .containsExactly("Anna");
    }

    @Test
    void anEffortIsWorthNothingForAnotherAddress() {
        crowd();
        Browser browser = browser();
        Document asked = Jsoup.parse(
                register(browser, browser.page(form()), "anna@example.org").body(), form());
        assertThat(asked.select("input[name=effort]")).hasSize(1);
        String number = effort(asked.select("input[name=submission]").val() + ":anna@example.org");

        assertThat(browser.submit(asked, form(), Map.of("effort", number, "email", "janis@example.org"))
                        .statusCode())
                .isEqualTo(429);
        assertThat(browser.submit(asked, form(), Map.of("effort", number)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aPartyOfMoreThanMayComeHasAllThatWasTypedAndGoesOffWithAnEffortAndNothingIsCountedBefore() {
        crowd(98);
        Browser browser = browser();
        Document form = browser.page(party());

        HttpResponse<String> answer = send(browser, form, "Kate", "Anna", "Zane");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        Document asked = Jsoup.parse(answer.body(), party());
        assertThat(asked.select("#errors p").text()).startsWith("There were too many attempts");
        assertThat(asked.select("#name").val()).isEqualTo("Ilze");
        assertThat(asked.select("#people-2-name").val()).isEqualTo("Zane");
        assertThat(asked.select("script[src*=effort]")).hasSize(1);
        assertThat(registered()).isZero();
        crowd(2);

        String number = effort(asked.select("input[name=submission]").val() + ":ilze@example.org");
        String home = Browser.onwards(browser.submit(asked, party(), Map.of("effort", number)));
        assertThat(registered()).isEqualTo(3);

        Document more = browser.page(home + "/people");
        Map<String, String> olga = Map.of("people.0.name", "Olga", "consents", "privacy");
        HttpResponse<String> tooMany = browser.submit(more, home + "/people", olga);
        assertThat(tooMany.statusCode()).isEqualTo(429);
        Document again = Jsoup.parse(tooMany.body(), home + "/people");
        assertThat(again.select("#people-0-name").val()).isEqualTo("Olga");
        String secret = again.select("input[name=submission]").val();
        assertThat(browser.submit(again, home + "/people", Map.of("effort", effort(secret + ":")))
                        .statusCode())
                .isEqualTo(303);
        assertThat(registered()).isEqualTo(4);
    }

    @Test
    void theSamePartySentAgainIsHeldAgainstNobody() {
        Browser browser = browser();
        Document form = browser.page(party());
        String[] people = IntStream.range(0, 30).mapToObj(i -> "Person " + i).toArray(String[]::new);
        for (int i = 0; i < 5; i++) {
            assertThat(Browser.onwards(send(browser, form, people))).startsWith("/p/");
        }
        assertThat(registered()).isEqualTo(30);
        crowd(70);
        assertThat(Browser.onwards(send(browser, form, people))).startsWith("/p/");
    }

    @Test
    void whoIsAskedWhatIsToBecomeOfTheRestIsNotCountedTwice() {
        publish("\"places\": 2, \"waitingList\": true");
        Browser browser = browser();
        String[] people = IntStream.range(0, 30).mapToObj(i -> "Person " + i).toArray(String[]::new);
        Document asked = browser.page(party());
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> answer = send(browser, asked, people);
            assertThat(answer.statusCode()).isEqualTo(409);
            asked = Jsoup.parse(answer.body(), party());
        }

        assertThat(Browser.onwards(browser.submit(asked, party(), Map.of("rest", "wait"))))
                .startsWith("/p/");
        assertThat(registered()).isEqualTo(30);
    }

    @Test
    void nobodyIsWrittenToTooOftenByPartiesEither() {
        Browser browser = browser();
        for (int i = 0; i < 10; i++) {
            assertThat(send(browser, browser.page(party()), "Kate").statusCode())
                    .isEqualTo(303);
        }
        Document again =
                Jsoup.parse(send(browser, browser.page(party()), "Kate").body(), party());

        assertThat(again.select("#errors p").text())
                .isEqualTo(Texts.in(Language.EN).get("web.too-often.minutes", 6));
        assertThat(again.select("#people-0-name").val()).isEqualTo("Kate");
        assertThat(again.select("script[src*=effort]")).as("no effort helps").isEmpty();
    }

    private static HttpResponse<String> send(Browser browser, Document form, String... people) {
        Map<String, String> typed =
                new HashMap<>(Map.of("name", "Ilze", "email", "ilze@example.org", "consents", "privacy"));
        for (int i = 0; i < people.length; i++) {
            typed.put("people." + i + ".name", people[i]);
        }
        return browser.submit(form, form.select("form#typed").attr("action"), typed);
    }

    /** As many from this network as may come without ado. */
    private void crowd() {
        crowd(100);
    }

    private void crowd(int people) {
        Network here = Network.of(InetAddress.getLoopbackAddress());
        for (int i = 0; i < people; i++) {
            kopa.bean(Limits.class).count(Limit.REGISTRATION, here);
        }
    }

    private static String effort(String form) {
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(String::valueOf)
                .filter(number -> new Token(form + ":" + number).hash().startsWith("0000"))
                .findFirst()
                .orElseThrow();
    }

    private Browser browser() {
        Browser browser = new Browser(kopa.site());
        browser.page("/?lang=en");
        return browser;
    }

    /** From the network of the crowd, which a browser would not take if it were only told a name. */
    private void send(Page page, String address) {
        page.navigate(kopa.site().address(form()).replace("localhost", "127.0.0.1"));
        page.locator("input[name=name]").fill("Anna");
        page.locator("input[name=email]").fill(address);
        page.locator("input[value=privacy]").check();
        page.locator("main form.wide button.button").click();
    }

    private HttpResponse<String> register(Browser browser, Document form, String address) {
        return browser.submit(form, form(), Map.of("name", "Anna", "email", address, "consents", "privacy"));
    }

    private long registered() {
        return database.number("SELECT COUNT(*) FROM registration WHERE event_id = " + id());
    }

    private long id() {
        return database.number("SELECT id FROM event WHERE slug = '" + event + "'");
    }
}
