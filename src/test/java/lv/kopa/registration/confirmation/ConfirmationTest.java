package lv.kopa.registration.confirmation;

import static lv.kopa.Program.STRANGER;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import lv.kopa.web.Token;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Places that count only once people have shown that the address is theirs. */
final class ConfirmationTest {
    private static final Instant NOW = Instant.parse("2031-05-01T08:00:00Z");
    private static final int PEOPLE = 6;
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final String ASKS = "\"registration\": {\"confirmAddress\": true}";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("ConfirmationTest", database);
    private final String parks = kopa.found("parks");

    @BeforeEach
    void setTheClock() {
        kopa.bean(MovableClock.class).set(NOW);
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void aPlaceIsHeldAndTheMailAsksForOneButtonAndNothingElse() {
        publish("\"places\": 1");
        Browser browser = browser();
        HttpResponse<String> sent = browser.submit(
                browser.page("/events/ours/register"),
                "/events/ours/register",
                Map.of("name", "Anna", "email", "anna@example.org", "consents", "privacy"));

        Document done = browser.page(Browser.onwards(sent));
        assertThat(done.select("h1").text()).isEqualTo(TEXTS.get("registration.hold.check-mail"));
        assertThat(done.select("main a[href*=calendar.ics]")).isEmpty();
        assertThat(taken()).isOne();
        assertThat(kinds("anna")).containsExactly("confirm-address");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org"))
                .says("1 May 2031, 13:00")
                .says("/my/confirmation/")
                .hasNoAttachment();
        assertThat(Someone.mailTo(kopa, "anna@example.org").wording().text()).doesNotContain("/r/");
    }

    @Test
    void theButtonMakesThePlaceCountAndTheUsualMailFollowsOnce() {
        publish("\"places\": 1");
        register("anna");
        String link = mailed("anna");
        Browser browser = browser();
        Document page = browser.page(link);
        browser.page(link);
        assertThat(kinds("anna")).containsExactly("confirm-address");

        String own = Browser.onwards(browser.submit(page, link, Map.of()));
        assertThat(browser.page(own).select("h1").text()).isEqualTo("Anna Bērziņa, you have a place");
        assertThat(kinds("anna")).containsExactly("confirmed", "confirm-address");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).hasAttachment("invite.ics");

        Document again = browser.page(link);
        assertThat(again.select("h1").text()).isEqualTo(TEXTS.get("registration.hold.confirmed"));
        assertThat(Browser.onwards(browser.submit(again, link, Map.of()))).startsWith("/r/");
        assertThat(kinds("anna")).containsExactly("confirmed", "confirm-address");
        runOut();
        assertThat(taken()).isOne();
    }

    @ParameterizedTest
    @EnumSource(names = {"LV", "UK"})
    void onATelephoneEveryPageOfItIsSound(Language language) {
        publish("\"places\": 1");
        String tag = language.tag();
        try (lv.kopa.Browser chromium = lv.kopa.Browser.open();
                BrowserContext window = chromium.window(360, true, tag)) {
            Page page = window.newPage();
            page.navigate(kopa.site().address("/events/ours/register?lang=" + tag));
            page.locator("input[name=name]").fill("Anna");
            page.locator("input[name=email]").fill("anna@example.org");
            page.locator("input[value=privacy]").check();
            page.locator("main form.wide button.button").click();
            page.waitForURL("**/registered**");
            lv.kopa.Browser.isSoundOnThePhone(page);

            String link = mailed("anna");
            page.navigate(kopa.site().address(link));
            lv.kopa.Browser.isSoundOnThePhone(page);
            page.locator("main form button").click();
            page.waitForURL("**/r/**");
            lv.kopa.Browser.isSoundOnThePhone(page);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(tag);
            page.navigate(kopa.site().address(link));
            lv.kopa.Browser.isSoundOnThePhone(page);
        }
    }

    @Test
    void whatIsNotConfirmedInTimeGoesBackToWhoeverWaits() {
        publish("\"places\": 1");
        Answer anna = register("anna");
        register("janis");
        confirm("janis");
        String link = mailed("anna");

        kopa.bean(MovableClock.class).set(NOW.plus(TWO_HOURS).minusSeconds(1));
        kopa.bean(HoldKeeper.class).endOverdue();
        assertThat(status(anna)).isEqualTo("CONFIRMED");

        runOut();
        assertThat(status(anna)).isEqualTo("CANCELLED");
        assertThat(kinds("janis")).startsWith("promoted");
        assertThat(kinds("anna")).containsExactly("confirm-address");
        assertThat(taken()).isOne();

        Browser browser = browser();
        Document late = browser.page(link);
        assertThat(late.select("h1").text()).isEqualTo(TEXTS.get("registration.hold.over"));
        assertThat(late.select("main form")).isEmpty();
        assertThat(late.select("main a[href$=/register]")).hasSize(1);
        assertThat(browser.page(own(anna)).select("main").text()).contains(TEXTS.get("registration.hold.over.lead"));
        assertThat(browser.page(own(anna)).select("#undo")).isEmpty();
        register("anna");
    }

    @Test
    void onHoweverManyServersAPlaceGoesBackOnce() throws InterruptedException {
        publish("\"places\": 5");
        register("anna");
        register("janis");
        confirm("janis");
        kopa.bean(MovableClock.class).set(NOW.plus(TWO_HOURS));
        List<Thread> servers = Stream.generate(() -> new Thread(kopa.bean(HoldKeeper.class)::endOverdue))
                .limit(4)
                .toList();
        servers.forEach(Thread::start);
        for (Thread server : servers) {
            server.join();
        }

        assertThat(taken()).isOne();
        assertThat(database.number("SELECT COUNT(*) FROM audit WHERE deed = 'address-unconfirmed'"))
                .isOne();
    }

    @Test
    void whoeverConfirmsAfterTheTimeButBeforeThePlaceWentBackHasIt() {
        publish("\"places\": 1");
        Answer anna = register("anna");
        kopa.bean(MovableClock.class).set(NOW.plus(TWO_HOURS));

        confirm("anna");
        runOut();

        assertThat(status(anna)).isEqualTo("CONFIRMED");
    }

    @Test
    void theLinkThatAProgramGetsOpensNothingUntilThen() {
        publish("\"places\": 1");
        Answer anna = register("anna");
        Browser browser = browser();

        Document held = browser.page(own(anna));
        assertThat(held.select("h1").text()).isEqualTo(TEXTS.get("registration.hold.title"));
        assertThat(held.select("main").text()).contains("anna@example.org");
        assertThat(held.select("main form[action$=/confirmation]")).hasSize(1);
        for (String more : List.of("/edit", "/answers", "/calendar.ics", "/hand-over")) {
            assertThat(kopa.site().get(own(anna) + more).statusCode()).as(more).isIn(404, 409);
        }
        String self = anna.text("links.self").replaceFirst("https?://[^/]+", "");
        String token = anna.text("links.manage").replaceFirst(".*/", "");
        kopa.get(token, self).isProblem(409);
        kopa.post(token, self + "/cancel").isProblem(409);
        assertThat(taken()).isOne();
    }

    @Test
    void theMailIsSentAgainAndOnlyTheNewestLinkCounts() {
        publish("\"places\": 1");
        Answer anna = register("anna");
        String first = mailed("anna");
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(5));
        Browser browser = browser();
        browser.submit(browser.page(own(anna)), own(anna) + "/confirmation", Map.of());

        assertThat(kinds("anna")).containsExactly("confirm-address", "confirm-address");
        assertThat(browser.get(first).statusCode()).isEqualTo(410);
        assertThat(browser.get(first).body()).contains("Open the link in the newest mail");
        confirm("anna");
        assertThat(browser.page(own(anna)).select("h1").text()).contains("you have a place");
    }

    @Test
    void whoeverRegistersAgainMeanwhileIsAskedAgainAndSeesTheSame() {
        publish("\"places\": 1");
        Answer first = register("anna");
        Answer second = register("anna");

        assertThat(second.text("status")).isEqualTo("WAITING");
        assertThat(second.text("confirmBy")).isEqualTo(first.text("confirmBy")).isEqualTo("2031-05-01T10:00:00Z");
        assertThat(kinds("anna")).containsExactly("confirm-address", "confirm-address");
        assertThat(taken()).isOne();
    }

    @Test
    void whoeverWaitsWithoutHavingConfirmedIsPassedOverUntilThen() {
        publish("\"places\": 1");
        Answer first = register("first");
        confirm("first");
        Answer anna = register("anna");
        Answer janis = register("janis");
        confirm("janis");

        kopa.post(parks, "/api/v1/registrations/" + first.text("reference") + "/cancel", "{}")
                .is(200);
        assertThat(status(anna)).isEqualTo("WAITING");
        assertThat(status(janis)).isEqualTo("CONFIRMED");

        kopa.post(parks, "/api/v1/registrations/" + janis.text("reference") + "/cancel", "{}")
                .is(200);
        confirm("anna");
        assertThat(status(anna)).isEqualTo("CONFIRMED");
        assertThat(kinds("anna")).containsExactly("promoted", "confirm-address");
    }

    @Test
    void whoeverHasToWaitHearsItAfterConfirming() {
        publish("\"places\": 1");
        register("first");
        register("anna");
        confirm("anna");

        assertThat(kinds("anna")).containsExactly("waiting", "confirm-address");
    }

    @Test
    void whoeverHasToBeApprovedAwaitsItAfterConfirmingAndAnOrganiserMayDecideBefore() {
        publish("\"approval\": \"MANUAL\"");
        Answer anna = register("anna");
        Answer janis = register("janis");
        confirm("anna");
        assertThat(kinds("anna")).containsExactly("awaiting-approval", "confirm-address");

        kopa.post(parks, "/api/v1/registrations/" + janis.text("reference") + "/approve")
                .is(200);
        runOut();
        assertThat(status(janis)).isEqualTo("CONFIRMED");
        assertThat(status(anna)).isEqualTo("AWAITING_APPROVAL");
        assertThat(browser().page(own(janis)).select("h1").text()).contains("you have a place");
    }

    @Test
    void organisersSeeWhoHasYetToConfirmAndAskNobodyWhomTheyEnter() {
        publish("\"places\": 5");
        Answer anna = register("anna");
        EventDetails event = kopa.bean(Events.class).find("ours").orElseThrow();
        kopa.bean(Registrations.class).add(event, Wishes.of(null, "Kate", "kate@example.org", List.of()), "person:1");

        String list = "/api/v1/events/ours/registrations";
        assertThat(kopa.get(parks, list).text("items.0.confirmBy")).isEmpty();
        assertThat(kopa.get(parks, list).text("items.1.confirmBy")).isEqualTo("2031-05-01T10:00:00Z");
        assertThat(kopa.get(parks, list).text("items.1.status")).isEqualTo("CONFIRMED");
        assertThat(kinds("kate")).isEmpty();

        Browser organiser = browser();
        organiser.submit(
                organiser.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", "parks@example.org", "password", "long enough a password"));
        Document page = organiser.page("/organiser/events/ours");
        assertThat(page.select("#attendees small").eachText()).contains(TEXTS.get("workspace.attendees.unconfirmed"));
        assertThat(organiser
                        .page("/organiser/registrations/" + anna.text("reference"))
                        .select("header")
                        .text())
                .contains("held until");
        assertThat(organiser
                        .page("/organiser/events/ours/edit")
                        .select("[name=registration.confirmAddress]")
                        .hasAttr("checked"))
                .isTrue();
    }

    @Test
    void whoeverConfirmsAsTheTimeIsOverHasThePlaceOrHasNot() {
        assertThat(endings(kopa, parks, database)).isEqualTo(PEOPLE);

        assertThat(database.number("""
                SELECT COUNT(*) FROM registration r JOIN address_hold h ON h.registration_id = r.id
                WHERE (r.status = 'CONFIRMED') <> (h.confirmed_at IS NOT NULL)
                  OR (h.confirmed_at IS NULL) = (h.ran_out_at IS NULL)""")).isZero();
        assertThat(taken()).isEqualTo(database.number("SELECT COUNT(*) FROM registration WHERE status = 'CONFIRMED'"));
    }

    @Test
    void withoutTheGuardSomeHaveItAndHaveItNot() {
        TestDatabase other = TestDatabase.fresh();
        try (Program unguarded = Program.start("unguarded-holds", other)) {
            unguarded.bean(MovableClock.class).set(NOW);
            assertThat(endings(unguarded, unguarded.found("parks"), other)).isGreaterThan(PEOPLE);
        }
    }

    /** How often a hold ends where each of some people confirms while their time runs out. */
    private static long endings(Program kopa, String parks, TestDatabase database) {
        kopa.publish(parks, Plans.training("parks", "ours", ASKS + ", \"places\": 50"));
        List<Registration> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> kopa.register(STRANGER, "ours", Wishes.of("p" + i + "@example.org"))
                        .text("reference"))
                .map(kopa.bean(Registrations.class)::byReference)
                .toList();
        List<Token> proofs = people.stream()
                .map(person -> Someone.linkIn(Someone.mailTo(kopa, person.email())))
                .map(link -> new Token(link.replaceFirst(".*/", "")))
                .toList();
        kopa.bean(MovableClock.class).set(NOW.plus(TWO_HOURS));
        Confirmations confirmations = kopa.bean(Confirmations.class);
        AtOnce.of(2 * PEOPLE, i -> {
            if (i % 2 == 0) {
                confirmations.end(people.get(i / 2).id());
            } else {
                confirmations.confirm(proofs.get(i / 2));
            }
            return i;
        });
        return database.number("SELECT COUNT(*) FROM audit WHERE deed IN ('address-confirmed', 'address-unconfirmed')");
    }

    private void publish(String more) {
        kopa.publish(parks, Plans.training("parks", "ours", ASKS + ", " + more));
    }

    private Answer register(String person) {
        return kopa.register(
                        STRANGER, "ours", Wishes.of(person + "@example.org").replace("\"lv\"", "\"en\""))
                .is(201);
    }

    private String mailed(String person) {
        return Someone.linkIn(Someone.mailTo(kopa, person + "@example.org"));
    }

    private void confirm(String person) {
        Browser browser = browser();
        String link = mailed(person);
        assertThat(Browser.onwards(browser.submit(browser.page(link), link, Map.of())))
                .startsWith("/r/");
    }

    private void runOut() {
        kopa.bean(MovableClock.class).set(NOW.plus(TWO_HOURS));
        kopa.bean(HoldKeeper.class).endOverdue();
    }

    private Browser browser() {
        Browser browser = new Browser(kopa.site());
        browser.page("/?lang=en");
        return browser;
    }

    private static String own(Answer receipt) {
        return Someone.path(receipt.text("links.manage"));
    }

    private String status(Answer receipt) {
        return kopa.get(parks, "/api/v1/registrations/" + receipt.text("reference"))
                .is(200)
                .text("status");
    }

    /** Of the mails to somebody, the newest first. */
    private List<String> kinds(String person) {
        return Someone.mails(kopa, person + "@example.org").stream()
                .map(OutboxItem::kind)
                .toList();
    }

    private long taken() {
        return database.number("SELECT places_taken FROM event WHERE slug = 'ours'");
    }
}
