package lv.kopa.registration.own;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.event.Session;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person who changes their mind in every way, on a phone, by a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OwnJourneyTest {
    private static final Instant NOW = Instant.parse("2031-06-01T08:00:00Z");

    private Program kopa = Program.start("OwnJourneyTest", TestDatabase.fresh());
    private Browser browser = Browser.open();
    private List<Long> sessions = List.of();
    private String parks = "";

    @BeforeAll
    void announce() {
        kopa.bean(MovableClock.class).set(NOW);
        parks = kopa.found("parks");
        kopa.publish(parks, """
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
            assertIsReadFirst(page);
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
            assertIsReadFirst(page);
            Browser.isSoundOnThePhone(page);
            page.locator("#undo button").click();
            page.locator(".state.confirmed").first().waitFor();
            assertThat(page.locator("[role=status]").textContent())
                    .contains(texts.get("registration.own.undone.confirmed"));

            String own = URI.create(page.url()).getPath();
            assertThat(page.locator("a[href$='/hand-over']").count()).isZero();
            open(page, Someone.linkIn(Someone.mailTo(kopa, "anna." + language.tag() + "@example.org")));
            Browser.isSoundOnThePhone(page);
            page.locator("form[action$='/agreement'] button").click();
            page.locator("[role=status]").first().waitFor();
            open(page, own);

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

    /** What has become of a registration, or of the wish for one, and what its page says then. */
    enum State {
        CALLED_OFF("registration.own.event-cancelled"),
        OVER("registration.own.over"),
        AWAITING("registration.own.awaiting-approval.lead"),
        DECLINED("registration.own.declined"),
        UNCONFIRMED("registration.hold.over.lead"),
        UNANSWERED("registration.offer.over"),
        SENT("registration.done.awaiting-approval.lead"),
        SENT_IN_VAIN("registration.done.unasked");

        final String says;

        State(String says) {
            this.says = says;
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String more() {
            return switch (this) {
                case AWAITING, DECLINED, SENT ->
                    "\"approval\": \"MANUAL\", \"registration\": {\"decisionsBy\": \"2031-06-10\"}";
                case UNCONFIRMED -> "\"registration\": {\"confirmAddress\": true}";
                case UNANSWERED -> "\"places\": 1, \"registration\": {\"offerHours\": 24}";
                default -> "";
            };
        }
    }

    @Test
    void aPageIsFitForEverybodyWhateverHasBecomeOfARegistration() {
        Texts texts = Texts.in(Language.EN);
        try (BrowserContext window = browser.window(360, true, "en")) {
            Page page = window.newPage();
            for (State state : State.values()) {
                kopa.bean(MovableClock.class).set(NOW);
                kopa.publish(parks, Plans.training("parks", state.slug(), state.more()));
                open(page, become(state));
                assertThat(page.locator("main").textContent()).contains(texts.get(state.says, "Anna Bērziņa"));
                Browser.isSound(page);
            }
        }
        kopa.bean(MovableClock.class).set(NOW);
    }

    /** Where somebody comes to who has sent the form. */
    private String sent(String event, Map<String, String> more) {
        lv.kopa.web.Browser browser = new lv.kopa.web.Browser(kopa.site());
        String form = "/events/" + event + "/register";
        Map<String, String> typed =
                new HashMap<>(Map.of("name", "Anna", "email", "anna@example.org", "consents", "privacy"));
        typed.putAll(more);
        return lv.kopa.web.Browser.onwards(browser.submit(browser.page(form), form, typed)) + "&lang=en";
    }

    /** Lets it come to that; the page is in English. */
    private String become(State state) {
        String event = state.slug();
        MovableClock clock = kopa.bean(MovableClock.class);
        switch (state) {
            case SENT -> {
                return sent(event, Map.of());
            }
            case SENT_IN_VAIN -> {
                return sent(event, Map.of("asked", "gone", "answers.gone", "Something"));
            }
            default -> {}
        }
        Answer first =
                kopa.register(STRANGER, event, Wishes.of("first@example.org")).is(201);
        Answer anna =
                kopa.register(STRANGER, event, Wishes.of("anna@example.org")).is(201);
        String api = "/api/v1/registrations/" + anna.text("reference");
        switch (state) {
            case CALLED_OFF ->
                kopa.post(parks, "/api/v1/events/" + event + "/cancel", "{\"reason\": \"Storm\"}")
                        .is(200);
            case OVER -> clock.set(Instant.parse("2031-06-20T08:00:00Z"));
            case DECLINED ->
                kopa.post(parks, api + "/decline", "{\"reason\": \"Too many\"}").is(200);
            case UNCONFIRMED -> {
                clock.advance(Duration.ofHours(3));
                lv.kopa.registration.confirmation.Overdue.end(kopa);
            }
            case UNANSWERED -> {
                kopa.post(parks, "/api/v1/registrations/" + first.text("reference") + "/cancel", "{}")
                        .is(200);
                clock.advance(Duration.ofHours(25));
                lv.kopa.registration.waiting.Overdue.end(kopa);
            }
            default -> {}
        }
        return Someone.path(anna.text("links.manage")) + "?lang=en";
    }

    /** What was done has the focus, so that it is heard, and the keyboard goes on from there. */
    private static void assertIsReadFirst(Page page) {
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("done");
    }

    private void open(Page page, String path) {
        page.navigate(kopa.site().address(path));
    }
}
