package lv.kopa.registration.party;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody signs up an association's people on a phone, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PartyJourneyTest {
    private static final String EVENT = """
            {"organisation": "%1$s", "slug": "%1$s-day", "kind": "TRAINING", "places": 2, "waitingList": true,
             "title": {"en": "A day together", "lv": "Diena kopā"},
             "categories": [{"key": "member", "name": {"en": "Member", "lv": "Biedrs"}},
                            {"key": "guest", "name": {"en": "Guest", "lv": "Viesis"}}],
             "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "timeZone": "Europe/Riga"}],
             "questions": [{"key": "since", "type": "NUMBER", "required": true, "categories": ["member"],
               "label": {"en": "Member for how many years?", "lv": "Cik gadus esi biedrs?"}}]}""";

    private final Program kopa = Program.start("PartyJourneyTest", TestDatabase.fresh());
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LV", "EN"})
    void aContactSignsUpThreePeopleAndLetsOneWait(Language language) {
        Texts texts = Texts.in(language);
        kopa.publish(kopa.found("in-" + language.tag()), EVENT.formatted("in-" + language.tag()));
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            String form = "/events/in-" + language.tag() + "-day/register?lang=" + language.tag();
            page.navigate(kopa.site().address(form));
            page.locator("#name").fill("Ilze Kalniņa");
            page.locator("#email").fill("ilze-" + language.tag() + "@example.org");
            page.locator("header button[formaction$='/register/party']").click();
            page.locator("#people-2-name").waitFor();
            Browser.isSoundOnThePhone(page);
            assertThat(page.locator("#email").inputValue()).isEqualTo("ilze-" + language.tag() + "@example.org");
            page.locator("#people-0-email").fill("");
            for (int i = 0; i < 3; i++) {
                page.locator("#people-" + i + "-name").fill("Person " + i);
                page.locator("#people-" + i + "-category").selectOption(i == 1 ? "member" : "guest");
            }
            assertThat(page.locator("#people-0-answers-since").isVisible()).isFalse();
            page.locator("#people-1-answers-since").fill("4");
            send(page);
            page.locator("#consents-error").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("#consents").check();
            send(page);
            page.locator("button[name=rest]").waitFor();
            assertThat(page.locator("#errors").textContent()).contains("Person 2");
            Browser.isSoundOnThePhone(page);
            page.locator("button[name=rest]").click();
            page.waitForURL("**/p/**");
            assertThat(page.locator("h1").textContent()).isEqualTo(texts.get("registration.party.yours"));
            assertThat(page.locator("li .state.waiting").count()).isOne();
            Browser.isSoundOnThePhone(page);
            swap(page, texts, "janis-" + language.tag() + "@example.org");
            takeOut(page, texts);
            add(page, texts);
        }
    }

    private static void swap(Page page, Texts texts, String email) {
        page.locator("details p.actions a").first().click();
        page.locator("#consents").waitFor();
        Browser.isSoundOnThePhone(page);
        page.locator("#name").fill("Jānis Kalns");
        page.locator("#email").fill(email);
        page.locator("#consents").check();
        page.locator("article form button.button").click();
        page.getByText(texts.get("registration.party.exchanged")).waitFor();
        assertThat(page.locator("li h3").allTextContents()).containsExactly("Jānis Kalns", "Person 1", "Person 2");
        assertThat(page.locator("li .state.confirmed").count()).isEqualTo(2);
    }

    /** Whoever waits moves up. */
    private static void takeOut(Page page, Texts texts) {
        Browser.unfold(page);
        page.locator("a[href$='/withdrawal']").nth(1).click();
        page.locator("form[action$='/withdrawal'] button").waitFor();
        Browser.isSoundOnThePhone(page);
        page.locator("form[action$='/withdrawal'] button").click();
        page.getByText(texts.get("registration.party.withdrawn")).waitFor();
        Browser.isSoundOnThePhone(page);
        assertThat(page.locator("li")
                        .filter(new Locator.FilterOptions().setHasText("Person 2"))
                        .locator(".state.confirmed")
                        .count())
                .isOne();
        assertThat(page.locator("li .state.cancelled").count()).isOne();
    }

    private static void add(Page page, Texts texts) {
        page.locator("header a[href$='/people']").click();
        page.locator("#people-0-name").fill("Person 3");
        page.locator("#people-0-category").selectOption("guest");
        page.locator("#consents").check();
        Browser.isSoundOnThePhone(page);
        send(page);
        page.locator("button[name=rest]").click();
        page.getByText(texts.get("registration.party.added")).waitFor();
        assertThat(page.locator("li h3").allTextContents()).contains("Person 3");
        assertThat(page.locator("li .state.waiting").count()).isOne();
        Browser.isSoundOnThePhone(page);
    }

    private static void send(Page page) {
        page.locator("form.form > p.actions button.button").click();
    }
}
