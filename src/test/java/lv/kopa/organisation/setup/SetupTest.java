package lv.kopa.organisation.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lv.kopa.database.TestDatabase;
import lv.kopa.organisation.Accent;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import lv.kopa.web.Token;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SetupTest {
    private static final Map<String, String> TYPED = Map.of(
            "organisation", "Intelekta parks",
            "slug", "intelekta-parks",
            "contact", "info@example.org",
            "zone", "Europe/Riga",
            "accent", "pine",
            "name", "Ilze",
            "email", "ilze@example.org",
            "password", "a pleasant evening in Latgale");

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void theFirstOwnerSetsKopaUpAndIsSignedIn() {
        try (Site site = start()) {
            Browser browser = new Browser(site);
            String address = invitation(site);

            isFitForEverybody(site, address);
            assertThat(Browser.onwards(browser.submit(browser.page(address), address, TYPED)))
                    .isEqualTo("/organiser");

            assertThat(browser.page("/organiser/organisations").text()).contains("Intelekta parks", "Owner");
            Organisation organisation = site.bean(Organisations.class).get("intelekta-parks");
            assertThat(organisation.accent()).isEqualTo(Accent.PINE);
            assertThat(organisation.email()).isEqualTo("info@example.org");
        }
    }

    private static void isFitForEverybody(Site site, String address) {
        try (lv.kopa.Browser chromium = lv.kopa.Browser.open();
                BrowserContext window = chromium.window(360, true, "en")) {
            Page page = window.newPage();
            page.navigate(site.address(address));
            lv.kopa.Browser.isSound(page);
            page.locator("main form button.button").click();
            page.locator("#errors:focus").waitFor();
            lv.kopa.Browser.isSound(page);
        }
    }

    @Test
    void itsAddressWorksOnce() throws SQLException {
        try (Site site = start()) {
            Browser browser = new Browser(site);
            String address = invitation(site);
            String other = invitation(site);
            Document page = browser.page(address);
            browser.submit(page, address, TYPED);

            assertThat(browser.get(address).statusCode()).isEqualTo(404);
            assertThat(browser.submit(page, address, TYPED).statusCode()).isEqualTo(404);
            assertThat(browser.get(other).statusCode()).isEqualTo(404);
            assertThat(site.bean(Installation.class).invite()).isEmpty();
            assertThat(count("person")).isEqualTo(1);
        }
    }

    @Test
    void ofManyWhoSendItAtOnceOneBecomesTheOwner() throws SQLException {
        try (Site site = start()) {
            List<String> addresses = List.of(invitation(site), invitation(site));
            CyclicBarrier together = new CyclicBarrier(6);
            List<CompletableFuture<Integer>> sent = Stream.iterate(0, i -> i + 1)
                    .limit(6)
                    .map(i -> {
                        Browser browser = new Browser(site);
                        String address = addresses.get(i % 2);
                        Document page = browser.page(address);
                        Map<String, String> typed = new HashMap<>(TYPED);
                        typed.put("slug", "association-" + i);
                        typed.put("email", "owner" + i + "@example.org");
                        return atOnce(
                                together,
                                () -> browser.submit(page, address, typed).statusCode());
                    })
                    .toList();

            assertThat(sent.stream().map(CompletableFuture::join))
                    .containsExactlyInAnyOrder(303, 404, 404, 404, 404, 404);
            assertThat(count("person")).isEqualTo(1);
            assertThat(count("organisation")).isEqualTo(1);
        }
    }

    @Test
    void whatIsWrongIsSaidAndTheAddressStillWorks() {
        try (Site site = start()) {
            Browser browser = new Browser(site);
            String address = invitation(site);
            Map<String, String> typed = new HashMap<>(TYPED);
            typed.put("slug", "Intelekta Parks");
            typed.put("password", "short");

            HttpResponse<String> response = browser.submit(browser.page(address), address, typed);

            assertThat(response.statusCode()).isEqualTo(422);
            Document page = Jsoup.parse(response.body());
            assertThat(page.select("#slug-error").text()).startsWith("Use small letters");
            assertThat(page.select("#password-error").text()).startsWith("The password is too short");
            assertThat(page.select("#organisation").val()).isEqualTo("Intelekta parks");
            assertThat(page.select("#password").val()).isEmpty();
            assertThat(browser.submit(page, address, TYPED).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void anAddressThatWasNotUsedForAWeekIsTooOld() {
        try (Site site = start()) {
            String address = invitation(site);
            site.bean(MovableClock.class).advance(Duration.ofDays(7));

            assertThat(site.get(address).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aGuessedAddressIsNotThere() {
        try (Site site = start()) {
            assertThat(site.get("/setup/" + Token.random().secret()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoDoesNotWatchTheFirstStartNamesTheOwnerInTheSettings() {
        Map<String, Object> settings = unattended();
        try (Site site = Site.start("setup", settings)) {
            assertThat(signsIn(site, "owner@example.org", "a password of theirs"))
                    .isTrue();
            assertThat(site.bean(Organisations.class).get("biedriba-riits").name())
                    .isEqualTo("Biedrība Rīīts");
            assertThat(site.bean(Installation.class).invite()).isEmpty();
        }
    }

    @Test
    void laterStartsLeaveTheOwnerAsTheyAre() {
        Map<String, Object> settings = unattended();
        Site.start("setup", settings).close();
        settings.put("kopa.owner.password", "another password");

        try (Site site = Site.start("setup", settings)) {
            assertThat(signsIn(site, "owner@example.org", "another password")).isFalse();
            assertThat(signsIn(site, "owner@example.org", "a password of theirs"))
                    .isTrue();
        }
    }

    @Test
    void ofTwoServersThatStartAtOnceOneSetsUp() throws SQLException {
        Site.start("setup", database.settings()).close();
        CyclicBarrier together = new CyclicBarrier(2);
        Supplier<Site> server = () -> Site.start("setup", unattended());
        CompletableFuture<Site> one = atOnce(together, server);
        CompletableFuture<Site> other = atOnce(together, server);

        try (Site site = one.join();
                Site second = other.join()) {
            assertThat(count("person")).isEqualTo(1);
            assertThat(count("organisation")).isEqualTo(1);
            assertThat(count("api_token")).isEqualTo(1);
            assertThat(signsIn(site, "owner@example.org", "a password of theirs"))
                    .isTrue();
            assertThat(signsIn(second, "owner@example.org", "a password of theirs"))
                    .isTrue();
        }
    }

    private Site start() {
        return Site.start("setup", database.settings());
    }

    private Map<String, Object> unattended() {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.owner.email", "Owner@example.org");
        settings.put("kopa.owner.password", "a password of theirs");
        settings.put("kopa.owner.token", "Secret-TOKEN_1");
        settings.put("kopa.organisation", "Biedrība Rīīts");
        return settings;
    }

    private static String invitation(Site site) {
        return "/setup/" + site.bean(Installation.class).invite().orElseThrow().secret();
    }

    private static boolean signsIn(Site site, String email, String password) {
        Browser browser = new Browser(site);
        Map<String, String> typed = Map.of("email", email, "password", password);
        return browser.submit(browser.page("/organiser/sign-in"), "/organiser/sign-in", typed)
                        .statusCode()
                == 303;
    }

    private static <T> CompletableFuture<T> atOnce(CyclicBarrier together, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        together.await();
                        result.complete(work.get());
                    } catch (Exception failed) {
                        result.completeExceptionally(failed);
                    }
                })
                .start();
        return result;
    }

    private int count(String table) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
