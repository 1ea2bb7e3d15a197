package lv.kopa.event.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Words are looked for by a whole school at once, but not by a program for ever. */
@Tag("database")
class SearchLimitTest {
    private static final int A_SCHOOL = 300;

    private static Program kopa;

    @BeforeAll
    static void hold() {
        kopa = Program.limited("search-limit", TestDatabase.fresh());
        kopa.publish(kopa.found("parks"), Plans.training("parks", "coming", ""));
    }

    @AfterAll
    static void close() {
        kopa.close();
    }

    private static HttpResponse<String> answer(String address) {
        return kopa.site().get(address, "Accept-Language", "en");
    }

    @Test
    void whoLooksForWordsTooOftenIsToldHowLongToWaitAndMayStillLookWithoutThem() {
        for (int i = 0; i < A_SCHOOL; i++) {
            assertThat(answer("/?q=word" + i).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> answer = answer("/?q=coming");
        for (int i = 0; i < A_SCHOOL && answer.statusCode() == 200; i++) {
            answer = answer("/?q=coming");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".notice").text())
                .isEqualTo("Words were looked for very often from your network just now. Try again in 1 second.");
        assertThat(page.select(".empty, .event-card"))
                .as("it is not said that there is nothing")
                .isEmpty();
        assertThat(page.title()).doesNotContain("No ", "0");
        assertThat(page.select("#q").val()).as("what they typed").isEqualTo("coming");
        Document all = Jsoup.parse(
                answer(page.select("main .wide a.button").attr("href")).body());
        assertThat(all.select(".event-card")).isNotEmpty();
        assertThat(answer("/?kind=TRAINING").statusCode()).isEqualTo(200);
    }
}
