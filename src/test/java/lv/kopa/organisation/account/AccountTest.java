package lv.kopa.organisation.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.http.HttpResponse;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Letters;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.Teams;
import lv.kopa.organisation.factor.SecondFactors;
import lv.kopa.text.Language;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.apache.commons.codec.binary.Base32;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class AccountTest {
    private static final String ACCOUNT = "/organiser/account";
    private static final String FACTOR = ACCOUNT + "/second-factor";
    private static final String SIGN_IN = "/organiser/sign-in";
    private static final String CODE = SIGN_IN + "/code";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = start();
    private static final Teams TEAMS = Teams.settle(SITE);
    private static int people;

    private Person person = somebody();

    private static Site start() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.limits", "on");
        return Site.start("account", settings);
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @BeforeEach
    void anHourLater() {
        SITE.bean(MovableClock.class).advance(Duration.ofHours(1));
    }

    @Test
    void nameAndLanguageAreChanged() {
        Browser browser = signedIn();

        browser.submit(browser.page(ACCOUNT), ACCOUNT, Map.of("name", "Ilze Kalniņa", "language", "uk"));

        assertThat(SITE.bean(People.class).find(person.id()))
                .hasValueSatisfying(changed -> assertThat(changed.language()).isEqualTo(Language.UK));
        assertThat(browser.page(ACCOUNT).select("#name").val()).isEqualTo("Ilze Kalniņa");
    }

    @Test
    void aNewPasswordNeedsThePresentOneAndEndsAllOtherSignIns() {
        Browser here = signedIn();
        Browser there = signedIn();
        String password = ACCOUNT + "/password";

        HttpResponse<String> wrong = here.submit(
                here.page(ACCOUNT), password, Map.of("present", "nonsense", "password", "another long password"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(there.get(ACCOUNT).statusCode()).isEqualTo(200);
        HttpResponse<String> right = here.submit(
                here.page(ACCOUNT), password, Map.of("present", Teams.PASSWORD, "password", "another long password"));

        assertThat(Browser.onwards(right)).isEqualTo(ACCOUNT);
        assertThat(here.get(ACCOUNT).statusCode()).isEqualTo(200);
        assertThat(Browser.onwards(there.get(ACCOUNT))).startsWith(SIGN_IN);
        assertThat(password(new Browser(SITE), Teams.PASSWORD).statusCode()).isEqualTo(422);
        assertThat(Browser.onwards(password(new Browser(SITE), "another long password")))
                .isEqualTo("/organiser");
    }

    @Test
    void signInsAreListedAndEndedOneByOneOrAll() {
        Browser here = signedIn();
        Browser second = signedIn();
        Browser third = signedIn();
        Document page = here.page(ACCOUNT);
        assertThat(page.select("section:has(#sign-ins) li")).hasSize(3);
        assertThat(page.select("section:has(#sign-ins) li:has(.chip) form")).isEmpty();

        here.submit(page, page.expectFirst("section:has(#sign-ins) li form").attr("action"), Map.of());
        assertThat(List.of(second.get(ACCOUNT).statusCode(), third.get(ACCOUNT).statusCode()))
                .containsExactlyInAnyOrder(200, 303);
        here.submit(here.page(ACCOUNT), ACCOUNT + "/sign-ins/end", Map.of());

        assertThat(here.page(ACCOUNT).select("section:has(#sign-ins) li")).hasSize(1);
        assertThat(third.get(ACCOUNT).statusCode()).isEqualTo(303);
        assertThat(second.get(ACCOUNT).statusCode()).isEqualTo(303);
    }

    @Test
    void nobodyEndsASignInOfSomebodyElse() {
        Browser here = signedIn();
        long id = DATABASE.number("SELECT MAX(id) FROM sign_in WHERE person_id = " + person.id());
        Browser kari = TEAMS.signedIn(Teams.KARI);

        kari.post(
                ACCOUNT + "/sign-ins/" + id + "/end",
                Map.of("_csrf", kari.cookies().get("kopa-csrf")));

        assertThat(here.get(ACCOUNT).statusCode()).isEqualTo(200);
    }

    @Test
    void theSecondStepCountsOnceACodeHasConfirmedItAndAsksForACodeThen() {
        Browser here = signedIn();
        String secret = propose(here);
        assertThat(Browser.onwards(password(new Browser(SITE), Teams.PASSWORD))).isEqualTo("/organiser");
        assertThat(confirm(here, "000000").statusCode()).isEqualTo(422);
        HttpResponse<String> on = confirm(here, code(secret));
        assertThat(Jsoup.parse(on.body()).select("pre").text().split("\\s+")).hasSize(10);

        Browser fresh = new Browser(SITE);
        assertThat(Browser.onwards(password(fresh, Teams.PASSWORD))).startsWith(CODE);
        assertThat(Browser.onwards(fresh.get("/organiser"))).startsWith(SIGN_IN);
        Document step = fresh.page(CODE + "?to=%2Forganiser%2Fevents");
        assertThat(fresh.submit(step, CODE, Map.of("code", code(secret))).statusCode())
                .as("the code that confirmed it was good once")
                .isEqualTo(422);
        SITE.bean(MovableClock.class).advance(Duration.ofSeconds(30));
        String next = code(secret);

        assertThat(Browser.onwards(fresh.submit(step, CODE, Map.of("code", next))))
                .isEqualTo("/organiser/events");
        assertThat(fresh.get("/organiser").statusCode()).isEqualTo(200);
        Browser another = new Browser(SITE);
        password(another, Teams.PASSWORD);
        assertThat(another.submit(another.page(CODE), CODE, Map.of("code", next))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aCodeOnPaperIsGoodOnceAndNoneIsKeptInTheClear() {
        String[] codes = turnOn();
        assertThat(DATABASE.texts("SELECT code_hash FROM recovery_code WHERE person_id = " + person.id()))
                .hasSize(10)
                .doesNotContain(codes);

        Browser first = new Browser(SITE);
        password(first, Teams.PASSWORD);
        assertThat(first.submit(first.page(CODE), CODE, Map.of("code", codes[0].toUpperCase(java.util.Locale.ROOT)))
                        .statusCode())
                .isEqualTo(303);
        Browser second = new Browser(SITE);
        password(second, Teams.PASSWORD);
        assertThat(second.submit(second.page(CODE), CODE, Map.of("code", codes[0]))
                        .statusCode())
                .isEqualTo(422);
        assertThat(first.page(ACCOUNT).select("section:has(#factor)").text()).contains("9 left");
    }

    @Test
    void whoGuessesCodesMustWait() {
        turnOn();
        Browser browser = new Browser(SITE);
        password(browser, Teams.PASSWORD);
        Document step = browser.page(CODE);
        SITE.bean(MovableClock.class).set(SITE.bean(MovableClock.class).instant());
        for (int i = 0; i < 9; i++) {
            browser.submit(step, CODE, Map.of("code", "00000" + i));
        }
        assertThat(browser.submit(step, CODE, Map.of("code", "000009")).statusCode())
                .isEqualTo(429);
        SITE.bean(MovableClock.class).release();
    }

    @Test
    void theSecretIsSealedAndCanBeSealedAnew() {
        Browser here = signedIn();
        String secret = propose(here);
        String stored = DATABASE.texts("SELECT HEX(sealed_secret) FROM second_factor WHERE person_id = " + person.id())
                .get(0);
        assertThat(stored)
                .doesNotContain(java.util.HexFormat.of().withUpperCase().formatHex(new Base32().decode(secret)));

        assertThat(SITE.bean(SecondFactors.class).sealAnew()).isPositive();

        assertThat(DATABASE.texts("SELECT HEX(sealed_secret) FROM second_factor WHERE person_id = " + person.id()))
                .doesNotContain(stored);
        assertThat(confirm(here, code(secret)).statusCode()).isEqualTo(200);
    }

    @Test
    void anOwnerTurnsTheSecondStepOfAColleagueOffAndItIsRecorded() {
        turnOn();
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        String team = "/organiser/organisations/intelekta-parks/team";

        ilze.submit(ilze.page(team), team + "/" + person.id() + "/second-factor", Map.of());

        assertThat(Browser.onwards(password(new Browser(SITE), Teams.PASSWORD))).isEqualTo("/organiser");
        assertThat(DATABASE.texts(
                        "SELECT CONCAT(actor, ' ', deed) FROM audit WHERE subject = 'person' AND subject_id = "
                                + person.id()))
                .contains("person:" + TEAMS.ilze().id() + " second-factor-off");
    }

    @Test
    void anOwnerOfOneTeamDoesNotTakeTheSecondStepFromAnother() {
        turnOn();
        SITE.bean(People.class).join(person.id(), TEAMS.omsozamsVenner().id(), Role.ORGANISER, "test");
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        String team = "/organiser/organisations/intelekta-parks/team";
        String reset = team + "/" + person.id() + "/second-factor";

        assertThat(ilze.page(team).select("form[action=" + reset + "]")).isEmpty();
        HttpResponse<String> refused =
                ilze.post(reset, Map.of("_csrf", ilze.cookies().get("kopa-csrf")));

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(Browser.onwards(password(new Browser(SITE), Teams.PASSWORD))).startsWith(CODE);
    }

    @Test
    void anOwnerTurnsTheirOwnSecondStepOffByTheirPasswordAlone() {
        SITE.bean(People.class).join(person.id(), TEAMS.intelektaParks().id(), Role.OWNER, "test");
        Browser here = signedIn();
        confirm(here, code(propose(here)));

        HttpResponse<String> refused = here.post(
                "/organiser/organisations/intelekta-parks/team/" + person.id() + "/second-factor",
                Map.of("_csrf", here.cookies().get("kopa-csrf")));

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(SITE.bean(SecondFactors.class).isOn(person.id())).isTrue();
    }

    @Test
    void aLinkThatWasSentIsVoidOnceThePasswordIsChangedOtherwise() {
        ask(person.email());
        String path = Letters.path(SITE, DATABASE, "password-reset", person.email());
        Browser here = signedIn();

        here.submit(
                here.page(ACCOUNT),
                ACCOUNT + "/password",
                Map.of("present", Teams.PASSWORD, "password", "another long password"));

        assertThat(new Browser(SITE).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whenSomebodySignedInIsToldByTheClocksOfTheirTeam() {
        assertThat(signedIn()
                        .page(ACCOUNT + "?lang=en")
                        .select("section:has(#sign-ins) .meta")
                        .text())
                .contains("(Riga time)");
        assertThat(TEAMS.signedIn(Teams.KARI)
                        .page(ACCOUNT + "?lang=en")
                        .select("section:has(#sign-ins) .meta")
                        .text())
                .contains("(Oslo time)");
    }

    @Test
    void whoForgotThePasswordChoosesAnotherByALinkGoodOnce() {
        Browser before = signedIn();
        ask(person.email());
        String path = Letters.path(SITE, DATABASE, "password-reset", person.email());
        Browser browser = new Browser(SITE);
        Document page = browser.page(path);

        HttpResponse<String> changed = browser.post(
                path, Map.of("_csrf", page.select("[name=_csrf]").val(), "password", "a wholly new password"));

        assertThat(Browser.onwards(changed)).isEqualTo(SIGN_IN);
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        assertThat(Browser.onwards(before.get(ACCOUNT))).startsWith(SIGN_IN);
        assertThat(Browser.onwards(password(browser, "a wholly new password"))).isEqualTo("/organiser");
        assertThat(Letters.warnings(SITE, DATABASE, person.email())).containsExactly("Your password was changed");
    }

    @Test
    void theLinkIsGoodForAnHourAndNobodyMayReadItInTheOutbox() {
        ask(person.email());
        String path = Letters.path(SITE, DATABASE, "password-reset", person.email());
        long id = DATABASE.number("SELECT MAX(id) FROM mail_outbox WHERE kind = 'password-reset'");
        assertThat(TEAMS.signedIn(Teams.ILZE).get("/organiser/outbox/" + id).statusCode())
                .isEqualTo(404);

        SITE.bean(MovableClock.class).advance(Duration.ofMinutes(61));

        assertThat(new Browser(SITE).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whetherAnAddressIsKnownIsNotToldAndAskingTooOftenIsNotAllowed() {
        long letters = Letters.count(DATABASE, "password-reset");
        HttpResponse<String> unknown = ask("nobody-" + people + "@example.org");
        HttpResponse<String> known = ask(person.email());

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(unknown.headers().firstValue("Location"))
                .isEqualTo(known.headers().firstValue("Location"));
        assertThat(unknown.headers().allValues("Set-Cookie").toString()).contains("password.asked");
        assertThat(Letters.count(DATABASE, "password-reset")).isEqualTo(letters + 1);
        ask(person.email());
        ask(person.email());
        assertThat(ask(person.email()).statusCode()).isEqualTo(429);
    }

    @Test
    void whatChangesHowSomebodySignsInIsToldByMail() {
        String[] codes = turnOn();
        Browser fromPaper = new Browser(SITE);
        password(fromPaper, Teams.PASSWORD);
        fromPaper.submit(fromPaper.page(CODE), CODE, Map.of("code", codes[0]));
        fromPaper.submit(
                fromPaper.page(ACCOUNT),
                ACCOUNT + "/password",
                Map.of("present", Teams.PASSWORD, "password", "another long password"));
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        String team = "/organiser/organisations/intelekta-parks/team";
        ilze.submit(ilze.page(team), team + "/" + person.id() + "/second-factor", Map.of());

        assertThat(Letters.warnings(SITE, DATABASE, person.email()))
                .containsExactly(
                        "The second step at sign-in was turned on",
                        "One of your codes on paper was used to sign in",
                        "Your password was changed",
                        "The second step at sign-in was turned off");
        assertThat(Letters.path(SITE, DATABASE, "account-warning", person.email()))
                .isEqualTo("/organiser/password");
    }

    @Test
    void whatWasNotChangedIsNotTold() {
        Browser here = signedIn();

        here.submit(
                here.page(ACCOUNT),
                ACCOUNT + "/password",
                Map.of("present", "nonsense", "password", "another long password"));
        confirm(here, code(propose(here)).equals("000000") ? "000001" : "000000");

        assertThat(Letters.warnings(SITE, DATABASE, person.email())).isEmpty();
    }

    private static Person somebody() {
        people++;
        People all = SITE.bean(People.class);
        Person person = all.create(
                "Person " + people, new EmailAddress("person" + people + "@example.org"), Teams.PASSWORD, Language.EN);
        all.join(person.id(), TEAMS.intelektaParks().id(), Role.ORGANISER, "test");
        return person;
    }

    private Browser signedIn() {
        return TEAMS.signedIn(person.email());
    }

    private HttpResponse<String> password(Browser browser, String password) {
        return browser.submit(browser.page(SIGN_IN), SIGN_IN, Map.of("email", person.email(), "password", password));
    }

    private static HttpResponse<String> ask(String address) {
        Browser browser = new Browser(SITE);
        return browser.submit(browser.page("/organiser/password"), "/organiser/password", Map.of("email", address));
    }

    private String propose(Browser browser) {
        HttpResponse<String> shown = browser.submit(browser.page(FACTOR), FACTOR, Map.of("present", Teams.PASSWORD));
        assertThat(shown.statusCode()).isEqualTo(200);
        return Jsoup.parse(shown.body()).select(".secret").text().replace(" ", "");
    }

    private String[] turnOn() {
        Browser here = signedIn();
        HttpResponse<String> on = confirm(here, code(propose(here)));
        return Jsoup.parse(on.body()).select("pre").text().split("\\s+");
    }

    private static HttpResponse<String> confirm(Browser browser, String code) {
        return browser.post(
                FACTOR + "/confirmation", Map.of("_csrf", browser.cookies().get("kopa-csrf"), "code", code));
    }

    private static String code(String secret) {
        try {
            TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm()),
                    SITE.bean(MovableClock.class).instant());
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
