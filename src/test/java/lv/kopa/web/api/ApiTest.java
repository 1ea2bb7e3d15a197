package lv.kopa.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.database.TestDatabase;
import lv.kopa.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ApiTest {
    private static final String LIST = "/api/v1/api-trials";
    private static Site site;

    @BeforeAll
    static void start() {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.put("kopa.public-url", "https://kopa.example.org/");
        site = Site.start("api", settings);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void aListIsToldInPartsUntilItsEnd() {
        String first = site.get(LIST).body();
        assertThat(first).startsWith("{\"items\":[1,2,").contains(",50],\"next\":\"");
        String second = site.get(LIST + "?cursor=" + next(first)).body();
        assertThat(second).startsWith("{\"items\":[51,").contains(",100],\"next\":\"");
        String last = site.get(LIST + "?cursor=" + next(second)).body();
        assertThat(last).startsWith("{\"items\":[101,").endsWith(",120]}");
    }

    @Test
    void aPartIsAsLongAsAskedForButNotEndless() {
        assertThat(site.get(LIST + "?limit=2").body()).startsWith("{\"items\":[1,2],\"next\"");
        assertThat(site.get(LIST + "?limit=120").body()).endsWith(",120]}");
        assertThat(site.get(LIST + "?limit=100000").body()).endsWith(",120]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=x",
                "limit=99999999999",
                "limit=",
                "cursor=x",
                "cursor=%00",
                "cursor=YWZ0ZXI6eA",
                "cursor="
            })
    void aCursorThatIsNotOursIsRefused(String query) {
        HttpResponse<String> refused = site.get(LIST + "?" + query);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"field\":\"" + query.substring(0, query.indexOf('=')) + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "- | 428",
                "* | 428",
                "\"7\" | 200",
                "W/\"7\" | 200",
                "7 | 412",
                "\"x\" | 412",
                "\"99999999999\" | 412"
            })
    void aChangeSaysWhatItHasSeen(String ifMatch, int status) {
        var request = site.at(LIST + "/thing").method("PATCH", BodyPublishers.noBody());
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        HttpResponse<String> answer = site.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(new Version(7).etag()).isEqualTo("\"7\"");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theApiDescribesItself() {
        HttpResponse<String> answer = site.get("/api/openapi.yml");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/yaml");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        Map<String, Object> api = new Yaml().load(answer.body());
        assertThat(answer.body()).contains("url: https://kopa.example.org\n").doesNotContain("kopa.invalid");
        assertThat((Map<String, Object>) api.get("components")).containsKey("securitySchemes");
        assertThat((Map<String, Object>) api.get("paths"))
                .containsKeys("/api/v1/events", "/api/v1/events/{slug}", "/api/v1/organisations")
                .doesNotContainKeys("/", "/assets/{name}", "/organiser/sign-in", "/api/v1/api-trials");
    }

    private static String next(String page) {
        Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(page);
        assertThat(next.find()).isTrue();
        return next.group(1);
    }
}
