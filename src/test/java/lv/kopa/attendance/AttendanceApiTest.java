package lv.kopa.attendance;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AttendanceApiTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static Program program;
    private static String parks;
    private static long session;

    @BeforeAll
    static void start() {
        program = Program.start("attendance", DATABASE);
        parks = program.found("parks");
        session = program.publish(parks, Plans.training("parks", "attended", "\"places\": 40"))
                .number("sessions.0.id");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void somebodyWhoWasThereIsRecordedOnceHoweverOftenItIsSent() {
        String path = path(session, person("attended", "once"));
        Answer first = program.put(parks, path, "{\"present\": true, \"at\": \"2031-06-14T07:35:00+01:00\"}")
                .is(200);
        assertThat(first.text("at")).isEqualTo("2031-06-14T06:35:00Z");
        assertThat(first.text("recordedBy")).startsWith("token:");
        assertThat(first.at("present").orElseThrow().getBooleanValue()).isTrue();
        Answer second = program.put(parks, path, "{\"present\": true, \"at\": \"2031-06-14T09:00:00Z\"}")
                .is(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(rows("once")).isEqualTo(1);
        assertThat(deeds("once", "attended")).isEqualTo(1);
    }

    @Test
    void evenSentTwentyTimesAtOnceItIsOneRow() throws Exception {
        String path = path(session, person("attended", "rush"));
        assertThat(IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(i -> program.put(parks, path, "{\"present\": true}")
                                .is(200)
                                .text("recordedAt"))
                        .distinct())
                .hasSize(1);
        assertThat(rows("rush")).isEqualTo(1);
    }

    @Test
    void whoDoesNotSayWhenMeansNow() {
        Answer recorded = program.put(parks, path(session, person("attended", "now")), "{\"present\": true}");
        assertThat(Duration.between(Instant.parse(recorded.is(200).text("at")), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
        assertThat(recorded.text("at")).isEqualTo(recorded.text("recordedAt"));
    }

    @Test
    void whatIsTakenBackIsKeptBesideWhoTookIt() {
        String path = path(session, person("attended", "back"));
        program.put(parks, path, "{\"present\": true}").is(200);
        Answer taken = program.put(parks, path, "{\"present\": false}").is(200);
        assertThat(taken.at("present").orElseThrow().getBooleanValue()).isFalse();
        assertThat(taken.at("at")).isEmpty();
        program.put(parks, path, "{\"present\": false}").is(200);
        assertThat(deeds("back", "attendance-withdrawn")).isEqualTo(1);
        assertThat(DATABASE.texts(
                        "SELECT withdrawn_by FROM attendance a JOIN registration r ON r.id = a.registration_id"
                                + " WHERE r.email = 'back@example.org'"))
                .singleElement()
                .asString()
                .startsWith("token:");
        program.put(parks, path, "{\"present\": true, \"at\": \"2031-06-14T09:00:00Z\"}")
                .is(200);
        assertThat(program.put(parks, path, "{\"present\": true}").text("at")).isEqualTo("2031-06-14T09:00:00Z");
        assertThat(rows("back")).isEqualTo(2);
    }

    @Test
    void onlyOrganisersOfTheEventRecordIt() {
        String reference = person("attended", "guarded");
        String venner = program.found("venner");
        program.put(STRANGER, path(session, reference), "{\"present\": true}").isProblem(401);
        program.put(venner, path(session, reference), "{\"present\": true}").isProblem(404);
        program.put(parks, path(999_999, reference), "{\"present\": true}").isProblem(404);
        assertThat(rows("guarded")).isZero();
    }

    @Test
    void onlyWhoHasAPlaceInThatEventWasThere() {
        program.publish(parks, Plans.training("parks", "other", ""));
        program.put(parks, path(session, person("other", "elsewhere")), "{\"present\": true}")
                .isProblem(404);
        program.put(parks, path(session, "BBBBBBBB"), "{\"present\": true}").isProblem(404);
        String reference = person("attended", "gone");
        program.post(parks, "/api/v1/registrations/" + reference + "/cancel").is(200);
        program.put(parks, path(session, reference), "{\"present\": true}").isProblem(409);
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        String path = path(session, person("attended", "nonsense"));
        program.put(parks, path, "{}").isInvalid("present");
        program.put(parks, path, "{\"present\": null}").isInvalid("present");
        program.put(parks, path, "{\"present\": true, \"at\": \"yesterday\"}").isInvalid("at");
        program.put(parks, path, "{\"present\": true, \"at\": \"+999999999-12-31T23:59:59Z\"}")
                .isInvalid("at");
        program.put(parks, path, "{\"present\": \"perhaps\"}").isInvalid("present");
        program.put(parks, "/api/v1/sessions/x/attendance/BBBBBBBB", "{\"present\": true}");
        assertThat(rows("nonsense")).isZero();
    }

    private static String person(String event, String name) {
        return program.register(
                        STRANGER,
                        event,
                        "{\"name\": \"P\", \"email\": \"" + name + "@example.org\", \"consents\": [\"privacy\"]}")
                .is(201)
                .text("reference");
    }

    private static String path(long session, String reference) {
        return "/api/v1/sessions/" + session + "/attendance/" + reference;
    }

    private static long rows(String name) {
        return DATABASE.number("SELECT COUNT(*) FROM attendance a JOIN registration r ON r.id = a.registration_id"
                + " WHERE r.email = '" + name + "@example.org'");
    }

    private static long deeds(String name, String deed) {
        return DATABASE.number("SELECT COUNT(*) FROM audit a JOIN registration r ON r.id = a.subject_id"
                + " WHERE a.subject = 'registration' AND a.deed = '" + deed + "' AND r.email = '" + name
                + "@example.org'");
    }
}
