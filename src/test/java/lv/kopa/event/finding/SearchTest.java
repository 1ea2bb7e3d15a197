package lv.kopa.event.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of coming events, narrowed by what stands in the address. */
class SearchTest {
    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.demonstration("search");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static Document page(String query) {
        HttpResponse<String> answer = site.get("/" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static int found(Document page) {
        return page.select(".events > li").size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=FOO",
                "from=yesterday",
                "to=2031-02-30",
                "to=9999999-01-01",
                "language=Klingon",
                "kind=%3Cscript%3E",
                "kind=%00x"
            })
    void whatMakesNoSenseIsLeftOutAndThePageSaysSo(String query) {
        Document page = page("?lang=en&" + query);

        assertThat(page.select(".notice p").text()).startsWith("We do not understand “");
        assertThat(found(page)).isEqualTo(found(page(""))).isPositive();
    }

    @Test
    void itIsSaidInTheReadersLanguageOfEachWordForItself() {
        Document page = page("?lang=nb&kind=FOO&from=i+g%C3%A5r&q=nothing");

        assertThat(page.select(".notice p").eachText())
                .containsExactly(
                        "Vi forstår ikke «FOO», så dette filteret er utelatt.",
                        "Vi forstår ikke «i går», så dette filteret er utelatt.");
        assertThat(found(page)).isZero();
    }

    @Test
    void aKindOfPlaceFindsWhatThereIsForIt() {
        Document page = page("?lang=en&category=volunteer");

        assertThat(found(page)).isPositive().isLessThan(found(page("?lang=en")));
        assertThat(page.select("main").text()).contains("Places for “volunteer”");
        assertThat(site.get("/calendar.ics?category=volunteer&lang=en").body().split("BEGIN:VEVENT"))
                .hasSizeGreaterThan(1);
        assertThat(site.get("/calendar.ics?category=%27%20OR%201=1").body()).doesNotContain("BEGIN:VEVENT");
    }

    @ParameterizedTest
    @CsvSource({
        "språkkafe, sprakkafe",
        "SPRÅKKAFÉ, sprakkafe",
        "uzstasanas, uzstasanas-bez-bailem",
        "РОЗМОВНИЙ клуб, latviesu-valodas-sarunu-klubs",
        "'å søke jobb', sprakkafe",
        "jermakovs, zinatne-visiem",
        "solur, zinatne-visiem",
        "'sundial own', zinatne-visiem",
        "inovaciju centrs, zinatne-visiem",
        "hamar kulturhus, sprakkafe",
        "omsozams jobb, sprakkafe",
        "kultur omsozams venner, sprakkafe"
    })
    void whatIsSaidOfAnEventAnywhereFindsIt(String typed, String slug) {
        assertThat(slugs("?q=" + encoded(typed))).contains("/events/" + slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AIF/2022/KAPAC2/108", "kapac2 hamar", "kapitals pieredzes", "studiebesøk 2/108"})
    void whoPaysFindsWhatIsPaidFor(String typed) {
        assertThat(slugs("?past=1&q=" + encoded(typed)))
                .contains("/events/pieredzes-brauciens-hamara")
                .doesNotContain("/events/sprakkafe-host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\":\"", "{\"", "\"nb\"", "jobb\"", "\",\"", "\\n", "%", "zinatne nowhere", "solur kulturhus"})
    void whatNobodyWroteFindsNothing(String typed) {
        assertThat(slugs("?q=" + encoded(typed))).isEmpty();
    }

    private static List<String> slugs(String query) {
        return page(query).select(".event-card h3 a").eachAttr("href");
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    @Test
    void aLongWordIsNotSaidAgainInFull() {
        assertThat(page("?kind=" + "x".repeat(2_000)).select(".notice p").text())
                .hasSizeLessThan(120);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?kind=study-visit",
                "?kind=&from=&to=",
                "?from=2026-01-01&language=lv",
                "?organisation=nobody"
            })
    void whatIsUnderstoodIsNotComplainedOf(String query) {
        assertThat(page(query).select(".notice")).isEmpty();
    }
}
