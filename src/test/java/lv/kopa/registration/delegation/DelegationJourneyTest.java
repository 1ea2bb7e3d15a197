package lv.kopa.registration.delegation;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.registration.own.Someone;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An organiser gives a partner places, whose head fills and swaps them on a phone, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DelegationJourneyTest {
    private static final String EVENT = """
            {"organisation": "%1$s", "slug": "%1$s-hamar", "kind": "STUDY_VISIT", "places": 6, "waitingList": true,
             "title": {"lv": "Pieredzes brauciens uz Hamaru", "nb": "Studiebesøk på Hamar"},
             "categories": [{"key": "member", "name": {"lv": "Biedrs", "nb": "Medlem"}, "places": 3},
                            {"key": "volunteer", "name": {"lv": "Brīvprātīgais", "nb": "Frivillig"}, "places": 3}],
             "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "timeZone": "Europe/Oslo",
               "place": "Hamar Naturskole"}],
             "questions": [{"key": "diet", "type": "TEXT", "required": true, "sensitive": true,
               "label": {"lv": "Ko tu neēd?", "nb": "Hva spiser du ikke?"}}]}""";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("DelegationJourneyTest", database);
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LV", "NB"})
    void placesAreGivenFilledAndSwapped(Language language) {
        Texts texts = Texts.in(language);
        String host = "in-" + language.tag();
        kopa.publish(kopa.found(host), EVENT.formatted(host));
        String head = "head-" + language.tag() + "@example.org";
        give(host, language, head);
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            page.navigate(kopa.site().address(Heads.link(Someone.mailTo(kopa, head)) + "?lang=" + language.tag()));
            sound(page, ".facts", "head-" + language.tag());
            name(page, texts, 0, "Anna Kalna", "anna-" + language.tag() + "@example.org");
            name(page, texts, 1, "Kate Liepa", "");
            sound(page, "li .state.waiting", "named-" + language.tag());
            page.locator("form[action$='/withdrawal'] a").first().click();
            sound(page, "#consents", "swap-" + language.tag());
            send(page, "Jānis Kalns", "janis-" + language.tag() + "@example.org");
            assertThat(page.locator("li h3").allTextContents()).containsExactly("Jānis Kalns", "Kate Liepa");
            assertThat(page.content()).doesNotContain("diet", "@example.org");
            Browser.unfold(page);
            page.locator("form[action$='/withdrawal'] button").first().click();
            page.getByText(texts.get("registration.delegation.taken-out")).waitFor();
            assertThat(page.locator("li h3").allTextContents()).containsExactly("Kate Liepa");
        }
        assertThatMail(Someone.mailTo(kopa, "anna-" + language.tag() + "@example.org"))
                .says(texts.get("mail.cancelled-by-contact.headline"));
        new Ledger(database).isTrue("a journey");
    }

    private void give(String host, Language language, String head) {
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            page.navigate(kopa.site().address("/organiser?lang=" + language.tag()));
            page.fill("#email", host + "@example.org");
            page.fill("#password", "long enough a password");
            page.click("main button.button");
            page.locator(".tabs").waitFor();
            page.navigate(kopa.site().address("/organiser/events/" + host + "-hamar"));
            page.locator("#delegations a.button").click();
            page.locator(".save button").click();
            sound(page, "#errors", "give-" + language.tag());
            page.fill("#partner", "Intelekta parks");
            page.fill("#head", "Ilze Ozola");
            page.fill("#email", head);
            page.fill("#places-member", "2");
            page.fill("#places-volunteer", "2");
            page.fill("#until", "2031-06-05T12:00");
            page.locator(".save button").click();
            sound(page, "#places-1, h2[id^=places-]", "given-" + language.tag());
            page.navigate(kopa.site().address("/organiser/events/" + host + "-hamar"));
            sound(page, "#delegations .rows", "event-" + language.tag());
        }
    }

    private static void name(Page page, Texts texts, int kind, String name, String email) {
        page.locator("a[href*='/places/']").nth(kind).click();
        page.locator("#consents").waitFor();
        Browser.isSoundOnThePhone(page);
        send(page, name, email);
        page.getByText(texts.get("registration.delegation.named")).waitFor();
    }

    private static void send(Page page, String name, String email) {
        page.fill("#name", name);
        page.fill("#email", email);
        page.locator("#consents").check();
        page.locator("article form button.button").click();
        page.locator("h2[id^=places-]").first().waitFor();
    }

    private static void sound(Page page, String shown, String picture) {
        page.locator(shown).first().waitFor();
        Browser.isSoundOnThePhone(page);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "delegation-" + picture + ".png"))
                .setFullPage(true));
    }
}
