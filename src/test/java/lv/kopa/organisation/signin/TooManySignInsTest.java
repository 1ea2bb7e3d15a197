package lv.kopa.organisation.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.organisation.Teams;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class TooManySignInsTest {
    @Test
    void whoGuessesPasswordsMustWaitEvenForTheRightOne() {
        try (Site site = Site.start("too-many", TestDatabase.fresh().settings())) {
            Teams.settle(site);
            Browser browser = new Browser(site);
            Document page = browser.page("/organiser/sign-in");
            for (int i = 0; i < 10; i++) {
                assertThat(guess(browser, page, "guess " + i).statusCode()).isEqualTo(422);
            }

            HttpResponse<String> response = guess(browser, page, Teams.PASSWORD);

            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static HttpResponse<String> guess(Browser browser, Document page, String password) {
        return browser.submit(page, "/organiser/sign-in", Map.of("email", Teams.ILZE, "password", password));
    }
}
