package lv.kopa.event.helping;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.Browser;
import lv.kopa.attendance.Visit;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.organisation.Letters;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An owner asks a volunteer to run the door of one event, who does so on a telephone and sees nothing else. */
@Tag("database")
class HelperJourneyTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = start();
    private static final String PASSWORD = "a quiet evening in Hamar";

    private static Site start() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.limits", "off");
        return Site.start("helper-journey", settings);
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @Test
    void aVolunteerRunsTheDoorOfOneEventAndSeesNothingElse() {
        SITE.bean(MovableClock.class).set(Instant.parse("2023-06-13T08:00:00Z"));
        Visit visit = Visit.in(SITE);
        visit.ask("POST", "/api/v1/events", Plans.training("intelekta-parks", "grants", ""))
                .is(201);
        try (Browser browser = Browser.open()) {
            Page ilze = browser.window(1280, true, "en").newPage();
            come(ilze, visit.desk().organiser());
            go(ilze, "/organiser/events/hamar");
            ilze.click("a[href$='/helpers']");
            ilze.fill("#email", "liga@example.org");
            picture(ilze, "helpers-empty");
            ilze.click("form[action$=helpers] button");
            Browser.isSound(ilze);

            Page liga = browser.window(360, true, "en").newPage();
            go(liga, Letters.path(SITE, DATABASE, "helper-invitation", "liga@example.org"));
            assertThat(liga.locator("h1").textContent()).isEqualTo("Help with an event: Study visit to Hamar");
            Browser.isSoundOnThePhone(liga);
            picture(liga, "join");
            liga.fill("#name", "Līga");
            liga.fill("#password", PASSWORD);
            liga.click("main form button");
            seesOneEvent(liga);
            runsTheDoor(liga);
            assertThat(liga.navigate(SITE.address("/organiser/events/grants")).status())
                    .isEqualTo(404);
            assertThat(liga.navigate(SITE.address("/organiser/events/hamar/edit"))
                            .status())
                    .isEqualTo(403);
            picture(liga, "refused");
            isTakenAway(ilze, liga);
        }
    }

    private static void seesOneEvent(Page liga) {
        liga.context().clearCookies();
        go(liga, "/organiser/sign-in");
        liga.fill("#email", "liga@example.org");
        liga.fill("#password", PASSWORD);
        liga.click("main form button");
        assertThat(liga.url()).endsWith("/organiser");
        Browser.isSoundOnThePhone(liga);
        picture(liga, "today");
        go(liga, "/organiser/events");
        assertThat(liga.locator("tbody th").count()).isEqualTo(1);
        assertThat(liga.locator("tbody th").textContent()).contains("Study visit to Hamar");
        assertThat(liga.locator("a[href='/organiser/events/begin'], a[href='/organiser/outbox']")
                        .count())
                .isZero();
        Browser.isSoundOnThePhone(liga);
    }

    private static void runsTheDoor(Page liga) {
        liga.click("tbody th a");
        Browser.isSoundOnThePhone(liga);
        picture(liga, "event");
        liga.click("a[href$='/check-in']");
        liga.locator(".door > li", new Page.LocatorOptions().setHasText("Inga"))
                .locator("button")
                .click();
        liga.locator(".notice.good").waitFor();
        assertThat(DATABASE.number("SELECT COUNT(*) FROM attendance WHERE withdrawn_at IS NULL"))
                .isEqualTo(1);
    }

    private static void isTakenAway(Page ilze, Page liga) {
        go(ilze, "/organiser/organisations/intelekta-parks/team");
        Browser.isSound(ilze);
        picture(ilze, "team");
        ilze.click("#helpers ~ ul a");
        Browser.isSound(ilze);
        picture(ilze, "helpers");
        ilze.click("form[action$=removal] button");
        liga.navigate(SITE.address("/organiser/events/hamar/check-in"));
        assertThat(liga.url()).contains("/organiser/sign-in");
    }

    private static void come(Page page, Organiser organiser) {
        String secret = SITE.bean(SignIns.class).begin(organiser.personId()).secret();
        page.context().addCookies(List.of(new Cookie("kopa-sign-in", secret).setUrl(SITE.address("/"))));
    }

    private static void picture(Page page, String name) {
        String folder = System.getenv("KOPA_LOOK");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }

    private static void go(Page page, String path) {
        page.navigate(SITE.address(path));
    }
}
