package lv.kopa.web.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import lv.kopa.database.TestDatabase;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.start("assets", TestDatabase.fresh().settings());
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void anAddressWithTheRightVersionIsKeptForAYear() {
        HttpResponse<String> css = site.get(Assets.address("app.css"));
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(header(css, "Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(header(css, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(site.get("/assets/app.css?v=0000"), "Cache-Control")).isEqualTo("public, max-age=86400");
        assertThat(header(site.get("/assets/app.css"), "Cache-Control")).isEqualTo("public, max-age=86400");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        String tag = header(site.get("/assets/app.js"), "ETag");
        HttpResponse<String> again = site.get("/assets/app.js", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(site.get("/assets/app.js", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void headTellsTheSameWithoutTheContent() {
        HttpResponse<String> head = site.send(site.at("/assets/app.css").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(header(site.get("/assets/app.css"), "ETag"));
    }

    @Test
    void textTravelsCompressed() {
        HttpResponse<String> css = site.get("/assets/app.css", "Accept-Encoding", "gzip");
        assertThat(header(css, "Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void everyPageNamesTheVersionThatIsServed() {
        var page = Jsoup.parse(site.get("/nothing").body());
        assertThat(page.select("link[rel=stylesheet]").attr("href")).isEqualTo(Assets.address("app.css"));
        page.select("link[href], script[src]")
                .forEach(link -> assertThat(
                                site.get(link.attr("href") + link.attr("src")).statusCode())
                        .isEqualTo(200));
    }

    @Test
    void theAddressesThatBrowsersGuessExist() {
        assertThat(header(site.get("/favicon.ico"), "Content-Type")).isEqualTo("image/x-icon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing.css",
                "..%2fapplication.yml",
                "%2e%2e/application.yml",
                ".",
                "app",
                "app.css%00",
                "APP.CSS",
                "a%5cb.css"
            })
    void nothingElseIsServed(String name) {
        assertThat(site.get("/assets/" + name).statusCode()).isEqualTo(404);
    }

    @Test
    void aPageCannotNameAFileThatIsNotThere() {
        assertThatThrownBy(() -> Assets.address("nothing.css")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
