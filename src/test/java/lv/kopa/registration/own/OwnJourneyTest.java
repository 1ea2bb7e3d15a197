package lv.kopa.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person who changes their mind in every way, on a phone, by a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OwnJourneyTest {
    private Program kopa = Program.start("OwnJourneyTest", TestDatabase.fresh());
    private Browser browser = Browser.open();
    private List<Long> sessions = List.of();

    @BeforeAll
    void announce() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        kopa.publish(kopa.found("parks"), """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "places": 50,
                 "title": {"en": "Whom to ask", "lv": "Kam jautāt", "nb": "Hvem å spørre"},
                 "timeZone": "Europe/Riga", "sessions": [
                   {"title": {"en": "Kitchen", "lv": "Virtuve"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00",
                    "places": 20},
                   {"title": {"en": "Sundial", "lv": "Saules pulkstenis"}, "start": "2031-06-14T12:30",
                    "end": "2031-06-14T14:00", "places": 20}]}""");
        sessions = kopa.bean(Events.class).find("ours").orElseThrow().chosen().stream()
                .map(Session::id)
                .toList();
    }

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"LV", "EN"})
    void aPersonChangesCancelsUndoesHandsOverAndIsErased(Language language) {
        Texts texts = Texts.in(language);
        Someone anna = Someone.registered(
                kopa, "ours", "anna." + language.tag() + "@example.org", "\"sessions\": [" + sessions.get(0) + "]");
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            open(page, anna.path() + "?lang=" + language.tag());
            Browser.isSoundOnThePhone(page);

            page.locator("a[href$='/edit']").first().click();
            Browser.isSoundOnThePhone(page);
            page.locator("input[name=name]").fill("");
            page.locator("main form button.button").click();
            page.locator("#errors").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("input[name=name]").fill("Anna Kalniņa");
            page.locator("input[name=email]").fill("new." + language.tag() + "@example.org");
            page.locator("input[name=sessions]").nth(1).check();
            page.locator("main form button.button").click();
            page.locator("[role=status]").first().waitFor();
            assertThat(page.locator("h1").textContent()).contains("Anna Kalniņa");
            assertThat(page.locator("#address").count()).isOne();
            Browser.isSoundOnThePhone(page);

            open(page, Someone.linkIn(Someone.mailTo(kopa, "new." + language.tag() + "@example.org")));
            Browser.isSoundOnThePhone(page);
            page.locator("main form button").click();
            page.locator("[role=status]").first().waitFor();
            assertThat(page.locator("dl.facts").first().textContent()).contains("new." + language.tag());

            page.locator(
                            "summary",
                            new Page.LocatorOptions().setHasText(texts.get("registration.own.give-up.confirmed")))
                    .click();
            page.locator("button.danger").click();
            page.locator("#undo").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("#undo button").click();
            page.locator(".state.confirmed").first().waitFor();
            assertThat(page.locator("[role=status]").textContent())
                    .contains(texts.get("registration.own.undone.confirmed"));

            page.locator("a[href$='/hand-over']").click();
            Browser.isSoundOnThePhone(page);
            page.locator("input[name=name]").fill("Jānis Kalns");
            page.locator("input[name=email]").fill("janis." + language.tag() + "@example.org");
            page.locator("textarea[name=message]").fill("Tev patiks!");
            page.locator("main form button.button").click();
            page.locator("#offer").waitFor();
            Browser.isSoundOnThePhone(page);

            open(page, Someone.linkIn(Someone.mailTo(kopa, "janis." + language.tag() + "@example.org")));
            Browser.isSoundOnThePhone(page);
            page.locator("main form button.button").click();
            page.locator("#consents-error").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("input[value=privacy]").check();
            page.locator("main form button.button").click();
            page.locator("[role=status]").first().waitFor();
            assertThat(page.locator("h1").textContent()).contains("Jānis Kalns");
            Browser.isSoundOnThePhone(page);

            page.locator("a[href$='/erasure']").click();
            Browser.isSoundOnThePhone(page);
            page.locator("#sure").check();
            page.locator("button.danger").click();
            page.waitForURL("**/registrations/erased");
            assertThat(page.locator("h1").textContent()).isEqualTo(texts.get("registration.erasure.done"));
            Browser.isSoundOnThePhone(page);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"LV", "EN"})
    void theLinkComesAgainAndTheCalendarByMail(Language language) {
        String address = "kate." + language.tag() + "@example.org";
        Someone kate = Someone.registered(kopa, "ours", address, "");
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            open(page, "/?lang=" + language.tag());
            page.locator(".foot a").first().click();
            Browser.isSoundOnThePhone(page);
            page.locator("input[name=email]").fill("kate");
            page.locator("main form button.button").click();
            page.locator("#errors").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("input[name=email]").fill(address);
            page.locator("main form button.button").click();
            page.locator(".notice.good").waitFor();
            Browser.isSoundOnThePhone(page);

            open(page, Someone.linkIn(Someone.mailTo(kopa, address)));
            page.locator("form[action$='/calendar-address'] button").click();
            page.locator("[role=status]").first().waitFor();
            open(page, Someone.linkIn(Someone.mailTo(kopa, address)));
            Browser.isSoundOnThePhone(page);
            page.locator("button.danger").click();
            page.locator("[role=status]").first().waitFor();
            assertThat(kate.isKnown()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"LV", "EN"})
    void whoseLinkIsCutFindsTheWay(Language language) {
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            open(page, "/r/abcdefg?lang=" + language.tag());
            Browser.isSoundOnThePhone(page);
            page.locator("main a[href='/registrations/link']").click();
            page.waitForURL("**/registrations/link");
        }
    }

    private void open(Page page, String path) {
        page.navigate(kopa.site().address(path));
    }
}
