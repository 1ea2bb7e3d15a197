package lv.kopa.organisation.passkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import lv.kopa.Browser;
import lv.kopa.database.TestDatabase;
import lv.kopa.organisation.Teams;
import lv.kopa.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody adds a passkey in a real browser, signs in with it, and removes it. */
@Tag("database")
class PasskeyJourneyTest {
    private static final String ACCOUNT = "/organiser/account";
    private static final String SIGN_IN = "/organiser/sign-in";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = start();

    /** A browser insists that the address it sees is the one that passkeys are for, with its port. */
    private static Site start() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.limits", "off");
        settings.put("micronaut.server.port", freePort());
        Site site = Site.start("passkey-journey", settings);
        Teams.settle(site);
        return site;
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @Test
    void aPasskeyIsAddedSignsInAndIsRemoved() {
        try (Browser browser = Browser.open()) {
            Page page = browser.window(360, true, "en").newPage();
            giveAuthenticator(page, true);
            signIn(page);
            add(page);
            renameTo(page, "Telephone of Ilze");

            page.context().clearCookies();
            go(page, SIGN_IN + "?to=%2Forganiser%2Fevents");
            Browser.isSoundOnThePhone(page);
            page.click("form[data-passkey] button");
            page.waitForURL("**/organiser/events");

            go(page, ACCOUNT);
            assertThat(page.locator("section:has(#passkeys) .meta")).containsText("last used");
            Browser.isSoundOnThePhone(page);
            remove(page);

            page.context().clearCookies();
            go(page, SIGN_IN);
            page.click("form[data-passkey] button");
            assertThat(page.locator("#errors")).containsText("The passkey did not sign you in");
            Browser.isSoundOnThePhone(page);
            page.fill("#email", Teams.ILZE);
            page.fill("#password", Teams.PASSWORD);
            page.click("main form button");
            page.waitForURL("**/organiser");
        }
    }

    @Test
    void whoeverBreaksOffIsToldAndMayTryAgain() {
        try (Browser browser = Browser.open()) {
            Page page = browser.window(1280, true, "en").newPage();
            giveAuthenticator(page, false);
            go(page, SIGN_IN);
            assertThat(page.locator("[data-trouble]")).isHidden();

            page.click("form[data-passkey] button");

            assertThat(page.locator("[data-trouble]")).isVisible();
            Browser.isSound(page);
            page.click("form[data-passkey] button");
            assertThat(page.locator("[data-trouble]")).isVisible();
        }
    }

    @Test
    void whoHasOneInThisDeviceIsTold() {
        try (Browser browser = Browser.open()) {
            Page page = browser.window(360, true, "en").newPage();
            giveAuthenticator(page, true);
            signIn(page);
            create(page);
            page.waitForURL("**" + ACCOUNT);

            create(page);

            assertThat(page.locator("[data-trouble=InvalidStateError]")).isVisible();
            assertThat(page.locator("[data-trouble='']")).isHidden();
            DATABASE.execute("DELETE FROM passkey");
        }
    }

    @Test
    void aBrowserWithoutJavaScriptIsAskedForThePasswordAlone() {
        try (Browser browser = Browser.open()) {
            Page page = browser.window(360, false, "en").newPage();
            signIn(page);
            assertThat(page).hasURL(SITE.address("/organiser"));
            go(page, ACCOUNT + "/passkeys");
            page.fill("#name", "Telephone");
            page.fill("#present", Teams.PASSWORD);
            page.click("main form button");

            assertThat(page.locator("#no-passkeys")).isVisible();
            assertThat(page.locator("form[data-passkey]")).isHidden();
        }
    }

    @Test
    void noPasskeyIsOfferedAtAnAddressThatItIsNotFor() {
        try (Browser browser = Browser.open()) {
            Page page = browser.window(360, true, "en").newPage();
            go(page, SIGN_IN);
            assertThat(page.locator("form[data-passkey]")).isVisible();

            page.navigate(SITE.address(SIGN_IN).replace("localhost", "127.0.0.1"));

            assertThat(page.locator("form[data-passkey]")).isHidden();
            assertThat(page.locator("#password")).isVisible();
        }
    }

    private static void add(Page page) {
        go(page, ACCOUNT);
        Browser.isSoundOnThePhone(page);
        page.click("a[href$='/passkeys']");
        Browser.isSoundOnThePhone(page);
        page.fill("#name", "Telephone");
        page.fill("#present", "nonsense");
        page.click("main form button");
        Browser.isSoundOnThePhone(page);
        assertThat(page.locator("#name")).hasValue("Telephone");
        page.fill("#present", Teams.PASSWORD);
        page.click("main form button");
        assertThat(page.locator("#no-passkeys")).hasCount(0);
        Browser.isSoundOnThePhone(page);
        page.click("form[data-passkey] button");
        page.waitForURL("**" + ACCOUNT);
        assertThat(page.locator("#done")).containsText("The passkey is added.");
        assertThat(page.locator("section:has(#passkeys) .meta")).containsText("not used yet");
    }

    private static void create(Page page) {
        go(page, ACCOUNT + "/passkeys");
        page.fill("#name", "Telephone");
        page.fill("#present", Teams.PASSWORD);
        page.click("main form button");
        page.click("form[data-passkey] button");
    }

    private static void renameTo(Page page, String name) {
        page.click("section:has(#passkeys) li a");
        Browser.isSoundOnThePhone(page);
        page.fill("#name", name);
        page.click("main form button");
        assertThat(page.locator("section:has(#passkeys) li b")).hasText(name);
    }

    private static void remove(Page page) {
        page.click("section:has(#passkeys) li a");
        page.fill("#present", Teams.PASSWORD);
        page.click("form[action$=removal] button");
        assertThat(page.locator("#done")).containsText("The passkey is removed.");
        assertThat(page.locator("section:has(#passkeys) li")).hasCount(0);
    }

    /** A device with a reader of fingerprints, which a finger lies on or not. */
    private static void giveAuthenticator(Page page, boolean finger) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", finger);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", asked);
    }

    private static void signIn(Page page) {
        go(page, SIGN_IN);
        page.fill("#email", Teams.ILZE);
        page.fill("#password", Teams.PASSWORD);
        page.click("main form button");
    }

    private static void go(Page page, String path) {
        page.navigate(SITE.address(path));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
