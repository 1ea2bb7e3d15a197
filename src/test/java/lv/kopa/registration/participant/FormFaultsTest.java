package lv.kopa.registration.participant;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong between opening the form and being registered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FormFaultsTest {
    private static final Instant NOW = Instant.parse("2031-05-01T08:00:00Z");
    private static final Texts TEXTS = Texts.in(Language.EN);

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("FormFaultsTest", database);
    private final String parks = kopa.found("parks");
    private int events;
    private String event = "";
    private String party = "";

    @BeforeEach
    void setTheClock() {
        kopa.bean(MovableClock.class).set(NOW);
        party = "";
    }

    @AfterAll
    void stop() {
        kopa.close();
    }

    @Test
    void twoTabsRegisterTwoPeople() {
        publish("\"places\": 5");
        Browser browser = browser();
        Document one = form(browser);
        Document other = form(browser);

        assertThat(status(send(browser, one, "anna"))).isEqualTo("confirmed");
        assertThat(status(send(browser, other, "janis", entry("name", "Jānis Ozols"))))
                .isEqualTo("confirmed");
        assertThat(registered()).isEqualTo(2);
    }

    @Test
    void twoTabsRegisterTheSamePersonOnceAndTellNobodyElse() {
        publish("\"places\": 5");
        Browser browser = browser();
        Document one = form(browser);
        Document other = form(browser);

        String first = Browser.onwards(send(browser, one, "anna"));
        assertThat(Browser.onwards(send(browser, other, "anna"))).isEqualTo(first);
        assertThat(registered()).isOne();
        assertThat(mails("anna")).isEqualTo(2);
    }

    @Test
    void theSameFormSentTwiceTakesOnePlaceAndShowsTheSamePageEvenIfItWasTheLast() {
        publish("\"places\": 1");
        Browser browser = browser();
        Document form = form(browser);

        String first = Browser.onwards(send(browser, form, "anna"));
        assertThat(Browser.onwards(send(browser, form, "anna"))).isEqualTo(first);
        assertThat(registered()).isOne();
        assertThat(mails("anna")).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inABrowserTwoClicksAReloadAndTheBackButtonComeToOneRegistration(boolean script) {
        publish("\"places\": 5");
        try (lv.kopa.Browser chromium = lv.kopa.Browser.open();
                BrowserContext window = chromium.window(360, script, "en")) {
            Page page = window.newPage();
            page.navigate(kopa.site().address("/events/" + event + "/register"));
            page.locator("#name").fill("Anna");
            page.locator("#email").fill("anna@example.org");
            page.locator("#consents").check(new Locator.CheckOptions().setForce(true));
            page.locator("main form.wide button.button").dblclick(new Locator.DblclickOptions().setForce(true));
            page.waitForURL("**/registered?**");
            page.reload();
            assertThat(page.locator("h1").textContent()).isEqualTo(TEXTS.get("registration.done.confirmed"));
            page.goBack();
            assertThat(page.locator("form[data-sent], form[aria-busy]").count()).isZero();
            page.locator("#name").fill("Anna");
            page.locator("#email").fill("anna@example.org");
            page.locator("#consents").check(new Locator.CheckOptions().setForce(true));
            page.locator("main form.wide button.button").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/registered?**");
            assertThat(page.locator("h1").textContent()).isEqualTo(TEXTS.get("registration.done.confirmed"));
        }
        assertThat(registered()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/party"})
    void withAScriptAFormIsSentOnceAndAgainForWhoeverComesBackToIt(String kind) {
        publish("\"places\": 5", kind);
        try (lv.kopa.Browser chromium = lv.kopa.Browser.open();
                BrowserContext window = chromium.window(360, true, "en")) {
            Page page = window.newPage();
            page.navigate(kopa.site().address(address()));

            assertThat(page.evaluate("""
                    () => {
                      const form = document.querySelector("[name=consents]").form;
                      const told = [];
                      window.addEventListener("submit", event => {
                        told.push(event.defaultPrevented ? "held back" : "sent");
                        event.preventDefault();
                      });
                      const press = () => form.requestSubmit();
                      press();
                      told.push("busy " + form.getAttribute("aria-busy"));
                      press();
                      window.dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
                      told.push("busy " + form.getAttribute("aria-busy"));
                      press();
                      return told;
                    }""")).isEqualTo(List.of("sent", "busy true", "held back", "busy null", "sent"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/party"})
    void aMistypedHostIsAskedAboutOnceAndSentAgainItGoesThrough(String form) {
        publish("\"places\": 5", form);
        Browser browser = browser();
        Map.Entry<String, String> typo = entry("email", "anna@gmial.com");

        HttpResponse<String> asked = send(browser, form(browser), "anna", typo);
        assertThat(asked.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(asked.body(), address());
        assertThat(again.select("#errors")).as("it is a question, and no error").isEmpty();
        assertThat(again.select("#notes h2").text()).isEqualTo(TEXTS.get("web.notes"));
        assertThat(again.select("#email").attr("aria-invalid")).isEmpty();
        assertThat(again.select("#email-note").text())
                .isEqualTo(TEXTS.get("registration.form.meant", "anna@gmail.com", "anna@gmial.com"));
        assertThat(again.select("#email").val()).isEqualTo("anna@gmial.com");
        assertThat(registered()).isZero();

        goesThrough(send(browser, again, "anna", typo));
    }

    @Test
    void errorsAreListedInTheOrderOfTheirFields() {
        publish(
                "\"questions\": [{\"key\": \"bus\", \"type\": \"TEXT\", \"label\": {\"en\": \"Bus\"}, \"required\": true}]");
        Browser browser = browser();

        Document page = Jsoup.parse(
                browser.submit(form(browser), address(), Map.of("name", "Anna")).body());

        assertThat(page.select("#errors a").eachAttr("href")).containsExactly("#email", "#answers-bus", "#consents");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/party"})
    void whoeverTypesWhileTheEventMovesLooksAtItAgainBeforeTheyAreRegistered(String kind) {
        publish("\"places\": 5", kind);
        Browser browser = browser();
        Document form = form(browser);
        move();

        Document again = comesBack(send(browser, form, "anna"), 409, "registration.form.moved");
        assertThat(again.select(".meta").text()).contains("15 June");
        assertThat(registered()).isZero();

        goesThrough(browser.submit(again, address(), Map.of()));
    }

    @Test
    void aMoveIsNotForgottenOverAMistakeOrAnotherLanguage() {
        publish("\"places\": 5");
        Browser browser = browser();
        Document form = form(browser);
        move();

        Document wrong =
                Jsoup.parse(send(browser, form, "anna", entry("name", "")).body(), address());
        Document translated =
                Jsoup.parse(browser.translate(wrong, "en", typed("anna")).body(), address());
        assertThat(registered()).isZero();
        assertThat(translated.select("#errors p").text()).isEqualTo(TEXTS.get("registration.form.moved"));
        Document latvian =
                Jsoup.parse(browser.translate(translated, "lv", Map.of()).body(), address());
        assertThat(latvian.select("#errors p").text())
                .isEqualTo(Texts.in(Language.LV).get("registration.form.moved"));

        goesThrough(browser.submit(latvian, address(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/party"})
    void intoAnotherLanguageEverythingTypedGoesAlongAndNothingIsDone(String kind) {
        publish("\"places\": 5", kind);
        Browser browser = browser();

        HttpResponse<String> answer = browser.translate(form(browser), "uk", typed("anna"));
        Document ukrainian = Jsoup.parse(answer.body(), address());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ukrainian.select("html").attr("lang")).isEqualTo("uk");
        assertThat(ukrainian.select("#errors")).isEmpty();
        assertThat(ukrainian.select("#name").val()).isEqualTo("Anna");
        assertThat(ukrainian.select("#consents").hasAttr("checked")).isTrue();
        assertThat(registered()).isZero();

        HttpResponse<String> wrong = browser.submit(ukrainian, address(), Map.of("email", "anna@"));
        Document norwegian = Jsoup.parse(
                browser.translate(Jsoup.parse(wrong.body(), address()), "nb", Map.of())
                        .body(),
                address());
        assertThat(norwegian.select("#email-error").text())
                .as("what is wrong is said again")
                .isEqualTo(Texts.in(Language.NB).get("registration.fault.email"));
        goesThrough(browser.submit(norwegian, address(), Map.of("email", "anna@example.org")));
        assertThat(database.texts("SELECT language FROM registration WHERE event_id = " + id()))
                .containsExactly("nb");
    }

    @Test
    void whatWasChosenStandsOnThePageAfterwardsWithItsCalendarAndTellsNoStrangerAnything() {
        event = "event-" + events++;
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "%s", "kind": "TRAINING", "title": {"en": "Two at choice"},
                 "timeZone": "Europe/Oslo", "sessions": [
                  {"title": {"en": "Opening"}, "start": "2031-06-14T08:30", "end": "2031-06-14T09:00"},
                  {"title": {"en": "Kitchen"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 5},
                  {"title": {"en": "Sundial"}, "start": "2031-06-14T12:00", "end": "2031-06-14T14:00", "places": 5}]}
                """.formatted(event));
        Browser browser = browser();
        List<String> ids = form(browser).select("input[name=sessions]").eachAttr("value");

        String own = Browser.onwards(send(browser, form(browser), "anna", entry("sessions", ids.get(0))));
        Document done = browser.page(own);

        assertThat(done.select("#chosen").text()).isEqualTo("Your sessions");
        assertThat(done.select("#chosen ~ ul").text())
                .isEqualTo("Kitchen Saturday 14 June 2031, 09:30–11:00 (Oslo time)");
        String file =
                browser.get(done.select("a[href*=calendar.ics]").attr("href")).body();
        assertThat(file).contains("Opening", "Kitchen").doesNotContain("Sundial");

        String strangers = Browser.onwards(send(browser, form(browser), "anna", entry("sessions", ids.get(1))));
        assertThat(withoutProof(strangers))
                .isEqualTo(withoutProof(own).replace("sessions=" + ids.get(0), "sessions=" + ids.get(1)));
        assertThat(registered()).isOne();
    }

    @Test
    void twoSessionsAtTheSameTimeAreNotBothToBeHad() {
        event = "event-" + events++;
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "%s", "kind": "TRAINING", "title": {"en": "Two at once"}, "sessions": [
                  {"title": {"en": "Kitchen"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 5},
                  {"title": {"en": "Sundial"}, "start": "2031-06-14T10:00", "end": "2031-06-14T12:00", "places": 5}]}
                """.formatted(event));
        Browser browser = browser();
        Document form = form(browser);
        form.select("input[name=sessions]").attr("checked", "");

        HttpResponse<String> answer = send(browser, form, "anna");
        Document again = Jsoup.parse(answer.body(), address());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(again.select("#sessions-error").text())
                .isEqualTo(TEXTS.get("registration.fault.sessions-overlap", "Kitchen", "Sundial"));
        assertThat(again.select("#sessions").attr("aria-describedby")).isEqualTo("sessions-hint sessions-error");
        assertThat(again.select("fieldset[aria-invalid], [role=group][aria-invalid]"))
                .isEmpty();
        assertThat(again.select("input[name=sessions][checked]")).hasSize(2);
        assertThat(again.select("#name").val()).isEqualTo("Anna");

        again.select("input[name=sessions]").get(1).removeAttr("checked");
        goesThrough(browser.submit(again, address(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/party"})
    void whatFillsInAFieldThatNobodySeesIsToldToEmptyIt(String kind) {
        publish("\"places\": 5", kind);
        Browser browser = browser();
        assertThat(form(browser).select(".trap #website")).hasSize(1);

        HttpResponse<String> answer = send(browser, form(browser), "anna", entry("website", "https://casino.example"));
        Document again = Jsoup.parse(answer.body(), address());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(again.select("#errors a").text()).isEqualTo(TEXTS.get("registration.fault.trap"));
        assertThat(again.select(".trap")).as("now it is seen").isEmpty();
        assertThat(again.select("#name").val()).isEqualTo("Anna");
        assertThat(registered()).isZero();

        goesThrough(browser.submit(again, address(), Map.of("website", "")));
    }

    @Test
    void whoeverTypesWhileTheLastPlaceGoesIsOfferedTheWaitingListWithAllTheyTyped() {
        publish("\"places\": 1");
        Browser browser = browser();
        Document form = form(browser);
        somebody("first");

        Document again = comesBack(send(browser, form, "anna"), 409, "registration.form.filled");
        assertThat(again.select("form.wide .button").text()).isEqualTo(TEXTS.get("registration.form.send.waiting"));
        assertThat(registered()).isOne();

        assertThat(status(browser.submit(again, address(), Map.of()))).isEqualTo("waiting");
    }

    @Test
    void whoeverSawThatItIsFullIsNotAskedAgain() {
        publish("\"places\": 1");
        somebody("first");
        Browser browser = browser();

        assertThat(status(send(browser, form(browser), "anna"))).isEqualTo("waiting");
    }

    @Test
    void whoseKindOfPlaceGoesMayChooseAnother() {
        publish(
                "\"waitingList\": false, \"categories\": [{\"key\": \"member\", \"name\": {\"en\": \"Member\"}, \"places\": 1},"
                        + " {\"key\": \"guest\", \"name\": {\"en\": \"Guest\"}}]");
        Browser browser = browser();
        Document form = form(browser);
        somebody("first", "\"category\": \"member\"");

        HttpResponse<String> answer = send(browser, form, "anna", entry("category", "member"));
        Document again = Jsoup.parse(answer.body(), address());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(again.select("#category-error").text()).isEqualTo(TEXTS.get("registration.fault.category-full"));
        assertThat(again.select("#name").val()).isEqualTo("Anna");

        assertThat(status(browser.submit(again, address(), Map.of("category", "guest"))))
                .isEqualTo("confirmed");
    }

    @Test
    void whoeverTypesWhileTheLastPlaceGoesWithoutAWaitingListIsToldSo() {
        publish("\"places\": 1, \"waitingList\": false");
        Browser browser = browser();
        Document form = form(browser);
        Answer first = somebody("first");

        Document closed = isClosed(send(browser, form, "anna"), TEXTS.get("registration.closed.full"));
        kopa.post(parks, "/api/v1/registrations/" + first.text("reference") + "/cancel", "{}")
                .is(200);
        assertThat(closed.select("form.wide .button").text()).isEqualTo(TEXTS.get("web.problem.again"));
        assertThat(status(browser.submit(closed, address(), Map.of()))).isEqualTo("confirmed");
    }

    @Test
    void whereNothingIsToBeHadNobodyTypesForNothing() {
        publish("\"places\": 1, \"waitingList\": false");
        somebody("first");

        Document page = form(browser());
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("main").text()).contains(TEXTS.get("registration.closed.all-taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/party"})
    void whoeverTypesWhileTheEventIsCancelledIsToldSo(String kind) {
        publish("\"places\": 5", kind);
        Browser browser = browser();
        Document form = form(browser);
        kopa.post(parks, "/api/v1/events/" + event + "/cancel", "{\"reason\": \"Storm\"}")
                .is(200);

        Document closed = isClosed(send(browser, form, "anna"), TEXTS.get("registration.closed.cancelled"));
        assertThat(closed.select("#typed > .actions"))
                .as("sending it again would not help")
                .isEmpty();
        assertThat(Jsoup.parse(browser.translate(closed, "lv", Map.of()).body())
                        .select("#errors")
                        .text())
                .contains(Texts.in(Language.LV).get("registration.closed.cancelled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/party"})
    void whoeverTypesWhileRegistrationClosesIsToldSo(String kind) {
        publish("\"registration\": {\"closes\": \"2031-05-02T08:00:00Z\"}", kind);
        Browser browser = browser();
        Document form = form(browser);
        kopa.bean(MovableClock.class).set(Instant.parse("2031-05-02T08:00:00Z"));

        isClosed(send(browser, form, "anna"), "Registration closed on Friday 2 May 2031, 11:00 (Riga time).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/party"})
    void withoutCookiesTheFormWorks(String kind) {
        publish("\"places\": 9", kind);
        for (String[] headers : new String[][] {
            {"Origin", kopa.site().address("")}, {"Sec-Fetch-Site", "same-origin"}, {"Accept", "text/html"}
        }) {
            Document form = Jsoup.parse(kopa.site().get(address()).body());
            Browser forgetful = browser();
            String body = forgetful.body(form, address(), typed("anna" + headers[0]));
            HttpResponse<String> answer = kopa.site()
                    .post(address(), body, headers[0], headers[1], "Content-Type", "application/x-www-form-urlencoded");
            assertThat(Browser.onwards(answer))
                    .as(headers[0])
                    .containsPattern(party.isEmpty() ? "status=confirmed" : "^/p/[a-z2-7]{32}$");
        }
        assertThat(registered()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"'', kopa-csrf", "'', kopa-session", "/party, kopa-csrf", "/party, kopa-session"})
    void aFormWhoseCookieHasGoneComesBackWithAllThatWasTypedAndThenWorks(String kind, String cookie) {
        publish("\"places\": 5", kind);
        Browser browser = browser();
        Document form = form(browser);
        browser.cookies().clear();
        browser.cookies().put(cookie, "another");
        kopa.bean(MovableClock.class).set(NOW.plusSeconds(30 * 3600));

        Document again = comesBack(send(browser, form, "anna"), 403, "registration.form.old");
        assertThat(registered()).isZero();
        goesThrough(browser.submit(again, address(), Map.of()));
    }

    @Test
    void whoseBrowserHidesEverythingIsToldWhatToDo() {
        publish("\"places\": 5");
        Browser forgetful = browser();
        String[] hidden = {"Origin", "null", "Content-Type", "application/x-www-form-urlencoded"};
        Document form = Jsoup.parse(kopa.site().get(address()).body());
        Document again = comesBack(
                kopa.site().post(address(), forgetful.body(form, address(), typed("anna")), hidden),
                403,
                "registration.form.old");
        comesBack(
                kopa.site().post(address(), forgetful.body(again, address(), Map.of()), hidden),
                403,
                "registration.form.cookies");
        assertThat(registered()).isZero();
    }

    @Test
    void aFormThatAnotherSiteSendsRegistersNobody() {
        publish("\"places\": 5");
        HttpResponse<String> answer = kopa.site()
                .post(
                        address(),
                        "name=Anna&email=anna%40example.org&consents=privacy",
                        "Origin",
                        "https://evil.example",
                        "Content-Type",
                        "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(registered()).isZero();
    }

    static Stream<String> names() {
        return Stream.of(
                "🌻 Oksana 👩‍👩‍👧",
                "محمد بن سلمان",
                "שרה לוי",
                "<script>alert(1)</script>",
                "'; DROP TABLE registration; --",
                "${7*7} {{7*7}} %s",
                "=HYPERLINK(\"http://evil.example\")");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsKeptAsItIsWritten(String name) {
        publish("\"places\": 5");
        Browser browser = browser();

        assertThat(status(send(browser, form(browser), "anna", entry("name", name))))
                .isEqualTo("confirmed");
        assertThat(name()).isEqualTo(name);
    }

    @Test
    void aNameTurnsNoSentenceOfOursAround() {
        publish("\"places\": 5");
        Browser browser = browser();

        send(browser, form(browser), "anna", entry("name", "Anna\u202E ,ecalp on evah uoy\u0000"));
        assertThat(name()).isEqualTo("Anna ,ecalp on evah uoy");
    }

    @Test
    void whatIsFarTooLongComesBackWithASentenceAtItsField() {
        publish("\"places\": 5");
        Browser browser = browser();
        String longName = "A".repeat(100_000);

        HttpResponse<String> answer = send(
                browser,
                form(browser),
                "anna",
                entry("name", longName),
                entry("phone", "9".repeat(10_000)),
                entry("category", "x".repeat(10_000)),
                entry("sessions", "9".repeat(5_000)),
                entry("submission", "z".repeat(5_000)));
        assertThat(answer.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(answer.body());
        assertThat(again.select("#name-error").text()).isEqualTo(TEXTS.get("web.too-long", 200));
        assertThat(again.select("#name").val()).isEqualTo(longName);
        assertThat(again.select("#email").val()).isEqualTo("anna@example.org");

        assertThat(send(browser, form(browser), "anna", entry("name", "A".repeat(2_000_000)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(registered()).isZero();
    }

    private Document comesBack(HttpResponse<String> answer, int status, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        Document page = Jsoup.parse(answer.body(), address());
        assertThat(page.select("#errors p").eachText()).containsExactly(TEXTS.get(why));
        assertThat(page.select("#name").val()).isEqualTo("Anna");
        assertThat(page.select("#email").val()).isEqualTo("anna@example.org");
        assertThat(page.select("#consents").hasAttr("checked")).isTrue();
        return page;
    }

    @Test
    void whatComesBackIsFitForEverybodyAndReadFirst() {
        try (lv.kopa.Browser chromium = lv.kopa.Browser.open()) {
            for (String why : List.of("registration.form.old", "registration.form.moved", "registration.form.filled")) {
                publish("\"places\": 1");
                try (BrowserContext window = chromium.window(360, true, "en")) {
                    Page page = window.newPage();
                    page.navigate(kopa.site().address(address()));
                    page.locator("#name").fill("Anna");
                    page.locator("#email").fill("anna@example.org");
                    page.locator("input[value=privacy]").check();
                    happens(why, window);
                    page.locator("main form.wide button.button").click();

                    page.locator("#errors:focus").waitFor();
                    assertThat(page.locator("#errors").textContent()).contains(TEXTS.get(why));
                    assertThat(page.locator("#name").inputValue()).isEqualTo("Anna");
                    lv.kopa.Browser.isSound(page);
                }
            }
        }
    }

    private void happens(String what, BrowserContext window) {
        switch (what) {
            case "registration.form.old" ->
                window.addCookies(List.of(
                        new Cookie("kopa-csrf", "another").setUrl(kopa.site().address("/"))));
            case "registration.form.moved" -> move();
            default -> somebody("first");
        }
    }

    private Document isClosed(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        Document page = Jsoup.parse(answer.body(), address());
        assertThat(page.select("#errors").text()).contains(why, TEXTS.get("registration.closed.not-sent"));
        assertThat(page.select("#name").val()).isEqualTo("Anna");
        assertThat(page.select("#email").val()).isEqualTo("anna@example.org");
        if (!party.isEmpty()) {
            assertThat(page.select("#people-0-name").val()).isEqualTo("Jānis Ozols");
        }
        assertThat(registered()).isLessThan(2);
        return page;
    }

    /** By the form for oneself, or by that for several people. */
    private void goesThrough(HttpResponse<String> answer) {
        assertThat(Browser.onwards(answer)).containsPattern(party.isEmpty() ? "status=confirmed" : "^/p/[a-z2-7]{32}$");
        assertThat(registered()).isOne();
    }

    private void move() {
        change("{\"sessions\": [{\"id\": %d, \"start\": \"2031-06-15T09:30\", \"end\": \"2031-06-15T16:00\"}]}"
                .formatted(kopa.get(parks, "/api/v1/events/" + event).number("sessions.0.id")));
    }

    private void publish(String more, String form) {
        publish(more);
        party = form;
    }

    private void publish(String more) {
        event = "event-" + events++;
        kopa.publish(parks, Plans.training("parks", event, more));
    }

    private void change(String patch) {
        Answer seen = kopa.get(parks, "/api/v1/events/" + event);
        kopa.patch(parks, "/api/v1/events/" + event, seen.header("ETag"), patch).is(200);
    }

    private Answer somebody(String name) {
        return somebody(name, "");
    }

    private Answer somebody(String name, String more) {
        return kopa.register(Program.STRANGER, event, Wishes.of(name + "@example.org", more))
                .is(201);
    }

    private Browser browser() {
        Browser browser = new Browser(kopa.site());
        browser.page("/?lang=en");
        return browser;
    }

    private String address() {
        return "/events/" + event + "/register" + party;
    }

    private Document form(Browser browser) {
        return browser.page(address());
    }

    @SafeVarargs
    private HttpResponse<String> send(
            Browser browser, Document form, String person, Map.Entry<String, String>... more) {
        Map<String, String> typed = new LinkedHashMap<>(typed(person));
        Stream.of(more).forEach(field -> typed.put(field.getKey(), field.getValue()));
        return browser.submit(form, address(), typed);
    }

    /** Whom somebody brings means nothing in the form for oneself. */
    private static Map<String, String> typed(String person) {
        return Map.of(
                "name",
                "Anna",
                "email",
                person + "@example.org",
                "people.0.name",
                "Jānis Ozols",
                "consents",
                "privacy");
    }

    /** What an address says, but not that it is we who say it. */
    private static String withoutProof(String address) {
        return address.replaceFirst("&proof=[a-z2-7]+$", "");
    }

    private static String status(HttpResponse<?> answer) {
        return Browser.onwards(answer).replaceFirst(".*status=([a-z-]+).*", "$1");
    }

    private String name() {
        return database.texts("SELECT name FROM registration WHERE event_id = " + id())
                .get(0);
    }

    private long id() {
        return database.number("SELECT id FROM event WHERE slug = '" + event + "'");
    }

    private long registered() {
        return database.number("SELECT COUNT(*) FROM registration WHERE event_id = " + id());
    }

    private long mails(String person) {
        return database.number("SELECT COUNT(*) FROM mail_outbox WHERE event_id = " + id() + " AND to_address = '"
                + person + "@example.org'");
    }
}
