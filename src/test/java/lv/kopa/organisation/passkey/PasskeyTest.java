package lv.kopa.organisation.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Letters;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.Teams;
import lv.kopa.text.Language;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import lv.kopa.web.StrictJson;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passkeys as the server sees them, shown by a {@link Device} that can be made to lie. */
@Tag("database")
class PasskeyTest {
    private static final String HERE = "https://kopa.example";
    private static final String ACCOUNT = "/organiser/account";
    private static final String PASSKEYS = ACCOUNT + "/passkeys";
    private static final String SIGN_IN = "/organiser/sign-in";
    private static final String PASSKEY = SIGN_IN + "/passkey";
    private static final String CHALLENGE = PASSKEY + "/challenge";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = start();
    private static final Teams TEAMS = Teams.settle(SITE);
    private static int people;

    private final Person person = somebody();
    private final Device device = new Device(HERE);

    private static Site start() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.public-url", HERE);
        settings.put("kopa.limits", "on");
        return Site.start("passkey", settings);
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
    void aPasskeySignsItsOwnerInWithoutPasswordAndLeadsOn() {
        add(device);
        Browser fresh = new Browser(SITE);
        fresh.page(SIGN_IN);

        HttpResponse<String> in = show(fresh, device.count(2).get(challenge(fresh)), "/organiser/events");

        assertThat(Browser.onwards(in)).isEqualTo("/organiser/events");
        assertThat(fresh.page(ACCOUNT).select("header .lead").text()).isEqualTo(person.email());
    }

    @Test
    void itStandsForPasswordAndSecondStepTogether() {
        add(device);
        DATABASE.execute("INSERT INTO second_factor (person_id, sealed_secret, confirmed_at) VALUES (" + person.id()
                + ", 'x', NOW())");

        Browser fresh = signIn(device.count(2));

        assertThat(fresh.get("/organiser").statusCode()).isEqualTo(200);
    }

    @Test
    void whatABrowserIsAskedIsTheVerifiedOwnerOfAnyPasskeyAndOnlyItKeepsTheSecret() {
        Browser fresh = new Browser(SITE);
        fresh.page(SIGN_IN);

        HttpResponse<String> asked = fresh.post(CHALLENGE, csrf(fresh));
        var options = StrictJson.read(asked.body());

        assertThat(options.get("rpId").getStringValue()).isEqualTo("kopa.example");
        assertThat(options.get("userVerification").getStringValue()).isEqualTo("required");
        assertThat(asked.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("kopa-passkey="))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("Secure")
                .containsIgnoringCase("SameSite=Strict");
        assertThat(asked.body()).doesNotContain(fresh.cookies().get("kopa-passkey"));
        assertThat(DATABASE.texts("SELECT token_hash FROM passkey_challenge"))
                .doesNotContain(fresh.cookies().get("kopa-passkey"));
    }

    @Test
    void whatAuthenticatorsKnowPeopleByIsRandomAndTheSameForAllOfTheirPasskeys() {
        add(device);
        Device second = new Device(HERE);
        add(second);

        assertThat(second.handle()).isEqualTo(device.handle()).hasSizeGreaterThan(40);
        assertThat(DATABASE.texts("SELECT handle FROM passkey_handle WHERE person_id = " + person.id()))
                .singleElement()
                .asString()
                .matches("[a-z2-7]{32}");
    }

    @Test
    void aDeviceThatHasOneIsNamedSoThatItMakesNoSecond() {
        add(device);
        Browser here = signedIn();

        String options = options(here);

        assertThat(StrictJson.read(options).get("excludeCredentials").values())
                .extracting(each -> each.get("id").getStringValue())
                .containsExactly(Base64.getUrlEncoder().withoutPadding().encodeToString(device.id()));
        assertThat(StrictJson.read(options).get("attestation").getStringValue()).isEqualTo("none");
    }

    @Test
    void addingOneNeedsThePassword() {
        Browser here = signedIn();

        HttpResponse<String> wrong =
                here.submit(here.page(PASSKEYS), PASSKEYS, Map.of("name", "Telephone", "present", "nonsense"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(here.cookies()).doesNotContainKey("kopa-passkey");
    }

    @Test
    void oneThatNobodyAskedForIsNotAdded() {
        Browser here = signedIn();
        Browser kari = TEAMS.signedIn(Teams.KARI);
        String options = options(here);
        here.page(PASSKEYS);
        kari.page(PASSKEYS);
        kari.cookies().put("kopa-passkey", here.cookies().get("kopa-passkey"));

        assertThat(created(kari, device.create(options)).statusCode()).isEqualTo(422);
        assertThat(number("passkey")).isZero();
    }

    @Test
    void oneWhoseOwnerWasNotVerifiedIsNotAdded() {
        Browser here = signedIn();
        String options = options(here);

        assertThat(created(here, device.verified(false).create(options)).statusCode())
                .isEqualTo(422);
        assertThat(number("passkey")).isZero();
    }

    @Test
    void aKeyThatIsKnownIsNobodyElses() {
        add(device);
        Browser kari = TEAMS.signedIn(Teams.KARI);
        String options = options(kari);

        assertThat(created(kari, new Device(HERE).id(device.id()).create(options))
                        .statusCode())
                .isEqualTo(422);
        assertThat(signIn(device.count(2)).page(ACCOUNT).select("header .lead").text())
                .isEqualTo(person.email());
    }

    @Test
    void itIsListedWithWhenItWasAddedAndUsedAndCanBeRenamed() {
        add(device);
        Browser here = signedIn();
        String row = "section:has(#passkeys) li";
        assertThat(here.page(ACCOUNT).select(row).text())
                .contains("Telephone")
                .contains("not used yet")
                .contains("added");
        signIn(device.count(2));
        assertThat(here.page(ACCOUNT).select(row).text()).contains("last used").contains("(Riga time)");
        String own = here.page(ACCOUNT).select(row + " a").attr("href");

        assertThat(here.submit(here.page(own), own, Map.of("name", "")).statusCode())
                .isEqualTo(422);
        here.submit(here.page(own), own, Map.of("name", "Work laptop"));

        assertThat(here.page(ACCOUNT).select(row + " b").text()).isEqualTo("Work laptop");
        assertThat(deeds()).containsExactly("passkey-added", "passkey-renamed");
    }

    @Test
    void removingOneNeedsThePasswordAndThenItOpensNothing() {
        add(device);
        Browser here = signedIn();
        String own = here.page(ACCOUNT).select("section:has(#passkeys) li a").attr("href");

        assertThat(here.submit(here.page(own), own + "/removal", Map.of("present", "nonsense"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(here.submit(here.page(own), own + "/removal", Map.of("present", Teams.PASSWORD))
                        .statusCode())
                .isEqualTo(303);

        assertThat(number("passkey")).isZero();
        assertThat(deeds()).containsExactly("passkey-added", "passkey-removed");
        assertThat(Letters.warnings(SITE, DATABASE, person.email()))
                .containsExactly("A passkey was added to your account", "A passkey was removed from your account");
        assertRefused(device.count(2));
        assertThat(signedIn().get("/organiser").statusCode()).as("the password").isEqualTo(200);
    }

    @Test
    void nobodyTouchesThePasskeyOfSomebodyElse() {
        add(device);
        String own =
                signedIn().page(ACCOUNT).select("section:has(#passkeys) li a").attr("href");
        Browser kari = TEAMS.signedIn(Teams.KARI);
        kari.page(PASSKEYS);

        assertThat(Browser.onwards(kari.get(own))).isEqualTo(ACCOUNT);
        kari.post(own, with(csrf(kari), "name", "Kari's"));
        kari.post(own + "/removal", with(csrf(kari), "present", Teams.PASSWORD));

        assertThat(DATABASE.texts("SELECT name FROM passkey WHERE person_id = " + person.id()))
                .containsExactly("Telephone");
    }

    @Test
    void whatWasShownOnceIsNotTakenAgain() {
        add(device);
        Browser fresh = new Browser(SITE);
        fresh.page(SIGN_IN);
        String shown = device.count(2).get(challenge(fresh));
        String secret = fresh.cookies().get("kopa-passkey");
        assertThat(show(fresh, shown, "").statusCode()).isEqualTo(303);

        Browser thief = new Browser(SITE);
        thief.page(SIGN_IN);
        thief.cookies().put("kopa-passkey", secret);

        assertThat(show(thief, shown, "").statusCode()).isEqualTo(422);
        assertThat(show(thief, device.count(3).get(optionsOf(shown)), "").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatWasShownWronglyOnceIsNotAskedAgain() {
        add(device);
        Browser fresh = new Browser(SITE);
        fresh.page(SIGN_IN);
        String options = challenge(fresh);
        assertThat(show(fresh, "{}", "").statusCode()).isEqualTo(422);

        assertThat(show(fresh, device.count(2).get(options), "").statusCode()).isEqualTo(422);
    }

    @Test
    void itIsGoodInTheBrowserThatWasAskedAlone() {
        add(device);
        Browser asked = new Browser(SITE);
        asked.page(SIGN_IN);
        String shown = device.count(2).get(challenge(asked));
        Browser other = new Browser(SITE);
        other.page(SIGN_IN);

        assertThat(show(other, shown, "").statusCode()).isEqualTo(422);
        challenge(other);
        assertThat(show(other, shown, "").statusCode()).isEqualTo(422);
        assertThat(show(asked, shown, "").statusCode()).isEqualTo(303);
    }

    @Test
    void aBrowserHasFiveMinutes() {
        add(device);
        Browser fresh = new Browser(SITE);
        fresh.page(SIGN_IN);
        String shown = device.count(2).get(challenge(fresh));

        SITE.bean(MovableClock.class).advance(Duration.ofMinutes(5));

        assertThat(show(fresh, shown, "").statusCode()).isEqualTo(422);
    }

    @Test
    void whatWasAskedForANewPasskeySignsNobodyInAndTheOtherWayRound() {
        add(device);
        Browser here = signedIn();
        String forNew = options(here);
        Browser fresh = new Browser(SITE);
        fresh.page(SIGN_IN);
        fresh.cookies().put("kopa-passkey", here.cookies().get("kopa-passkey"));
        assertThat(show(fresh, device.count(2).get(forNew), "").statusCode()).isEqualTo(422);

        String toSignIn = challenge(fresh);
        here.cookies().put("kopa-passkey", fresh.cookies().get("kopa-passkey"));
        String withUser = toSignIn.replaceFirst("\\{", "{\"user\":{\"id\":\"" + device.handle() + "\"},");

        assertThat(created(here, new Device(HERE).create(withUser)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aPageOfAnotherSiteGetsNothingByIt() {
        add(device.count(1));

        assertRefused(device.count(2).lureTo("https://kopa.example.evil.example"));
        assertRefused(device.lureTo("https://evil.example"));
        assertRefused(device.lureTo("http://kopa.example"));
        assertRefused(device.lureTo(HERE).keyFor("evil.example"));
        assertThat(signIn(device.keyFor("kopa.example")).get("/organiser").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOwnerWhomTheDeviceHasNotVerifiedIsNotLetIn() {
        add(device);

        assertRefused(device.count(2).verified(false));
    }

    @Test
    void aCounterThatDoesNotGoUpTellsOfACopy() {
        add(device.count(5));
        signIn(device.count(6));

        assertRefused(device.count(6));
        assertRefused(device.count(2));
        assertRefused(device.count(0));
        assertThat(DATABASE.number("SELECT sign_count FROM passkey WHERE person_id = " + person.id()))
                .isEqualTo(6);
        signIn(device.count(7));
    }

    @Test
    void aDeviceThatDoesNotCountStaysAtNought() {
        add(device.count(0));

        signIn(device);
        signIn(device);
    }

    @Test
    void whoIsUnknownGetsTheSameAnswerAsWhoSignsWronglyOrClaimsToBeSomebodyElse() {
        add(device);
        Device stranger = new Device(HERE).claim(device.handle());
        Device forged = new Device(HERE).claim(device.handle()).id(device.id()).count(2);
        Device impostor = device.count(2);
        String handle = impostor.handle();

        String unknown = refusal(stranger);
        assertThat(refusal(forged)).isEqualTo(unknown);
        assertThat(refusal(impostor.claim("____"))).isEqualTo(unknown);
        assertThat(unknown).isNotEmpty();
        signIn(impostor.claim(handle));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{",
                "{\"id\":null,\"rawId\":null,\"type\":null,\"response\":null}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":"
                        + "{\"clientDataJSON\":\"AAAA\",\"authenticatorData\":\"AAAA\",\"signature\":\"\",\"userHandle\":\"\"}}",
                "{\"id\":\"%%%\",\"rawId\":\"%%%\",\"type\":\"x\",\"response\":{\"clientDataJSON\":7}}"
            })
    void rubbishIsRefusedLikeAnythingElse(String rubbish) {
        Browser fresh = new Browser(SITE);
        fresh.page(SIGN_IN);
        challenge(fresh);
        assertThat(show(fresh, rubbish, "").statusCode()).isEqualTo(422);

        Browser here = signedIn();
        options(here);
        assertThat(created(here, rubbish).statusCode()).isEqualTo(422);
    }

    @Test
    void aFormThatIsNotOursAsksNothingAndSignsNobodyIn() {
        Browser fresh = new Browser(SITE);
        fresh.page(SIGN_IN);

        assertThat(fresh.post(CHALLENGE, Map.of()).statusCode()).isEqualTo(403);
        assertThat(fresh.post(PASSKEY, Map.of("credential", "{}")).statusCode()).isEqualTo(403);
    }

    @Test
    void whoTriesTooOftenMustWait() {
        Browser fresh = new Browser(SITE);
        fresh.page(SIGN_IN);
        MovableClock clock = SITE.bean(MovableClock.class);
        clock.set(clock.instant()); // else some are allowed again meanwhile
        for (int i = 0; i < 100; i++) {
            assertThat(show(fresh, "{}", "").statusCode()).isEqualTo(422);
        }

        HttpResponse<String> refused = show(fresh, "{}", "");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(fresh.post(CHALLENGE, csrf(fresh)).statusCode()).isEqualTo(429);
    }

    @Test
    void aForgottenPasswordThatIsReplacedTakesThePasskeysAway() {
        add(device);
        Browser browser = new Browser(SITE);
        browser.submit(browser.page("/organiser/password"), "/organiser/password", Map.of("email", person.email()));
        String path = Letters.path(SITE, DATABASE, "password-reset", person.email());
        Document page = browser.page(path);
        assertThat(page.text()).contains("passkeys");

        browser.post(path, with(csrf(browser), "password", "a wholly new password"));

        assertThat(number("passkey")).isZero();
        assertThat(deeds()).contains("passkey-removed");
        assertThat(Letters.warnings(SITE, DATABASE, person.email()))
                .containsExactly("A passkey was added to your account", "Your password was changed");
        assertRefused(device.count(2));
    }

    @Test
    void aPasswordThatIsChangedLeavesThePasskeysAndSaysSo() {
        add(device);
        Browser here = signedIn();
        assertThat(here.page(ACCOUNT).text()).contains("Your passkeys stay.");

        here.submit(
                here.page(ACCOUNT),
                ACCOUNT + "/password",
                Map.of("present", Teams.PASSWORD, "password", "another long password"));

        signIn(device.count(2));
    }

    @Test
    void whoIsTakenOutOfTheirLastTeamHasNoPasskeysAnyMore() {
        add(device);
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        String team = "/organiser/organisations/intelekta-parks/team";
        String removal = team + "/" + person.id() + "/removal";

        ilze.submit(ilze.page(team), removal, Map.of());

        assertThat(SITE.bean(People.class).memberships(person.id())).isEmpty();
        assertRefused(device.count(2));
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

    /** What a browser is asked that may create a passkey. */
    private static String options(Browser browser) {
        HttpResponse<String> asked = browser.submit(
                browser.page(PASSKEYS), PASSKEYS, Map.of("name", "Telephone", "present", Teams.PASSWORD));
        assertThat(asked.statusCode()).isEqualTo(200);
        return Jsoup.parse(asked.body()).select("form[data-options]").attr("data-options");
    }

    private static HttpResponse<String> created(Browser browser, String sent) {
        return browser.post(PASSKEYS + "/created", with(with(csrf(browser), "name", "Telephone"), "credential", sent));
    }

    private void add(Device to) {
        Browser here = signedIn();
        assertThat(Browser.onwards(created(here, to.create(options(here))))).isEqualTo(ACCOUNT);
    }

    private static String challenge(Browser browser) {
        HttpResponse<String> asked = browser.post(CHALLENGE, csrf(browser));
        assertThat(asked.statusCode()).isEqualTo(200);
        return asked.body();
    }

    private static HttpResponse<String> show(Browser browser, String shown, String to) {
        return browser.post(PASSKEY, with(with(csrf(browser), "credential", shown), "to", to));
    }

    private static HttpResponse<String> attempt(Browser fresh, Device with) {
        fresh.page(SIGN_IN);
        return show(fresh, with.get(challenge(fresh)), "");
    }

    private static Browser signIn(Device by) {
        Browser fresh = new Browser(SITE);
        assertThat(Browser.onwards(attempt(fresh, by))).isEqualTo("/organiser");
        return fresh;
    }

    private static void assertRefused(Device by) {
        assertThat(refusal(by)).isEqualTo(refusal(new Device(HERE)));
    }

    private static String refusal(Device by) {
        Browser fresh = new Browser(SITE);
        HttpResponse<String> refused = attempt(fresh, by);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(fresh.cookies()).doesNotContainKey("kopa-sign-in");
        return Jsoup.parse(refused.body()).select("#errors").text();
    }

    /** The same question again, as somebody knows it who has seen the answer. */
    private static String optionsOf(String shown) {
        String clientData =
                StrictJson.read(shown).get("response").get("clientDataJSON").getStringValue();
        return new String(Base64.getUrlDecoder().decode(clientData), StandardCharsets.UTF_8);
    }

    private static Map<String, String> csrf(Browser browser) {
        return Map.of("_csrf", browser.cookies().get("kopa-csrf"));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private long number(String table) {
        return DATABASE.number("SELECT COUNT(*) FROM " + table + " WHERE person_id = " + person.id());
    }

    private List<String> deeds() {
        return DATABASE.texts(
                "SELECT deed FROM audit WHERE subject = 'person' AND deed LIKE 'passkey%' AND subject_id = "
                        + person.id() + " ORDER BY id");
    }
}
