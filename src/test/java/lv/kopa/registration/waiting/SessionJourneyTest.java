package lv.kopa.registration.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import lv.kopa.Browser;
import lv.kopa.registration.own.Someone;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People who wait for a full workshop, on a phone, each in their language, by a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionJourneyTest {
    private final Browser browser = Browser.open();
    private final Queue queue = new Queue("SessionJourneyTest");

    @BeforeAll
    void announce() {
        queue.kopa().publish(queue.parks(), """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Science", "lv": "Zinātne visiem"},
                 "timeZone": "Europe/Riga", "languages": ["lv", "en"], "sessions": [
                   {"title": {"lv": "Zinātne virtuvē"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 1},
                   {"title": {"lv": "Saules pulkstenis"}, "start": "2031-06-14T10:00", "end": "2031-06-14T12:00", "places": 5},
                   {"title": {"nb": "På kjøkkenet"}, "start": "2031-06-15T09:30", "end": "2031-06-15T11:00", "places": 1},
                   {"title": {"nb": "Soluret"}, "start": "2031-06-15T10:00", "end": "2031-06-15T12:00", "places": 5}]}""");
    }

    @AfterAll
    void close() {
        queue.isInOrder();
        browser.close();
        queue.close();
    }

    @ParameterizedTest
    @CsvSource({"LV, 0, Zinātne virtuvē, Saules pulkstenis", "NB, 2, På kjøkkenet, Soluret"})
    void oneTicksToWaitLeavesTheLineComesBackAndGetsTheWorkshop(
            Language language, int session, String kitchen, String sundial) {
        Texts texts = Texts.in(language);
        String id = queue.kopa().get(queue.parks(), "/api/v1/events/ours").text("sessions." + session + ".id");
        String wait = "input[name=waitFor][value='" + id + "']";
        String anna = "anna-" + language.tag();
        queue.comes(anna, "\"sessions\": [" + id + "]");
        String pille = "pille-" + language.tag() + "@example.org";
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            open(page, "/events/ours/register?lang=" + language.tag());
            Browser.isSoundOnThePhone(page);
            page.locator(wait).check();
            page.getByLabel(sundial).check();
            page.locator("input[name=name]").fill("Pille Kask");
            page.locator("input[name=email]").fill(pille);
            page.locator("input[value=privacy]").check();
            page.locator("main form button.button").last().click();
            page.waitForURL("**/registered?**");

            open(page, Someone.linkIn(Someone.mailTo(queue.kopa(), pille)));
            assertThat(page.locator("section[aria-labelledby=turns]").textContent())
                    .contains(texts.get("registration.line.turn", 1), texts.get("registration.turns.instead", sundial));
            Browser.isSoundOnThePhone(page);
            page.locator("section[aria-labelledby=turns] button").click();
            page.locator("[role=status]").first().waitFor();
            assertThat(page.locator("section[aria-labelledby=turns]").count()).isZero();

            page.locator("a[href$='/edit']").first().click();
            Browser.isSoundOnThePhone(page);
            page.locator(wait).check();
            page.locator("main form button.button").last().click();
            page.locator("section[aria-labelledby=turns]").waitFor();

            queue.organiserCancels(anna);
            open(page, Someone.linkIn(Someone.mailTo(queue.kopa(), pille)));
            assertThat(page.locator("dl.facts").first().textContent()).contains(kitchen);
            assertThat(page.locator("section[aria-labelledby=turns]").count()).isZero();
            Browser.isSoundOnThePhone(page);
        }
    }

    private void open(Page page, String path) {
        page.navigate(queue.kopa().site().address(path));
    }
}
