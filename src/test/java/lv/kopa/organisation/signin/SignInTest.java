package lv.kopa.organisation.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.organisation.Teams;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
class SignInTest {
    private static final String SIGN_IN = "/organiser/sign-in";
    private static final String INSIDE = "/organiser/organisations";
    private static final String COOKIE = "kopa-sign-in";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = start();
    private static final Teams TEAMS = Teams.settle(SITE);
    private final Browser browser = new Browser(SITE);

    private static Site start() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.public-url", "https://kopa.example");
        settings.put("kopa.limits", "off");
        return Site.start("sign-in", settings);
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
    void theRightPasswordOpensTheWorkspace() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);

        assertThat(ilze.page(INSIDE).text()).contains("Intelekta parks").doesNotContain("OMSOZAMS");
    }

    @Test
    void theAddressMayBeTypedInCapitals() {
        assertThat(signIn("  ILZE@Example.org ", Teams.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void theCookieIsForOurServerAloneAndOnlyByHttps() {
        HttpResponse<String> response = signIn(Teams.ILZE, Teams.PASSWORD);

        assertThat(response.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(COOKIE))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("Secure")
                .containsIgnoringCase("SameSite=Lax")
                .containsIgnoringCase("Path=/");
    }

    @Test
    void theDatabaseKnowsNoTokenThatWouldOpenAnything() throws Exception {
        String token = TEAMS.signedIn(Teams.ILZE).cookies().get(COOKIE);

        try (var connection = DATABASE.connect();
                var statement = connection.prepareStatement("SELECT COUNT(*) FROM sign_in WHERE token_hash = ?")) {
            statement.setString(1, token);
            var counted = statement.executeQuery();
            counted.next();
            assertThat(counted.getInt(1)).isZero();
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        HttpResponse<String> wrong = signIn(Teams.ILZE, "something else entirely");
        HttpResponse<String> unknown = signIn("nobody@example.org", Teams.PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body()).select("#errors").text())
                .isEqualTo("E-mail and password do not match Check both and try again.")
                .isEqualTo(Jsoup.parse(unknown.body()).select("#errors").text());
        assertThat(browser.cookies()).doesNotContainKey(COOKIE);
    }

    @Test
    void anUnknownAddressTakesAsLongAsAWrongPassword() {
        SignIns signIns = SITE.bean(SignIns.class);
        Map<String, Long> fastest = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            for (String email : List.of(Teams.ILZE, "nobody@example.org", "nobody")) {
                long start = System.nanoTime();
                assertThat(signIns.signIn(email, "something else entirely", "")).isEmpty();
                fastest.merge(email, System.nanoTime() - start, Long::min);
            }
        }

        double wrong = fastest.getOrDefault(Teams.ILZE, 0L);
        assertThat(fastest.values()).allSatisfy(time -> assertThat(time / wrong).isBetween(0.5, 2.0));
    }

    @Test
    void whatWasTypedIsKeptButForThePassword() {
        var page = Jsoup.parse(signIn(Teams.ILZE, "wrong password").body());

        assertThat(page.select("#email").val()).isEqualTo(Teams.ILZE);
        assertThat(page.select("#password").val()).isEmpty();
        assertThat(page.html()).doesNotContain("wrong password");
    }

    @Test
    void aStrangerIsLedThroughSignInToThePageTheyWanted() {
        String door = Browser.onwards(browser.get("/organiser/projects?from=mail&x=1"));
        assertThat(door).isEqualTo(SIGN_IN + "?to=%2Forganiser%2Fprojects%3Ffrom%3Dmail%26x%3D1");

        HttpResponse<String> response =
                browser.submit(browser.page(door), SIGN_IN, Map.of("email", Teams.ILZE, "password", Teams.PASSWORD));
        assertThat(Browser.onwards(response)).isEqualTo("/organiser/projects?from=mail&x=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/%09/evil.example\t//x",
                "\\\\evil.example",
                "javascript:alert(1)",
                "organiser",
                "/organiser/sign-in?to=/organiser/sign-in",
                "/ä ö"
            })
    void nobodyIsSentToAnotherSite(String to) {
        HttpResponse<String> response = browser.submit(
                browser.page(SIGN_IN), SIGN_IN, Map.of("email", Teams.ILZE, "password", Teams.PASSWORD, "to", to));

        assertThat(Browser.onwards(response)).isEqualTo("/organiser");
    }

    @Test
    void whoIsSignedInDoesNotSignInAgain() {
        assertThat(Browser.onwards(TEAMS.signedIn(Teams.ILZE).get(SIGN_IN + "?to=/organiser/projects")))
                .isEqualTo("/organiser/projects");
    }

    @Test
    void aSignInEndsAfterFourteenDays() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        MovableClock clock = SITE.bean(MovableClock.class);

        clock.advance(Duration.ofDays(14).minusMinutes(1));
        assertThat(ilze.get(INSIDE).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(1));
        assertThat(Browser.onwards(ilze.get(INSIDE))).startsWith(SIGN_IN);
    }

    @Test
    void whoSignsOutIsOutEvenWithTheOldCookie() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        String token = ilze.cookies().get(COOKIE);

        assertThat(Browser.onwards(ilze.submit(ilze.page(INSIDE), "/organiser/sign-out", Map.of())))
                .isEqualTo("/");
        assertThat(ilze.cookies()).doesNotContainKey(COOKIE);

        ilze.cookies().put(COOKIE, token);
        assertThat(Browser.onwards(ilze.get(INSIDE))).startsWith(SIGN_IN);
    }

    @Test
    void aFormThatIsNotOursSignsNobodyOut() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        ilze.page(INSIDE);

        assertThat(ilze.post("/organiser/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(ilze.post("/organiser/sign-out", Map.of("_csrf", "aaaaaaaa")).statusCode())
                .isEqualTo(403);
        assertThat(ilze.get(INSIDE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout", "/oauth/access_token"})
    void thereAreNoOtherDoors(String path) {
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressThatIsNotThereIsNotThereForStrangersEither() {
        assertThat(browser.get("/nothing-here").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> signIn(String email, String password) {
        return browser.submit(browser.page(SIGN_IN), SIGN_IN, Map.of("email", email, "password", password));
    }
}
