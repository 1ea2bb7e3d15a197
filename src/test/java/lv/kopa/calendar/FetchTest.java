package lv.kopa.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.kopa.calendar.FeedTest.etag;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import lv.kopa.event.EventDetails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How feeds are fetched: whole, packed, or told that nothing has changed. */
class FetchTest {
    private static final String FEED = "/calendar.ics";
    private final Season season = Season.begin();
    private EventDetails event = season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));

    @AfterEach
    void close() {
        season.close();
    }

    @BeforeEach
    void fetchOnce() {
        season.get(FEED);
        season.clock().advance(Duration.ofMinutes(1));
    }

    @Test
    void aHeadIsLikeAGetWithoutABody() {
        HttpResponse<byte[]> get = season.get(FEED);
        HttpResponse<byte[]> head = season.send(FEED, "HEAD");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name :
                List.of("Content-Type", "ETag", "Last-Modified", "Cache-Control", "Vary", "Content-Length")) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isEqualTo(get.headers().firstValue(name))
                    .isPresent();
        }
    }

    @Test
    void whoHasTheFeedIsToldSoInFewWords() {
        String etag = etag(season.get(FEED));

        for (String known : List.of(etag, "W/" + etag, "\"other\", " + etag, "\"a\",W/" + etag + ",\"b\"", "*")) {
            HttpResponse<byte[]> answer = season.get(FEED, "If-None-Match", known);
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(etag(answer)).isEqualTo(etag);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
            assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(season.get(FEED, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(season.get(FEED, "If-None-Match", "nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void aDateIsReadAndNotJustNoticed() {
        assertThat(lastModified(season.get(FEED))).isEqualTo("Tue, 24 Nov 2026 06:00:00 GMT");
        for (String seen : List.of(
                "Tue, 24 Nov 2026 06:00:00 GMT",
                "Tue, 24 Nov 2026 06:00:30 GMT",
                "Tuesday, 24-Nov-26 06:00:00 GMT",
                "Tue Nov 24 06:00:00 2026")) {
            assertThat(season.get(FEED, "If-Modified-Since", seen).statusCode())
                    .as(seen)
                    .isEqualTo(304);
        }
        for (String seen : List.of(
                "Tue, 24 Nov 2026 05:59:59 GMT",
                "Wed, 24 Nov 2027 06:00:00 GMT",
                "yesterday",
                "2026-11-24T06:00:00Z",
                "0")) {
            assertThat(season.get(FEED, "If-Modified-Since", seen).statusCode())
                    .as(seen)
                    .isEqualTo(200);
        }
    }

    @Test
    void theTagWinsOverTheDate() {
        String now = lastModified(season.get(FEED));
        assertThat(season.get(FEED, "If-Modified-Since", now, "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPackedFeedHasATagOfItsOwnAndTheSameContent() throws IOException {
        HttpResponse<byte[]> plain = season.get(FEED);
        HttpResponse<byte[]> packed = season.get(FEED, "Accept-Encoding", "deflate, gzip;q=0.8");

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(etag(packed)).isNotEqualTo(etag(plain));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(season.get(FEED, "Accept-Encoding", "gzip", "If-None-Match", etag(packed))
                        .statusCode())
                .isEqualTo(304);
        assertThat(season.get(FEED, "Accept-Encoding", "gzip", "If-None-Match", etag(plain))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoTakesNoGzipGetsNone() {
        for (String codings : List.of("identity", "gzip;q=0", "identity, gzip;q=0.0")) {
            HttpResponse<byte[]> answer = season.get(FEED, "Accept-Encoding", codings);
            assertThat(new String(answer.body(), UTF_8)).as(codings).startsWith("BEGIN:VCALENDAR");
        }
        assertThat(etag(season.get(FEED, "Accept-Encoding", "deflate"))).startsWith("W/");
        assertThat(season.get(FEED, "Accept-Encoding", "*").headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void whileNothingChangesEveryFetchIsTheSameOnEveryServer() {
        HttpResponse<byte[]> first = season.get(FEED);
        season.clock().advance(Duration.ofMinutes(10));
        HttpResponse<byte[]> later = season.get(FEED);
        try (Season beside = season.beside()) {
            beside.clock().advance(Duration.ofMinutes(10));
            HttpResponse<byte[]> elsewhere = beside.get(FEED);

            for (HttpResponse<byte[]> answer : List.of(later, elsewhere)) {
                assertThat(answer.body()).isEqualTo(first.body());
                assertThat(etag(answer)).isEqualTo(etag(first));
                assertThat(lastModified(answer)).isEqualTo(lastModified(first));
            }
        }
    }

    @Test
    void anotherServersChangeIsSeenWithinASecondAndOnesOwnAtOnce() {
        try (Season beside = season.beside()) {
            String before = etag(beside.get(FEED));

            event = season.cancel(event);

            assertThat(etag(season.get(FEED))).isNotEqualTo(before);
            beside.clock().advance(Duration.ofSeconds(1));
            assertThat(etag(beside.get(FEED))).isEqualTo(etag(season.get(FEED)));
        }
    }

    @Test
    void theDateMovesForwardOnly() {
        List<String> dates = new ArrayList<>(List.of(lastModified(season.get(FEED))));
        season.clock().set(Season.NOW.plusSeconds(3_600));
        EventDetails other = season.publish(Season.training("maize", "2027-04-27T10:00", "2027-04-27T15:00"));
        dates.add(lastModified(season.get(FEED)));
        season.cancel(event);
        dates.add(lastModified(season.get(FEED)));
        season.erase(other);
        dates.add(lastModified(season.get(FEED)));

        assertThat(dates).isSortedAccordingTo((one, next) -> date(one).compareTo(date(next)));
        assertThat(date(dates.get(3))).isAfter(date(dates.get(0)));
    }

    @Test
    void twoChangesWithinASecondAreToldApart() {
        season.clock().set(Season.NOW.plusSeconds(3_600));
        season.publish(Season.training("maize", "2027-04-27T10:00", "2027-04-27T15:00"));
        String first = lastModified(season.get(FEED));
        season.cancel(event);
        season.get(FEED);
        season.clock().advance(Duration.ofSeconds(5));

        assertThat(season.get(FEED, "If-Modified-Since", first).statusCode()).isEqualTo(200);
    }

    @Test
    void whatStrangersSearchForIsNotWrittenDown() throws SQLException {
        for (String query : List.of("?q=a", "?organisation=nobody", "?from=2026-01-01", "?kind=training&language=lv")) {
            HttpResponse<byte[]> answer = season.get(FEED + query);
            assertThat(answer.headers().firstValue("Last-Modified")).isEmpty();
            assertThat(season.get(FEED + query, "If-None-Match", etag(answer)).statusCode())
                    .isEqualTo(304);
        }
        try (var connection = season.database().connect();
                var statement = connection.createStatement();
                var count = statement.executeQuery("SELECT COUNT(*) FROM feed")) {
            count.next();
            assertThat(count.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void manyWhoComeAtOnceAfterAChangeAllGetTheNewFeed() throws Exception {
        String before = etag(season.get(FEED));
        event = season.cancel(event);
        var pool = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                answers.add(pool.submit(() -> etag(season.get(FEED))));
            }
            Set<String> tags = new java.util.HashSet<>();
            for (Future<String> answer : answers) {
                tags.add(answer.get());
            }
            assertThat(tags).hasSize(1).doesNotContain(before);
        } finally {
            pool.shutdown();
        }
    }

    private static String lastModified(HttpResponse<?> answer) {
        return answer.headers().firstValue("Last-Modified").orElseThrow();
    }

    private static ZonedDateTime date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC));
    }
}
