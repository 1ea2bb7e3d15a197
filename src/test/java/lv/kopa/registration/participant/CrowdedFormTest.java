package lv.kopa.registration.participant;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many registrations may come from one place, and what whoever sends too many sees. */
final class CrowdedFormTest {
    private static final String FORM = "/events/ours/register";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.limited("CrowdedFormTest", database);

    @BeforeEach
    void publish() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-05-01T08:00:00Z"));
        kopa.publish(kopa.found("parks"), Plans.training("parks", "ours", ""));
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void aSchoolOfFortyBehindOneAddressRegistersWithinFiveMinutesMistakesAndAll() {
        for (int pupil = 0; pupil < 40; pupil++) {
            Browser browser = browser();
            Document form = browser.page(FORM);
            assertThat(send(browser, form, "").statusCode()).isEqualTo(422);
            assertThat(send(browser, form, "not an address").statusCode()).isEqualTo(422);
            assertThat(send(browser, form, "pupil" + pupil + "@example.org").statusCode())
                    .isEqualTo(303);
            kopa.bean(MovableClock.class).advance(Duration.ofSeconds(7));
        }
        assertThat(registered()).isEqualTo(40);
    }

    @Test
    void whoeverSendsTooManyHasAllTheyTypedAndIsToldHowLongToWait() {
        Browser browser = browser();
        for (int i = 0; i < 10; i++) {
            send(browser, browser.page(FORM), "anna@example.org");
        }
        HttpResponse<String> answer = send(browser, browser.page(FORM), "Anna@Example.org");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("360");
        Document page = Jsoup.parse(answer.body(), FORM);
        assertThat(page.select("#errors p").text())
                .isEqualTo(Texts.in(Language.EN).get("web.too-often.minutes", 6));
        assertThat(page.select("#name").val()).isEqualTo("Anna");
        assertThat(page.select("#email").val()).isEqualTo("Anna@Example.org");

        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(6));
        assertThat(browser.submit(page, FORM, Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void theSameFormSentAgainIsHeldAgainstNobody() {
        Browser browser = browser();
        Document form = browser.page(FORM);
        for (int i = 0; i < 20; i++) {
            assertThat(Browser.onwards(send(browser, form, "anna@example.org"))).contains("status=confirmed");
        }
        assertThat(registered()).isOne();
    }

    @Test
    void programsOfStrangersAreHeldToTheSame() {
        for (int i = 0; i < 10; i++) {
            kopa.register(Program.STRANGER, "ours", Wishes.of("anna@example.org"))
                    .is(201);
        }
        kopa.register(Program.STRANGER, "ours", Wishes.of("anna@example.org")).isProblem(429);
        kopa.register(Program.STRANGER, "ours", Wishes.of("janis@example.org")).is(201);
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
        assertThat(database.texts("SELECT name FROM registration WHERE email = 'anna@example.org'"))
                .containsExactly("Anna");
    }

    @Test
    void anEffortIsWorthNothingForAnotherAddress() {
        crowd();
        Browser browser = browser();
        Document asked = Jsoup.parse(
                send(browser, browser.page(FORM), "anna@example.org").body(), FORM);
        assertThat(asked.select("input[name=effort]")).hasSize(1);
        String number = effort(asked.select("input[name=submission]").val() + ":anna@example.org");

        assertThat(browser.submit(asked, FORM, Map.of("effort", number, "email", "janis@example.org"))
                        .statusCode())
                .isEqualTo(429);
        assertThat(browser.submit(asked, FORM, Map.of("effort", number)).statusCode())
                .isEqualTo(303);
    }

    /** As many from this network as may come without ado. */
    private void crowd() {
        for (int i = 0; i < 100; i++) {
            kopa.register(Program.STRANGER, "ours", Wishes.of("guest" + i + "@example.org"))
                    .is(201);
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

    private void send(Page page, String address) {
        page.navigate(kopa.site().address(FORM));
        page.locator("input[name=name]").fill("Anna");
        page.locator("input[name=email]").fill(address);
        page.locator("input[value=privacy]").check();
        page.locator("main form.wide button.button").click();
    }

    private static HttpResponse<String> send(Browser browser, Document form, String address) {
        return browser.submit(form, FORM, Map.of("name", "Anna", "email", address, "consents", "privacy"));
    }

    private long registered() {
        return database.number("SELECT COUNT(*) FROM registration");
    }
}
