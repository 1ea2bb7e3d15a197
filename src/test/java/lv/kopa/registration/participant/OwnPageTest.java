package lv.kopa.registration.participant;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OwnPageTest {
    private final Program kopa = Program.start("OwnPageTest", TestDatabase.fresh());
    private final String owner = kopa.found("parks");

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void whoHasAPlaceReadsFirstThatTheEventIsCancelled() {
        String link = registered("");
        assertThat(page(link).select("h1").text()).isEqualTo("Anna Bērziņa, you have a place");

        kopa.post(owner, "/api/v1/events/ours/cancel", "{\"reason\": \"The trainer is ill.\"}")
                .is(200);

        Document page = page(link);
        assertThat(page.select("h1").text()).isEqualTo("Anna Bērziņa, this event is cancelled");
        assertThat(page.select("header .state").eachText()).contains("Cancelled");
        assertThat(page.select("main").text()).contains("The trainer is ill.");
        assertThat(page.select("form[action$=/cancellation], a[href$=calendar.ics]"))
                .isEmpty();
    }

    @Test
    void afterTheEventNobodyIsAskedWhetherTheyCanCome() {
        String link = registered("");

        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-15T08:00:00Z"));

        Document page = page(link);
        assertThat(page.select("h1").text()).isEqualTo("Anna Bērziņa, this event is over");
        assertThat(page.select("form[action$=/cancellation]")).isEmpty();
    }

    @Test
    void whoAwaitsApprovalIsNotSpokenToOfAWaitingList() {
        Document page = page(registered("\"approval\": \"MANUAL\""));

        assertThat(page.select("form[action$=/cancellation] button").text()).isEqualTo("Withdraw my registration");
    }

    private String registered(String more) {
        kopa.publish(owner, Plans.training("parks", "ours", more));
        return kopa.register(STRANGER, "ours", Wishes.of("anna@example.org"))
                .is(201)
                .text("links.manage")
                .replaceFirst("https?://[^/]+", "");
    }

    private Document page(String path) {
        return Jsoup.parse(kopa.site()
                .get(path, "Accept", "text/html", "Accept-Language", "en")
                .body());
    }
}
