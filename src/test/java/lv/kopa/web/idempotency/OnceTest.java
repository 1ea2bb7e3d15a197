package lv.kopa.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import lv.kopa.database.TestDatabase;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
class OnceTest {
    private static final String PATH = "/api/v1/once";
    private static final String ANNA = "{\"name\": \"anna\"}";
    private static TestDatabase database;
    private static Site site;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        site = Site.start("once", database.settings());
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void theSameSentAgainIsAnsweredAgainAndDoneOnce() {
        HttpResponse<String> first = post(ANNA);
        int done = done();
        HttpResponse<String> again = post(ANNA);
        assertThat(done()).isEqualTo(done);
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body()).contains("\"secret\":\"link-of-anna\"");
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(header(again, header)).isEqualTo(header(first, header)).isNotEmpty();
        }
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        assertThat(header(first, "Idempotent-Replayed")).isEmpty();
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        post(ANNA);
        int done = done();
        HttpResponse<String> refused = post("{\"name\": \"berta\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("urn:kopa:problem:web.idempotency.reused");
        assertThat(done()).isEqualTo(done);
        assertThat(post(ANNA).statusCode()).isEqualTo(201);
    }

    @Test
    void withoutAKeyEverythingIsDoneEachTime() {
        int done = done();
        assertThat(site.postJson(PATH, ANNA).body()).doesNotContain("submission");
        site.postJson(PATH, ANNA);
        assertThat(done()).isEqualTo(done + 2);
    }

    @Test
    void aKeyBelongsToItsCallerAndAddress() {
        int done = done();
        post(ANNA);
        site.postJson(PATH, ANNA, "Idempotency-Key", key, "Authorization", "Key one");
        site.postJson(PATH, ANNA, "Idempotency-Key", key, "Authorization", "Key other");
        site.postJson(PATH + "/elsewhere", ANNA, "Idempotency-Key", key);
        site.postJson(PATH + "?a=b", ANNA, "Idempotency-Key", key);
        assertThat(done()).isEqualTo(done + 5);
        site.postJson(PATH, ANNA, "Idempotency-Key", key, "Authorization", "Key other");
        assertThat(done()).isEqualTo(done + 5);
    }

    @Test
    void sentManyTimesAtOnceItIsDoneOnce() {
        int done = done();
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> post("{\"name\": \"slow\"}")))
                .toList();
        List<Integer> statuses =
                all.stream().map(one -> one.join().statusCode()).toList();
        assertThat(done()).isEqualTo(done + 1);
        assertThat(statuses).contains(201).containsOnly(201, 409);
        assertThat(all.stream().map(CompletableFuture::join).filter(one -> one.statusCode() == 409))
                .allSatisfy(busy -> assertThat(header(busy, "Retry-After")).isEqualTo("1"));
        assertThat(post("{\"name\": \"slow\"}").statusCode()).isEqualTo(201);
        assertThat(done()).isEqualTo(done + 1);
    }

    @Test
    void aServerThatDiesAtItDoesNotHoldTheKeyForEver() {
        Submission submission = Submission.of(key, "", PATH);
        Seal seal = Seal.of(submission, key, ANNA.getBytes(StandardCharsets.UTF_8));
        Submissions submissions = site.bean(Submissions.class);
        Attempt dead = submissions.begin(submission, seal).attempt().orElseThrow();

        assertThat(post(ANNA).statusCode()).isEqualTo(409);
        site.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        HttpResponse<String> second = post(ANNA);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).contains(submission.hash());

        submissions.finish(dead, new Answer(500, Map.of(), new byte[0]));
        submissions.giveUp(dead);
        assertThat(post(ANNA).body()).isEqualTo(second.body());
    }

    @Test
    void aRefusalIsGivenAgain() {
        HttpResponse<String> first = site.postJson(PATH + "/refused", "", "Idempotency-Key", key);
        HttpResponse<String> again = site.postJson(PATH + "/refused", "", "Idempotency-Key", key);
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(422);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aFaultOfOursMayBeTriedAgain() {
        int done = done();
        assertThat(site.postJson(PATH + "/broken", "", "Idempotency-Key", key).statusCode())
                .isEqualTo(500);
        assertThat(site.postJson(PATH + "/broken", "", "Idempotency-Key", key).statusCode())
                .isEqualTo(500);
        assertThat(done()).isEqualTo(done + 2);
    }

    @Test
    void anAnswerWithoutABodyIsGivenAgain() {
        int done = done();
        assertThat(site.postJson(PATH + "/empty", "", "Idempotency-Key", key).statusCode())
                .isEqualTo(204);
        assertThat(site.postJson(PATH + "/empty", "", "Idempotency-Key", key).statusCode())
                .isEqualTo(204);
        assertThat(done()).isEqualTo(done + 1);
    }

    @Test
    void afterADayTheKeyIsNew() throws SQLException {
        post(ANNA);
        int done = done();
        site.bean(MovableClock.class).advance(Duration.ofHours(25));
        assertThat(post("{\"name\": \"berta\"}").statusCode()).isEqualTo(201);
        assertThat(done()).isEqualTo(done + 1);
        site.bean(MovableClock.class).advance(Duration.ofHours(25));
        site.bean(Submissions.class).forget();
        assertThat(rows()).isZero();
    }

    @Test
    void whatIsKeptTellsNothingToAThief() throws SQLException {
        HttpResponse<String> first = post(ANNA);
        assertThat(first.body()).contains("link-of-anna");
        String hash = Submission.of(key, "", PATH).hash();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT * FROM submission WHERE hash = '" + hash + "'")) {
            assertThat(row.next()).isTrue();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                String stored = new String(row.getBytes(column), StandardCharsets.ISO_8859_1);
                assertThat(stored)
                        .doesNotContain("link-of-anna")
                        .doesNotContain("anna")
                        .doesNotContain(key);
            }
            byte[] answer = row.getBytes("answer");
            Seal wrong = Seal.of(new Submission(hash), key, "{}".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> wrong.open(answer)).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "long"})
    void aKeyThatIsNoneIsRefused(String bad) {
        String sent = bad.equals("long") ? "x".repeat(256) : bad;
        HttpResponse<String> refused = site.postJson(PATH, ANNA, "Idempotency-Key", sent);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"field\":\"Idempotency-Key\"");
    }

    @Test
    void aBodyThatComesLateIsDoneOnceToo() {
        int done = done();
        String head = "POST " + PATH + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Idempotency-Key: " + key + "\r\nContent-Length: " + ANNA.length() + "\r\n\r\n";
        for (int i = 0; i < 10; i++) {
            assertThat(site.say(head, ANNA.substring(0, 5), ANNA.substring(5))).startsWith("HTTP/1.1 201");
        }
        assertThat(done()).isEqualTo(done + 1);
    }

    @Test
    void readingTakesNoNoticeOfKeys() {
        assertThat(site.get(PATH, "Idempotency-Key", key).body())
                .isNotEqualTo(site.get(PATH, "Idempotency-Key", key).body());
    }

    private HttpResponse<String> post(String body) {
        return site.postJson(PATH, body, "Idempotency-Key", key);
    }

    private static int done() {
        return site.bean(Trials.class).done.get();
    }

    private static long rows() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var count = statement.executeQuery("SELECT COUNT(*) FROM submission")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
