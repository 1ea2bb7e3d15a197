package lv.kopa.registration.attendees;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.web.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Organisers who look for those whose answers are missing. */
final class UnansweredTest {
    private final Program kopa = Program.start("UnansweredTest", TestDatabase.fresh());

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void theListAndItsFilesNameThoseOnlyWhoHaveYetToAnswer() {
        String parks = kopa.found("parks");
        kopa.publish(parks, Plans.training("parks", "ours", """
                "questions": [{"key": "diet", "type": "TEXT", "label": {"en": "Diet"}, "required": true, "sensitive": true,
                  "stage": "CONFIRMED"}]"""));
        Someone anna = Someone.registered(kopa, "ours", "anna@example.org", "");
        kopa.register(STRANGER, "ours", Wishes.of("zane@example.org")).is(201);
        anna.send("/answers", "/answers", Map.of("answers.diet", "none"));
        Browser office = new Browser(kopa.site());
        office.submit(
                office.page("/organiser/sign-in?lang=en"),
                "/organiser/sign-in",
                Map.of("email", "parks@example.org", "password", "long enough a password"));

        Document list = office.page("/organiser/events/ours?answers=missing");

        assertThat(list.select("#attendees tbody").text())
                .contains("zane@example.org")
                .doesNotContain("anna@example.org");
        assertThat(list.select("#attendees caption").text()).contains("1");
        assertThat(office.get("/organiser/events/ours/registrations.csv?answers=missing")
                        .body())
                .contains("zane@example.org")
                .doesNotContain("anna@example.org");
        kopa.get(parks, "/api/v1/events/ours/registrations?answers=late").isInvalid("answers");
        assertThat(office.page("/organiser/events/ours/questions").select("ol").text())
                .contains("asked later");
    }
}
