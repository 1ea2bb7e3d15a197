package lv.kopa.registration.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** When an event takes registrations, and what people are told when it does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdmissionTest {
    private static final Instant NOW = Instant.parse("2031-05-01T09:00:00Z");
    private static final String PERSON = """
            {"name": "Anna Ozola", "email": "anna@example.org", "consents": ["privacy"]}""";

    private final Program kopa = Program.start("AdmissionTest", TestDatabase.fresh());
    private String token = "";

    @BeforeAll
    void found() {
        token = kopa.found("intelekta-parks");
    }

    @AfterEach
    void comeBack() {
        kopa.bean(MovableClock.class).set(NOW);
    }

    @AfterAll
    void close() {
        kopa.close();
    }

    @Test
    void beforeItOpensPeopleAreToldWhenItWill() {
        publish("early", "\"opens\": \"2031-06-01T09:00\"");
        at(NOW);

        refused("early", "Registration opens on Sunday 1 June 2031, 09:00 (Riga time).");
        at(NOW.plus(32, ChronoUnit.DAYS));
        kopa.register(Program.STRANGER, "early", PERSON).is(201);
    }

    @Test
    void afterItClosedPeopleAreToldSince() {
        publish("late", "\"closes\": \"2031-06-01T09:00\"");
        at(Instant.parse("2031-06-01T06:00:00Z"));

        refused(
                "late",
                "Registration closed on Sunday 1 June 2031, 09:00 (Riga time). The organiser may still be able to help.");
    }

    @Test
    void onceItHasBegunItIsTooLate() {
        publish("begun", "");
        at(Instant.parse("2031-06-14T06:30:00Z"));

        refused("begun", "This event has begun, so registration is closed.");
    }

    @Test
    void onceItIsOverItIsOver() {
        publish("over", "");
        at(Instant.parse("2031-06-15T06:30:00Z"));

        refused("over", "This event is over.");
    }

    @Test
    void aCancelledEventTakesNobody() {
        publish("off", "");
        kopa.post(token, "/api/v1/events/off/cancel", "{\"reason\": \"Ill\"}").is(200);

        refused("off", "This event is cancelled, so nobody can register any more.");
    }

    @Test
    void aDraftIsUnknownToStrangers() {
        kopa.post(token, "/api/v1/events", event("draft", "", "PUBLIC")).is(201);

        kopa.register(Program.STRANGER, "draft", PERSON).isProblem(404);
    }

    @Test
    void byInvitationMeansWithTheLinkOfTheInvitation() {
        kopa.publish(token, event("invited", "", "INVITATION"));

        refused("invited", "This event is by invitation: open the link in your invitation.");
    }

    @Test
    void afterTheDeadlineOneCannotWithdrawAlone() {
        publish("deadline", "\"changesUntil\": \"2031-06-10T09:00\"");
        at(NOW);
        Answer registered = kopa.register(Program.STRANGER, "deadline", PERSON).is(201);
        at(Instant.parse("2031-06-10T06:00:00Z"));
        String manage = registered.text("links.manage");
        String secret = manage.substring(manage.lastIndexOf('/') + 1);

        kopa.post(secret, "/api/v1/registrations/" + registered.text("reference") + "/cancel", "{}")
                .isProblem(409);
    }

    private void refused(String event, String sentence) {
        Answer refused = kopa.register(Program.STRANGER, event, PERSON).isProblem(409);
        assertThat(refused.text("detail")).isEqualTo(sentence);
        assertThat(kopa.site().get("/events/" + event + "/register").body()).contains(sentence);
    }

    private void publish(String slug, String registration) {
        at(NOW);
        kopa.publish(token, event(slug, registration, "PUBLIC"));
    }

    private void at(Instant time) {
        kopa.bean(MovableClock.class).set(time);
    }

    private static String event(String slug, String registration, String visibility) {
        return """
                {"organisation": "intelekta-parks", "slug": "%s", "kind": "TRAINING", "places": 5, "visibility": "%s",
                 "title": {"en": "Event"}, "registration": {%s},
                 "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "timeZone": "Europe/Riga"}]}""".formatted(slug, visibility, registration);
    }
}
