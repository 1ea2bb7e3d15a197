package lv.kopa.organisation.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import lv.kopa.Browser;
import lv.kopa.database.TestDatabase;
import lv.kopa.organisation.Letters;
import lv.kopa.organisation.Teams;
import lv.kopa.web.Site;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An owner invites a colleague, who comes in, turns the second step on, and signs in with it. */
@Tag("database")
class TeamJourneyTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = start();

    private static Site start() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.limits", "off");
        return Site.start("team-journey", settings);
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @Test
    void aColleagueIsInvitedComesInAndTurnsTheSecondStepOn() {
        Teams.settle(SITE);
        try (Browser browser = Browser.open()) {
            Page ilze = browser.window(1280, true, "en").newPage();
            signIn(ilze, Teams.ILZE);
            go(ilze, "/organiser/organisations/intelekta-parks/team");
            ilze.fill("#email", "liga@example.org");
            ilze.selectOption("#role", "AUDITOR");
            ilze.click("form[action$=invitations] button");
            Browser.isSound(ilze);

            Page liga = browser.window(360, true, "en").newPage();
            go(liga, Letters.path(SITE, DATABASE, "team-invitation", "liga@example.org"));
            Browser.isSoundOnThePhone(liga);
            liga.fill("#name", "Līga");
            liga.fill("#password", Teams.PASSWORD);
            liga.click("main form button");
            assertThat(liga.locator("#looks-only").isVisible()).isTrue();
            Browser.isSoundOnThePhone(liga);
            turnOn(liga);
            lookAtTheWayBack(liga);
        }
    }

    private static void turnOn(Page liga) {
        go(liga, "/organiser/account");
        Browser.isSoundOnThePhone(liga);
        go(liga, "/organiser/account/second-factor");
        Browser.isSoundOnThePhone(liga);
        liga.fill("#present", Teams.PASSWORD);
        liga.click("main form button");
        Browser.isSoundOnThePhone(liga);
        String secret = liga.locator(".secret").textContent().replaceAll("\\s", "");
        liga.fill("#code", code(secret));
        liga.click("main form button");
        assertThat(liga.locator("pre").textContent().strip().split("\\s+")).hasSize(10);
        Browser.isSoundOnThePhone(liga);
        String paper = liga.locator("pre").textContent().strip().split("\\s+")[0];

        liga.context().clearCookies();
        signIn(liga, "liga@example.org");
        Browser.isSoundOnThePhone(liga);
        liga.fill("#code", paper);
        liga.click("main form button");
        assertThat(liga.url()).endsWith("/organiser");
        go(liga, "/organiser/account/second-factor");
        Browser.isSoundOnThePhone(liga);
    }

    private static void lookAtTheWayBack(Page liga) {
        liga.context().clearCookies();
        go(liga, "/organiser/password");
        Browser.isSoundOnThePhone(liga);
        liga.fill("#email", "liga@example.org");
        liga.click("main form button");
        Browser.isSoundOnThePhone(liga);
        go(liga, Letters.path(SITE, DATABASE, "password-reset", "liga@example.org"));
        Browser.isSoundOnThePhone(liga);
    }

    private static void signIn(Page page, String email) {
        go(page, "/organiser/sign-in");
        page.fill("#email", email);
        page.fill("#password", Teams.PASSWORD);
        page.click("main form button");
    }

    private static void go(Page page, String path) {
        page.navigate(SITE.address(path));
    }

    private static String code(String secret) {
        try {
            TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm()),
                    SITE.bean(Clock.class).instant());
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
