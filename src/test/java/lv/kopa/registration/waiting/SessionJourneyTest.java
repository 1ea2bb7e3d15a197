package lv.kopa.registration.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import lv.kopa.Browser;
import lv.kopa.event.Events;
import lv.kopa.registration.own.Someone;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who waits for a full workshop, on a phone, in Latvian, by a real browser. */
final class SessionJourneyTest {
    private final Browser browser = Browser.open();
    private final Queue queue = new Queue("SessionJourneyTest");
    private final Texts texts = Texts.in(Language.LV);
    private String kitchen = "";

    @BeforeEach
    void announce() {
        queue.kopa().publish(queue.parks(), """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Science", "lv": "Zinātne visiem"},
                 "timeZone": "Europe/Riga", "languages": ["lv", "en"], "sessions": [
                   {"title": {"en": "Kitchen", "lv": "Zinātne virtuvē"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 1},
                   {"title": {"en": "Sundial", "lv": "Saules pulkstenis"}, "start": "2031-06-14T10:00", "end": "2031-06-14T12:00", "places": 5}]}""");
        kitchen = String.valueOf(queue.kopa()
                .bean(Events.class)
                .find("ours")
                .orElseThrow()
                .chosen()
                .get(0)
                .id());
        queue.comes("anna", "\"sessions\": [" + kitchen + "]");
    }

    @AfterEach
    void close() {
        queue.isInOrder();
        browser.close();
        queue.close();
    }

    @Test
    void oneTicksToWaitLeavesTheLineComesBackAndGetsTheWorkshop() {
        String pille = "pille@example.org";
        try (BrowserContext window = browser.window(360, true, "lv")) {
            Page page = window.newPage();
            open(page, "/events/ours/register?lang=lv");
            Browser.isSoundOnThePhone(page);
            page.getByLabel(texts.get("registration.form.sessions.wait")).check();
            page.getByLabel("Saules pulkstenis").check();
            page.locator("input[name=name]").fill("Pille Kask");
            page.locator("input[name=email]").fill(pille);
            page.locator("input[value=privacy]").check();
            page.locator("main form button.button").last().click();
            page.waitForURL("**/registered?**");

            open(page, Someone.linkIn(Someone.mailTo(queue.kopa(), pille)));
            assertThat(page.locator("section[aria-labelledby=turns]").textContent())
                    .contains(
                            texts.get("registration.line.turn", 1),
                            texts.get("registration.turns.instead", "Saules pulkstenis"));
            Browser.isSoundOnThePhone(page);
            page.locator("section[aria-labelledby=turns] button").click();
            page.locator("[role=status]").first().waitFor();
            assertThat(page.locator("section[aria-labelledby=turns]").count()).isZero();

            page.locator("a[href$='/edit']").first().click();
            Browser.isSoundOnThePhone(page);
            page.locator("input[name=waitFor]").check();
            page.locator("main form button.button").last().click();
            page.locator("section[aria-labelledby=turns]").waitFor();

            queue.organiserCancels("anna");
            open(page, Someone.linkIn(Someone.mailTo(queue.kopa(), pille)));
            assertThat(page.locator("dl.facts").first().textContent()).contains("Zinātne virtuvē");
            assertThat(page.locator("section[aria-labelledby=turns]").count()).isZero();
            Browser.isSoundOnThePhone(page);
        }
    }

    private void open(Page page, String path) {
        page.navigate(queue.kopa().site().address(path));
    }
}
