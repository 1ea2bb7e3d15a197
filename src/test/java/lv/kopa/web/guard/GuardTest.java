package lv.kopa.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private static Site site;

    @BeforeAll
    static void start() {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.put("kopa.public-url", "https://kopa.example.org");
        settings.put("kopa.trusted-proxies", "127.0.0.1,::1,10.0.0.0/8");
        site = Site.start("guard", settings);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/trial",
                "/nothing",
                "/api/v1/nothing",
                "/assets/app.css",
                "/r/secret",
                "/health/liveness",
                "/trial.ics"
            })
    void everyAnswerTellsBrowsersWhatOurPagesNeverDo(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/r/secret", "/my/secret", "/setup/secret"})
    void anAddressThatIsASecretIsKeptOne(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void theWorkspaceIsKeptByNobody() {
        HttpResponse<String> answer = site.get("/organiser/trial");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void pagesDependOnTheirReader() {
        assertThat(header(site.get("/trial"), "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(site.get("/trial.ics"), "Cache-Control")).isEqualTo("public, max-age=900");
    }

    @Test
    void otherSitesMayReadWhatIsPublicAndNothingElse() {
        String[] origin = {"Origin", "https://other.example"};
        assertThat(header(site.get("/trial.ics", origin), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(header(site.get("/api/v1/nothing", origin), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(header(site.get("/trial", origin), "Access-Control-Allow-Origin"))
                .isEmpty();
        HttpResponse<String> posted = site.postJson("/api/v1/echo", "{}", origin);
        assertThat(header(posted, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(header(posted, "Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void aMegabyteIsEnough() {
        assertThat(site.postJson("/api/v1/echo", json(1_000_000)).statusCode()).isEqualTo(200);
        assertThat(site.postJson("/api/v1/echo", json(1_100_000)).statusCode()).isEqualTo(413);
        assertThat(site.postJson("/api/v1/echo", json(10_000_000)).statusCode()).isEqualTo(413);
        var chunked = site.at("/api/v1/echo")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(json(1_100_000).getBytes(StandardCharsets.UTF_8))));
        assertThat(site.send(chunked).statusCode()).isEqualTo(413);
    }

    @Test
    void noTextContainsNul() {
        HttpResponse<String> refused = site.postJson("/api/v1/echo", "{\"a\": \"x\\u0000\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("NUL");
        assertThat(site.postJson("/api/v1/echo", "{\"a\": \"x\\\\\\u0000\"}").statusCode())
                .isEqualTo(422);
        assertThat(site.postJson("/api/v1/echo", "{\"a\": \"C:\\\\u0000\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void headIsGetWithoutTheBody() {
        HttpResponse<String> head = site.send(site.at("/trial").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(site.send(site.at("/nothing").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aNetworkThatAsksTooOftenIsToldWhenToComeBack() {
        for (int i = 0; i < 3; i++) {
            assertThat(site.get("/api/v1/limited", "X-Forwarded-For", "203.0.113.7")
                            .statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> refused = site.get("/api/v1/limited", "X-Forwarded-For", "203.0.113.7");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1190, 1200);
        assertThat(refused.body()).contains("Try again in 20 minutes.");
        assertThat(site.get("/api/v1/limited", "X-Forwarded-For", "203.0.113.8").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNetworkIsKnownByWhatOurProxiesSay() {
        assertThat(network("198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(network("198.51.100.2, 10.1.2.3")).isEqualTo("198.51.100.2");
        assertThat(network("203.0.113.99, 198.51.100.3, 10.1.2.3, 10.1.2.4")).isEqualTo("198.51.100.3");
        assertThat(network("2001:db8:1:2:3:4:5:6")).isEqualTo("20010db800010002");
        assertThat(network("not an address, 10.9.9.9")).isEqualTo("10.9.9.9");
    }

    private static String network(String forwardedFor) {
        return site.get("/api/v1/limited", "X-Forwarded-For", forwardedFor).body();
    }

    private static String json(int length) {
        return "{\"a\": \"" + "x".repeat(length) + "\"}";
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
