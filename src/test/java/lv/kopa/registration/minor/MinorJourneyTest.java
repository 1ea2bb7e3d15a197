package lv.kopa.registration.minor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.registration.own.Someone;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody under 18 registers on a phone, and a guardian agrees, then thinks otherwise; in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MinorJourneyTest {
    private Program kopa = Program.start("MinorJourneyTest", TestDatabase.fresh());
    private Browser browser = Browser.open();

    @BeforeAll
    void announce() {
        String parks = kopa.found("parks");
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "places": 50, "approval": "MANUAL",
                 "title": {"en": "Nature school", "uk": "Школа природи"}, "timeZone": "Europe/Riga",
                 "registration": {"minors": "ASKED", "decisionsBy": "2031-06-01"},
                 "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "place": "Daugavpils"}]}""");
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "adults", "kind": "TRAINING", "title": {"en": "Wine", "uk": "Вино"},
                 "timeZone": "Europe/Riga", "registration": {"minors": "ADULTS_ONLY"},
                 "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "place": "Daugavpils"}]}""");
    }

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"EN", "UK"})
    void aChildRegistersAndAGuardianDecides(Language language) {
        Texts texts = Texts.in(language);
        String child = "karlis." + language.tag() + "@example.org";
        String guardian = "ilze." + language.tag() + "@example.org";
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            open(page, "/events/ours/register?lang=" + language.tag());
            page.locator("input[name=name]").fill("Kārlis Kalns");
            page.locator("input[name=email]").fill(child);
            page.locator("input[value=privacy]").check();
            assertThat(page.locator("#guardian-name").isVisible()).isFalse();
            page.locator("input[name=minor][value=yes]").check();
            page.locator("#guardian-name").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("main form button.button").click();
            page.locator("#errors").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("#guardian-name").fill("Ilze Kalna");
            page.locator("#guardian-email").fill(guardian);
            page.locator("#guardian-phone").fill("+371 20 000 000");
            page.locator("main form button.button").click();
            page.waitForURL("**/registered**");
            assertThat(page.locator("main").textContent()).contains("2031");
            Browser.isSoundOnThePhone(page);

            open(page, Someone.linkIn(Someone.mailTo(kopa, child)));
            assertThat(page.locator("main").textContent()).contains(texts.get("registration.guardian.silent"));
            Browser.isSoundOnThePhone(page);
            page.locator("#consent-missing a[href$='/guardian']").click();
            Browser.isSoundOnThePhone(page);

            open(page, Someone.linkIn(Someone.mailTo(kopa, guardian)));
            Browser.isSoundOnThePhone(page);
            page.locator("form[action$='/consent'] button").click();
            page.locator("[role=status]").first().waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("form[action$='/refusal'] button").click();
            page.locator("[role=status]").first().waitFor();
            Browser.isSoundOnThePhone(page);
        }
        assertThat(Someone.mails(kopa, child).get(0).kind()).isEqualTo("cancelled");
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"EN", "UK"})
    void whoeverMustBeAnAdultTicksIt(Language language) {
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            open(page, "/events/adults/register?lang=" + language.tag());
            page.locator("input[name=name]").fill("Anna Ozola");
            page.locator("input[name=email]").fill("anna." + language.tag() + "@example.org");
            page.locator("input[value=privacy]").check();
            page.locator("main form button.button").click();
            page.locator("#minor-error").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("#minor").check();
            page.locator("main form button.button").click();
            page.waitForURL("**/registered**");
        }
    }

    private void open(Page page, String path) {
        page.navigate(kopa.site().address(path));
    }
}
