package lv.kopa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutageTest {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedMariaDb database;
    private final EmbeddedServer kopa;

    OutageTest(@TempDir Path folder) throws IOException {
        database = Servers.startIn(folder);
        kopa = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "datasources.default.url", database.url("kopa"),
                        "datasources.default.username", database.username(),
                        "datasources.default.password", database.password(),
                        "micronaut.server.port", "-1"));
    }

    @BeforeEach
    void prepare() throws Exception {
        new TestDatabase(database.url("kopa"), database.username(), database.password()).execute(Sight.TABLE);
        assertThat(get("/probe").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void close() throws IOException {
        Servers.signal("CONT", database.pid());
        kopa.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe", "/probe/without-transaction"})
    void whileTheServerIsFrozenPagesSayWhenToComeBackAndThenAllIsWell(String path) throws Exception {
        Servers.signal("STOP", database.pid());
        Instant asked = Instant.now();
        HttpResponse<String> page = get(path);
        HttpResponse<String> problem = get("/api/v1/probe");

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("5");
        assertThat(page.body()).contains("<h1>Back in a moment</h1>");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.body()).contains("\"status\":503");
        assertThat(get("/health/readiness").statusCode()).isEqualTo(503);
        assertThat(get("/health/liveness").statusCode()).isEqualTo(200);

        Servers.signal("CONT", database.pid());
        await().atMost(Duration.ofSeconds(10)).until(() -> get(path).statusCode() == 200);
        assertThat(get("/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void manyWhoAskAServerThatIsFrozenAreAnsweredTogether() throws Exception {
        await().pollDelay(Duration.ofMillis(1_100))
                .until(() -> true); // what was read for the test before is good for a second
        Servers.signal("STOP", database.pid());
        Instant asked = Instant.now();
        List<CompletableFuture<Integer>> pages = IntStream.range(0, 20)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> status("/events/nothing"), THREADS))
                .toList();

        assertThat(pages).allSatisfy(page -> assertThat(page.join()).isEqualTo(503));
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(25));
        assertThat(get("/health/liveness").statusCode()).isEqualTo(200);

        Servers.signal("CONT", database.pid());
        await().atMost(Duration.ofSeconds(20)).until(() -> status("/events/nothing") == 404);
    }

    @Test
    void aServerThatWasKilledIsStartedAgainWhileItsQuestionsAreRefused() throws Exception {
        CompletableFuture<Integer> inTheMidst = CompletableFuture.supplyAsync(() -> status("/probe/slow"));
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        long killed = database.pid();
        Servers.signal("KILL", killed);

        assertThat(inTheMidst.join()).isEqualTo(503);
        await().atMost(Duration.ofSeconds(20)).until(() -> get("/probe").statusCode() == 200);
        assertThat(database.pid()).isNotEqualTo(killed);
    }

    @Test
    void aMistakeInAQueryIsNoOutage() throws Exception {
        assertThat(get("/probe/mistake").statusCode()).isEqualTo(500);
    }

    private int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = kopa.getURI().resolve(path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
