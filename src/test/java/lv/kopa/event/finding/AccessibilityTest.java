package lv.kopa.event.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.registration.delegation.Heads;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.party.PartyRush;
import lv.kopa.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Public pages in all their states, for people who see little, use no mouse, or are made dizzy by what moves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessibilityTest {
    private static final String ONLY_PLACE = "\"places\": 1, \"waitingList\": ";
    private static final String ANNA =
            "{\"name\": \"Anna\", \"email\": \"anna@example.org\", \"consents\": [\"privacy\"]}";

    /**
     * What has the focus: where it stands among all, what it is, and whether one sees that it has it. The parts of a date
     * are marked by the browser itself, out of our sight.
     */
    private static final String FOCUSED = """
            () => {
              const it = document.activeElement;
              if (it === document.body) return null;
              const box = it.getBoundingClientRect();
              const style = getComputedStyle(it);
              const above = document.elementFromPoint(
                Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
                Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1));
              const seen = box.width > 1 && box.bottom > 0 && box.top < innerHeight
                && above !== null && (it.contains(above) || above.contains(it));
              const marked = it.type === 'date' || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              const place = [...document.querySelectorAll('*')].indexOf(it);
              return [place, it.getAttribute('href') || it.id || it.tagName, seen && marked].join(' ');
            }""";

    /** What reaches out of the window to the right, and is not hidden there. */
    private static final String WIDER = """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
              .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
              .map(one => one.outerHTML.slice(0, 150) + ' … ' + Math.round(one.getBoundingClientRect().right))
              .concat(document.documentElement.scrollWidth)""";

    private Program kopa = Program.start("AccessibilityTest", TestDatabase.fresh());
    private Browser browser = Browser.open();
    private final Map<String, String> secret = new HashMap<>();

    @BeforeAll
    void announce() {
        String parks = kopa.found("parks");
        kopa.publish(parks, Plans.studyVisit("parks", "open", "\"provided\": {\"lv\": \"Gulta\"}"));
        kopa.publish(parks, Plans.training("parks", "few", "\"places\": 2"));
        for (String waitingList : List.of("true", "false")) {
            kopa.publish(parks, Plans.training("parks", "full-" + waitingList, ONLY_PLACE + waitingList));
            kopa.register(parks, "full-" + waitingList, ANNA).is(201);
        }
        kopa.publish(
                parks, Plans.training("parks", "not-yet", "\"registration\": {\"opens\": \"2031-01-01T08:00:00Z\"}"));
        kopa.publish(
                parks, Plans.training("parks", "closed", "\"registration\": {\"closes\": \"2021-01-01T08:00:00Z\"}"));
        kopa.publish(parks, Plans.training("parks", "cancelled", ""));
        kopa.post(parks, "/api/v1/events/cancelled/cancel", "{\"reason\": \"rain\"}")
                .is(200);
        kopa.publish(parks, Plans.training("parks", "over", "").replace("2031", "2021"));
        kopa.post(parks, "/api/v1/events", Plans.training("parks", "draft", "")).is(201);
        kopa.publish(parks, Plans.training("parks", "ages", "\"registration\": {\"minors\": \"ASKED\"}"));
        kopa.found("nothing-yet");
        somebodyComes(parks);
    }

    /** Pages behind secret links: of a person, of a contact who brings two others, of the head of a delegation. */
    private void somebodyComes(String parks) {
        String own = kopa.register(parks, "few", ANNA).is(201).text("links.manage");
        secret.put("OWN", Someone.path(own));
        kopa.publish(parks, Plans.training("parks", "together", "\"places\": 9"));
        EventDetails together = kopa.bean(Events.class).find("together").orElseThrow();
        PartyRush.comes(kopa, together, null, List.of("anna@example.org", "janis@example.org"), false);
        secret.put("PARTY", linkToIlze("/p/"));
        Heads.give(kopa, "together", Map.of("", 3));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Kate Kalna", "kate@example.org");
        secret.put("HEAD", ilze.path());
        secret.put("DONE", registered());
    }

    /** By the form, where a kind of place is chosen; her browser is not the one that looks at the page. */
    private String registered() {
        lv.kopa.web.Browser oksana = new lv.kopa.web.Browser(kopa.site());
        String form = "/events/open/register";
        return lv.kopa.web.Browser.onwards(oksana.submit(
                oksana.page(form),
                form,
                Map.of(
                        "name", "Oksana",
                        "email", "oksana@example.org",
                        "category", "member",
                        "consents", "privacy")));
    }

    private String linkToIlze(String kind) {
        Matcher link = Pattern.compile(kind + "[a-z2-7]+")
                .matcher(Someone.mailTo(kopa, "ilze@example.org").wording().text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    private Page open(BrowserContext window, String address) {
        Page page = window.newPage();
        page.navigate(kopa.site().address(secret.getOrDefault(address, address)));
        return page;
    }

    /** The page for somebody who wants nothing to move. */
    private Page still(BrowserContext window, String address) {
        Page page = window.newPage();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(kopa.site().address(secret.getOrDefault(address, address)));
        return page;
    }

    @ParameterizedTest
    @CsvSource({
        "/, .event-card",
        "/?past=1, .event-card",
        "/?past=1&kind=CONFERENCE, .empty",
        "/?q=nothing&organisation=parks, .empty",
        "/?kind=TRAINING&organisation=parks, .chips.on",
        "/organisations/parks, #past",
        "/organisations/nothing-yet, .empty",
        "/accessibility, #weak",
        "/calendars?kind=TRAINING, #refresh",
        "/events/open?lang=nb, .note",
        "/events/few, .state.few",
        "/events/full-true, .state.full",
        "/events/full-false, .state.full",
        "/events/not-yet, .call .state",
        "/events/closed, .call .state",
        "/events/cancelled, .notice.bad",
        "/events/over, .call .state",
    })
    void aPageIsFitForEverybodyInEachOfItsStates(String address, String shows) {
        try (BrowserContext window = browser.window(1280, true, "en")) {
            Page page = open(window, address);
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.reload();
            page.locator(shows).first().waitFor();

            Browser.isSound(page);

            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void aFieldWithoutANameIsFoundBesideOneThatHasOne() {
        String field =
                "<!doctype html><html lang=\"en\"><title>A</title><main><h1>A</h1><label>%s <input></label></main>";
        try (BrowserContext window = browser.window(360, true, "en")) {
            Page page = window.newPage();
            page.setContent(field.formatted("Name"));
            Browser.findsNothingToMend(page);
            page.setContent(field.formatted(""));
            assertThatThrownBy(() -> Browser.findsNothingToMend(page)).hasMessageContaining("label: <input>");
        }
    }

    @Test
    void soIsTheDraftThatItsOrganisersLookAt() {
        try (BrowserContext window = browser.window(1280, true, "en")) {
            Page page = open(window, "/organiser/sign-in");
            page.locator("#email").fill("parks@example.org");
            page.locator("#password").fill("long enough a password");
            page.locator("main button").first().click();
            page.waitForURL("**/organiser");
            page.navigate(kopa.site().address("/events/draft"));
            page.locator(".notice").first().waitFor();

            Browser.isSound(page);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, 1280",
        "/, 360",
        "/events/open, 1280",
        "/events/open, 360",
        "/organisations/parks, 360",
        "/events/open/register, 360",
        "/events/open/register, 1280",
        "OWN, 360",
        "PARTY, 360",
        "HEAD, 360"
    })
    void withTheKeyboardAloneOneComesThroughAllOfAPageAndSeesWhereOneIs(String address, int width) {
        try (BrowserContext window = browser.window(width, true, "en")) {
            Page page = still(window, address);
            int before = -1;
            int steps = 0;
            for (String focused = next(page); focused != null && steps < 200; focused = next(page), steps++) {
                String[] told = focused.split(" ");
                assertThat(Integer.parseInt(told[0])).as("in order: " + focused).isGreaterThanOrEqualTo(before);
                assertThat(told[2]).as("seen: " + focused).isEqualTo("true");
                before = Integer.parseInt(told[0]);
            }
            assertThat(steps).isBetween(10, 199);
        }
    }

    private static String next(Page page) {
        page.keyboard().press("Tab");
        return (String) page.evaluate(FOCUSED);
    }

    @Test
    void theFirstKeyLeadsPastTheNavigationAndOnToTheForm() {
        try (BrowserContext window = browser.window(360, true, "en")) {
            Page page = open(window, "/events/open");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus").getAttribute("href")).isEqualTo("#main");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.querySelector('main').contains(document.activeElement)"))
                    .isEqualTo(true);

            page.locator(".call .button").focus();
            page.keyboard().press("Enter");

            page.waitForURL("**/events/open/register");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?past=1",
                "/?kind=TRAINING&organisation=parks&from=2021-01-01&language=lv&q=grant",
                "/events/open",
                "/events/full-true",
                "/events/cancelled",
                "/organisations/parks",
                "/accessibility",
                "/calendars",
                "/events/open/register",
                "OWN",
                "PARTY",
                "HEAD"
            })
    void nothingIsScrolledSidewaysHoweverLargeItIsShown(String address) {
        for (String language : List.of("lv", "en", "nb")) {
            try (BrowserContext window = browser.window(320, true, language)) {
                Page page = open(window, address);
                Browser.unfold(page);
                Browser.fits(page);
                page.setViewportSize(640, 400);
                Browser.fits(page);
                page.setViewportSize(1280, 800);
                page.evaluate("document.documentElement.style.fontSize = '200%'");
                Browser.fits(page);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/events/open",
                "/events/few",
                "/events/open/register",
                "/events/open/register/party",
                "/events/ages/register",
                "DONE",
                "OWN",
                "PARTY"
            })
    void onAPhoneWithLettersTwiceAsLargeNothingIsScrolledSidewaysInAnyLanguage(String address) {
        List<String> wider = new ArrayList<>();
        for (Language language : Language.values()) {
            try (BrowserContext window = browser.window(360, true, language.tag())) {
                Page page = open(window, address);
                Browser.unfold(page);
                page.evaluate("document.documentElement.style.fontSize = '200%'");
                ((List<?>) page.evaluate(WIDER)).forEach(one -> wider.add(language + ": " + one));
            }
        }
        assertThat(wider).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events/open", "/events/open/register", "OWN", "PARTY", "HEAD"})
    void nothingMovesForThoseWhoWishSo(String address) {
        try (BrowserContext window = browser.window(360, true, "en")) {
            Page page = still(window, address);

            assertThat(page.evaluate("getComputedStyle(document.documentElement).scrollBehavior"))
                    .isEqualTo("auto");
            assertThat(page.evaluate("[...document.querySelectorAll('*')].filter(one => "
                            + "getComputedStyle(one).transitionDuration !== '0s' "
                            + "|| getComputedStyle(one).animationName !== 'none').length"))
                    .isEqualTo(0);
        }
    }
}
