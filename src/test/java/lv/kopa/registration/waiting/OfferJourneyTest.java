package lv.kopa.registration.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import lv.kopa.Browser;
import lv.kopa.Program.Answer;
import lv.kopa.registration.own.Someone;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People in line who are offered a place, on a phone, by a real browser. */
final class OfferJourneyTest {
    private final Browser browser = Browser.open();
    private final Queue queue = new Queue("OfferJourneyTest");

    @BeforeEach
    void announce() {
        queue.of(Queue.OFFERS + """
                , "categories": [{"key": "member", "name": {"en": "Member", "lv": "Biedrs"}, "places": 1},
                  {"key": "volunteer", "name": {"en": "Volunteer", "lv": "Brīvprātīgais"}, "places": 1}]""");
        queue.comes("anna", "\"category\": \"member\"");
        queue.comes("zane", "\"category\": \"volunteer\"");
    }

    @AfterEach
    void close() {
        queue.isInOrder();
        browser.close();
        queue.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"LV", "EN"})
    void oneWaitsAndRefusesAndTheNextAccepts(Language language) {
        Texts texts = Texts.in(language);
        String pille = "pille." + language.tag() + "@example.org";
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            open(page, "/events/ours/register?lang=" + language.tag());
            Browser.isSoundOnThePhone(page);
            page.locator("input[name=category][value=member]").check();
            page.locator("input[name=alternatives][value=volunteer]").check();
            page.locator("input[name=name]").fill("Pille Kask");
            page.locator("input[name=email]").fill(pille);
            page.locator("input[value=privacy]").check();
            page.locator("main form button.button").last().click();
            page.waitForURL("**/registered?**");
            Browser.isSoundOnThePhone(page);

            open(page, Someone.linkIn(Someone.mailTo(queue.kopa(), pille)));
            assertThat(page.locator("section[aria-labelledby=line]").textContent())
                    .contains(texts.get("registration.line.turn", 1));
            Browser.isSoundOnThePhone(page);
            Answer janis = queue.comes("janis", "\"category\": \"volunteer\"");

            queue.organiserCancels("zane");
            open(page, Someone.linkIn(Someone.mailTo(queue.kopa(), pille)));
            Browser.isSoundOnThePhone(page);
            page.locator("#place button", new Page.LocatorOptions().setHasText(texts.get("registration.offer.refuse")))
                    .click();
            page.locator("[role=status]").first().waitFor();
            assertThat(page.locator("[role=status]").first().textContent())
                    .contains(texts.get("registration.offer.refused"));
            Browser.isSoundOnThePhone(page);

            open(page, Someone.path(janis.text("links.manage")) + "?lang=" + language.tag());
            page.locator("#place button", new Page.LocatorOptions().setHasText(texts.get("registration.offer.accept")))
                    .click();
            page.locator(".state.confirmed").first().waitFor();
            Browser.isSoundOnThePhone(page);
        }
        assertThat(queue.statuses()).endsWith("janis CONFIRMED");
        assertThat(queue.database().texts("SELECT ending FROM place_offer ORDER BY id"))
                .containsExactly("REFUSED", "ACCEPTED");
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"LV", "EN"})
    void anOrganiserSeesWhoIsOfferedAPlaceAndMovesAnother(Language language) {
        queue.comes("janis", "\"category\": \"volunteer\"");
        queue.comes("kate", "\"category\": \"volunteer\"");
        queue.comes("liga", "\"category\": \"volunteer\"");
        queue.organiserCancels("zane");
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            open(page, "/organiser/sign-in?lang=" + language.tag());
            page.locator("input[name=email]").fill("parks@example.org");
            page.locator("input[name=password]").fill("long enough a password");
            page.locator("main form.box button").click();
            open(page, "/organiser/events/ours");
            Browser.isSoundOnThePhone(page);
            open(page, "/organiser/registrations/" + queue.reference("liga"));
            Browser.isSoundOnThePhone(page);
            page.locator("input[name=turn]").fill("1");
            page.locator("form[action$='/turn'] button").click();
            page.locator("#errors").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("textarea[name=turnReason]").fill("Came last year and could not get in");
            page.locator("form[action$='/turn'] button").click();
            page.locator("[role=status]").first().waitFor();
            open(page, "/organiser/events/ours/edit");
            Browser.isSoundOnThePhone(page);
        }
        assertThat(queue.asked("liga").number("position")).isOne();
    }

    private void open(Page page, String path) {
        page.navigate(queue.kopa().site().address(path));
    }
}
