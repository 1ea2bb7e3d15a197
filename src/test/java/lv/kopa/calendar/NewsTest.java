package lv.kopa.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.kopa.ical.FeedAssert.assertThatFeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import lv.kopa.event.EventDetails;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.ical.Hostile;
import lv.kopa.web.StrictJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Events as news: Atom (RFC 4287) and JSON Feed 1.1. */
class NewsTest {
    private final Season season = Season.begin();

    @AfterEach
    void close() {
        season.close();
    }

    @Test
    void atomHasWhatItsStandardAsksFor() throws Exception {
        EventDetails event = season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));

        HttpResponse<byte[]> answer = season.get("/events.atom?lang=nb");
        Element feed = atom(answer.body());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/atom+xml; charset=utf-8");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getAttribute("xml:lang")).isEqualTo("nb");
        assertThat(texts(feed, "title")).containsExactly("Kopa: alle arrangementer", "Training: darzs");
        String uid = event.event().uid().substring(0, event.event().uid().indexOf('@'));
        assertThat(texts(feed, "id"))
                .containsExactly("https://kopa.example/events.atom?lang=nb", "tag:kopa.example,2026:" + uid);
        assertThat(texts(feed, "updated")).containsExactly("2026-11-24T06:00:00Z", "2026-11-24T06:00:00Z");
        assertThat(texts(feed, "published")).containsExactly("2026-11-24T06:00:00Z");
        assertThat(texts(feed, "name")).containsExactly("Intelekta parks");
        assertThat(texts(feed, "content")).containsExactly("<p>What we <em>learn</em>.</p>\n");
        Element entry = (Element) feed.getElementsByTagNameNS("*", "entry").item(0);
        assertThat(entry.getAttribute("xml:lang")).isEqualTo("en");
        assertThat(((Element) entry.getElementsByTagNameNS("*", "link").item(0)).getAttribute("href"))
                .isEqualTo("https://kopa.example/events/darzs");
    }

    @Test
    void jsonFeedHasWhatItsStandardAsksFor() {
        season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));

        HttpResponse<byte[]> answer = season.get("/events.json?lang=lv");
        JsonNode feed = StrictJson.read(new String(answer.body(), UTF_8));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/feed+json; charset=utf-8");
        assertThat(feed.get("version").getStringValue()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("title").getStringValue()).isEqualTo("Kopa: visi pasākumi");
        assertThat(feed.get("feed_url").getStringValue()).isEqualTo("https://kopa.example/events.json?lang=lv");
        JsonNode item = feed.get("items").get(0);
        assertThat(item.get("id").getStringValue()).startsWith("tag:kopa.example,2026:");
        assertThat(item.get("url").getStringValue()).isEqualTo("https://kopa.example/events/darzs");
        assertThat(item.get("title").getStringValue()).isEqualTo("Mācības: darzs");
        assertThat(item.get("language").getStringValue()).isEqualTo("lv");
        assertThat(item.get("content_html").getStringValue()).contains("<em>learn</em>");
        assertThat(item.get("date_published").getStringValue()).isEqualTo("2026-11-24T06:00:00Z");
        assertThat(item.get("_event").get("start").getStringValue()).isEqualTo("2027-03-27T10:00:00+02:00");
        assertThat(item.get("_event").get("end").getStringValue()).isEqualTo("2027-03-27T15:00:00+02:00");
        assertThat(item.get("_event").get("place").getStringValue()).isEqualTo("Saules iela 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events.atom", "/events.json"})
    void theyTellWhatTheStartPageShowsAndNoMore(String path) {
        season.publish(Season.training("open", "2027-01-10T10:00", "2027-01-10T12:00"));
        season.publish(Season.training("over", "2026-10-10T10:00", "2026-10-10T12:00"));
        season.draft(Season.training("draft", "2027-01-11T10:00", "2027-01-11T12:00"));
        season.publish(Season.plan(
                "unlisted",
                "TRAINING",
                "UNLISTED",
                List.of(Season.session(null, "2027-01-10T10:00", "2027-01-10T12:00", "Europe/Riga", "Rīga"))));

        String news = new String(season.feed(path), UTF_8);
        assertThat(news).contains("/events/open").doesNotContain("over", "draft", "unlisted", "meet.example", "900 00");
        assertThat(new String(season.feed(path + "?kind=meeting"), UTF_8)).doesNotContain("/events/open");
        assertThat(new String(season.feed(path + "?from=2026-10-01"), UTF_8)).contains("/events/over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events.atom", "/events.json"})
    void whoHasThemIsToldSoAndTheyComePackedToWhoTakesThat(String path) throws IOException {
        EventDetails event = season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        HttpResponse<byte[]> first = season.get(path);

        HttpResponse<byte[]> again = season.get(path, "If-None-Match", FeedTest.etag(first));
        HttpResponse<byte[]> packed = season.get(path, "Accept-Encoding", "gzip");
        season.clock().advance(Duration.ofHours(1));
        season.cancel(event);
        HttpResponse<byte[]> cancelled = season.get(path, "If-None-Match", FeedTest.etag(first));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(packed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(plain.readAllBytes()).isEqualTo(first.body());
        }
        assertThat(new String(cancelled.body(), UTF_8)).contains("CANCELLED: Training: darzs", "2026-11-24T07:00:00Z");
    }

    @Test
    void whateverOrganisersTypeNewsAndCalendarsAreWholeAndSayIt() throws Exception {
        List<String> typed = Hostile.texts()
                .sampleStream()
                .filter(text -> !text.isBlank())
                .limit(30)
                .toList();
        for (int i = 0; i < typed.size(); i++) {
            hostile("e" + i, "x " + typed.get(i));
        }

        Element feed = atom(season.feed("/events.atom?lang=lv"));
        JsonNode json = StrictJson.read(new String(season.feed("/events.json?lang=lv"), UTF_8));
        List<String> titles = new ArrayList<>();
        json.get("items").values().forEach(item -> titles.add(item.get("title").getStringValue()));

        assertThat(titles).hasSize(typed.size());
        assertThat(texts(feed, "title").subList(1, titles.size() + 1))
                .containsExactlyElementsOf(titles.stream()
                        .map(title -> title.replaceAll(
                                "[^\\t\\n\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", ""))
                        .toList());
        assertThat(feed.getElementsByTagNameNS("*", "script").getLength()).isZero();
        assertThat(texts(feed, "content")).allSatisfy(html -> assertThat(html).doesNotContain("<script"));
        assertThatFeed(season.feed("/calendar.ics?lang=lv")).isClean().doesNotMention("\nX-EVIL");
    }

    private void hostile(String slug, String typed) {
        EventPlan plan = Season.training(slug, "2027-03-27T10:00", "2027-03-27T15:00");
        season.publish(new EventPlan(
                null,
                slug,
                plan.kind(),
                Map.of("lv", typed),
                Map.of("lv", typed + "<script>alert(1)</script>"),
                null,
                plan.languages(),
                plan.timeZone(),
                null,
                false,
                plan.approval(),
                plan.visibility(),
                null,
                null,
                null,
                List.of(Season.session(null, "2027-03-27T10:00", "2027-03-27T15:00", "Europe/Riga", typed)),
                null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events.atom", "/events.json"})
    void newsOfNothingAreNewsAllTheSame(String path) throws Exception {
        byte[] nothing = season.feed(path);

        if (path.endsWith("atom")) {
            assertThat(texts(atom(nothing), "updated")).containsExactly("1970-01-01T00:00:00Z");
        } else {
            assertThat(StrictJson.read(new String(nothing, UTF_8)).get("items").isArray())
                    .isTrue();
        }
    }

    private static Element atom(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
    }

    private static List<String> texts(Element feed, String name) {
        NodeList elements = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }
}
