package lv.kopa.registration.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
final class TooManyLinksTest {
    @Test
    void anAddressIsPesteredThreeTimesAnHourAtMostWhetherItIsKnownOrNot() {
        try (Site site = Site.start("too-many-links", TestDatabase.fresh().settings())) {
            Browser browser = new Browser(site);
            Document page = browser.page("/registrations/link");
            for (int i = 0; i < 3; i++) {
                assertThat(ask(browser, page, "anna@example.org").statusCode()).isEqualTo(200);
            }

            HttpResponse<String> tooMany = ask(browser, page, "ANNA@example.org");
            assertThat(tooMany.statusCode()).isEqualTo(429);
            assertThat(Jsoup.parse(tooMany.body()).select("#email").val()).isEqualTo("ANNA@example.org");
            assertThat(ask(browser, page, "janis@example.org").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> ask(Browser browser, Document page, String address) {
        return browser.submit(page, "/registrations/link", Map.of("email", address));
    }
}
