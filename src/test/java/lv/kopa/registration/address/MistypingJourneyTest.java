package lv.kopa.registration.address;

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

/** Whoever registers a child with a mistyped address mends it, on a phone, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MistypingJourneyTest {
    private Program kopa = Program.start("MistypingJourneyTest", TestDatabase.fresh());
    private Browser browser = Browser.open();

    @BeforeAll
    void announce() {
        String parks = kopa.found("parks");
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "places": 50,
                 "title": {"en": "Nature school", "lv": "Dabas skola"}, "timeZone": "Europe/Riga",
                 "registration": {"minors": "ASKED"},
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
            names = {"EN", "LV"})
    void theAddressIsMendedByTheLinkAndByTheQuestion(Language language) {
        Texts texts = Texts.in(language);
        String right = "anna." + language.tag() + "@right.example.org";
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            page.navigate(kopa.site().address("/events/ours/register?lang=" + language.tag()));
            page.locator("input[name=name]").fill("Anna Bērziņa");
            page.locator("input[name=email]").fill("anna." + language.tag() + "@wrong.example.org");
            page.locator("input[name=minor][value=yes]").check();
            page.locator("#guardian-name").fill("Ilze Kalna");
            page.locator("#guardian-email").fill("ilze." + language.tag() + "@example.org");
            page.locator("#guardian-phone").fill("+371 20 000 000");
            page.locator("input[value=privacy]").check();
            page.locator("main form button.button").click();
            page.waitForURL("**/registered**");
            assertThat(page.locator("h1").textContent()).isEqualTo(texts.get("registration.done.guardian-missing"));
            Browser.isSoundOnThePhone(page);

            page.locator("#written-to a").click();
            assertThat(page.locator("input[name=mistyped][value=yes]").isChecked())
                    .isTrue();
            Browser.isSoundOnThePhone(page);
            page.locator("input[name=email]").fill("anna." + language.tag() + "@still-wrong.example.org");
            page.locator("input[value=privacy]").check();
            page.locator("main form button.button").click();
            page.waitForURL("**/registered**");

            page.navigate(kopa.site().address("/events/ours/register"));
            page.locator("input[name=name]").fill("Anna Bērziņa");
            page.locator("input[name=email]").fill(right);
            page.locator("input[name=minor][value=no]").check();
            page.locator("input[value=privacy]").check();
            page.locator("main form button.button").click();
            page.locator("#notes a[href='#mistyped']").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("input[name=mistyped][value=yes]").check();
            page.locator("main form button.button").click();
            page.waitForURL("**/registered**");

            page.navigate(kopa.site().address(Someone.linkIn(Someone.mailTo(kopa, right))));
            assertThat(page.locator("h1").textContent())
                    .isEqualTo(texts.get("registration.own.guardian-missing", "Anna Bērziņa"));
        }
    }
}
