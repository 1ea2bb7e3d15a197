package lv.kopa.registration.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.time.MovableClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that are moved, or called off, while the head of a delegation names people. */
final class MovedMeanwhileTest {
    private static final String EVENT = "/api/v1/events/hamar";

    private final Program kopa = Program.start("MovedMeanwhileTest", TestDatabase.fresh());
    private final String parks = kopa.found("parks");

    @BeforeEach
    void publish() {
        kopa.bean(MovableClock.class).set(Heads.GIVEN);
        kopa.publish(parks, Plans.training("parks", "hamar", "\"places\": 6"));
        Heads.give(kopa, "hamar", Map.of("", 2));
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void theHeadSeesTheNewTimeBeforeAnybodyIsNamed() {
        Heads ilze = Heads.home(kopa);
        Document form = ilze.form(0);
        Program.Answer seen = kopa.get(parks, EVENT);
        kopa.patch(parks, EVENT, seen.header("ETag"), """
                        {"sessions": [{"id": %d, "title": {"en": "First day"}, "start": "2031-06-21T09:30",
                          "end": "2031-06-21T16:00", "place": "Riga"}]}""".formatted(seen.number("sessions.0.id")))
                .is(200);

        HttpResponse<String> told = ilze.send(form, "Anna Kalna", "anna@example.org");

        assertThat(told.statusCode()).isEqualTo(409);
        Document again = Jsoup.parse(told.body());
        assertThat(again.select("#errors").text()).contains("has changed when or where");
        assertThat(again.select("header").text()).contains("21 June 2031", "Riga");
        assertThat(again.select("#name").val()).isEqualTo("Anna Kalna");
        assertThat(ilze.people()).isEmpty();
        assertThat(ilze.send(again, "Anna Kalna", "anna@example.org").statusCode())
                .isEqualTo(303);
        assertThat(ilze.people()).containsExactly("Anna Kalna");
    }

    @Test
    void onceItIsCalledOffNobodyIsNamedAndItSaysWhy() {
        Heads ilze = Heads.home(kopa);
        Document form = ilze.form(0);
        kopa.post(parks, EVENT + "/cancel", "{\"reason\": \"rain\"}").is(200);

        HttpResponse<String> answer = ilze.send(form, "Anna Kalna", "anna@example.org");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).select("#errors").text()).contains("The event has been called off");
        assertThat(ilze.people()).isEmpty();
    }
}
