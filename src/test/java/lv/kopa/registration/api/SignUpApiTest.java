package lv.kopa.registration.api;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.wish.Wishes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignUpApiTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static Program program;
    private static String parks;
    private static String venner;

    @BeforeAll
    static void start() {
        program = Program.start("sign-up", DATABASE);
        parks = program.found("parks");
        venner = program.found("venner");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static void training(String slug, String more) {
        program.publish(parks, Plans.training("parks", slug, more));
    }

    @Test
    void aStrangerRegistersAndIsGivenWhatOneNeeds() {
        training("open", "\"places\": 2");
        Answer receipt = program.register(STRANGER, "open", Wishes.of("only@example.org"))
                .is(201);
        assertThat(receipt.text("status")).isEqualTo("CONFIRMED");
        assertThat(receipt.at("position")).isEmpty();
        assertThat(receipt.text("reference")).matches("[2-9B-Z]{8}");
        assertThat(receipt.header("Location"))
                .isEqualTo(receipt.text("links.self"))
                .endsWith("/api/v1/registrations/" + receipt.text("reference"));
        assertThat(receipt.text("links.calendar")).isEqualTo(receipt.text("links.manage") + "/calendar.ics");
        assertThat(program.site().get(path(receipt.text("links.manage"))).statusCode())
                .isEqualTo(200);
        assertThat(program.get(STRANGER, "/api/v1/events/open").number("placesLeft"))
                .isEqualTo(1);
        assertThat(DATABASE.number("SELECT COUNT(*) FROM mail_outbox WHERE to_address = 'only@example.org'"))
                .isEqualTo(1);
    }

    @Test
    void whoeverFindsItFullWaitsInTurn() {
        training("waiting", "\"places\": 1");
        program.register(STRANGER, "waiting", Wishes.of("one@example.org")).is(201);
        Answer second = program.register(STRANGER, "waiting", Wishes.of("two@example.org"))
                .is(201);
        Answer third = program.register(STRANGER, "waiting", Wishes.of("three@example.org"))
                .is(201);
        assertThat(second.text("status")).isEqualTo("WAITING");
        assertThat(second.number("position")).isEqualTo(1);
        assertThat(third.number("position")).isEqualTo(2);
    }

    @Test
    void withoutAWaitingListFullMeansFull() {
        training("full", "\"places\": 1, \"waitingList\": false");
        program.register(STRANGER, "full", Wishes.of("first@example.org")).is(201);
        Answer refused = program.register(STRANGER, "full", Wishes.of("second@example.org"))
                .isProblem(409);
        assertThat(refused.text("type")).isEqualTo("urn:kopa:problem:registration.closed.full");
        Answer known = program.register(STRANGER, "full", Wishes.of("first@example.org"))
                .isProblem(409);
        assertThat(known.response().body()).isEqualTo(refused.response().body());
        assertThat(DATABASE.texts("SELECT kind FROM mail_outbox WHERE to_address = 'first@example.org' ORDER BY id"))
                .containsExactly("confirmed", "registered-already");
        assertThat(program.register(parks, "full", Wishes.of("first@example.org"))
                        .isProblem(409)
                        .text("type"))
                .endsWith("registration.already");
    }

    @Test
    void whoeverChoosesNoneOfTheWorkshopsIsRegisteredAndToldWhenTheEventIsCalledOff() {
        program.publish(
                parks, Plans.training("parks", "workshops", "").replace("\"place\":", "\"places\": 2, \"place\":"));
        program.register(STRANGER, "workshops", Wishes.of("none@example.org")).is(201);
        program.post(parks, "/api/v1/events/workshops/cancel", "{\"reason\": \"Storm\"}")
                .is(200);
        assertThat(DATABASE.texts("SELECT kind FROM mail_outbox WHERE to_address = 'none@example.org' ORDER BY id"))
                .containsExactly("confirmed", "event-cancelled");
    }

    @Test
    void whatTakesNoRegistrationsSaysSo() {
        training("later", "\"registration\": {\"opens\": \"2031-01-01T08:00:00Z\"}");
        program.register(STRANGER, "later", Wishes.of("one@example.org")).isProblem(409);
        training("earlier", "\"registration\": {\"closes\": \"2020-01-01T08:00:00Z\"}");
        program.register(STRANGER, "earlier", Wishes.of("one@example.org")).isProblem(409);
        training("called-off", "");
        program.post(parks, "/api/v1/events/called-off/cancel", "{\"reason\": \"rain\"}")
                .is(200);
        program.register(STRANGER, "called-off", Wishes.of("one@example.org")).isProblem(409);
        program.register(STRANGER, "nothing", Wishes.of("one@example.org")).isProblem(404);
        program.post(parks, "/api/v1/events", Plans.training("parks", "unpublished", ""))
                .is(201);
        program.register(STRANGER, "unpublished", Wishes.of("one@example.org")).isProblem(404);
    }

    @Test
    void everyFaultOfAWishIsNamedByItsField() {
        training("faults", "\"categories\": [{\"key\": \"member\", \"name\": {\"en\": \"Member\"}}]");
        Answer refused = program.register(
                STRANGER,
                "faults",
                "{\"name\": \" \", \"email\": \"nonsense\", \"phone\": \"x\", \"category\": \"pilot\", \"consents\": [\"photo\"],"
                        + " \"sessions\": [77], \"answers\": {\"diet\": \"none\"}}");
        for (String field : List.of("name", "email", "phone", "category", "consents", "sessions", "answers.diet")) {
            refused.isInvalid(field);
        }
        program.register(STRANGER, "faults", "{}")
                .isInvalid("name")
                .isInvalid("email")
                .isInvalid("category");
        assertThat(program.get(parks, "/api/v1/events/faults/registrations").at("items.0"))
                .isEmpty();
    }

    @Test
    void nobodyGetsTwoSessionsAtTheSameTime() {
        Answer event = program.publish(parks, """
                {"organisation": "parks", "slug": "at-once", "kind": "TRAINING", "title": {"en": "Two at once"}, "sessions": [
                  {"title": {"en": "Kitchen"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 5},
                  {"title": {"en": "Sundial"}, "start": "2031-06-14T10:00", "end": "2031-06-14T12:00", "places": 5}]}""");
        long kitchen = event.number("sessions.0.id");
        long sundial = event.number("sessions.1.id");

        program.register(
                        STRANGER,
                        "at-once",
                        Wishes.of("anna@example.org", "\"sessions\": [%d, %d]".formatted(kitchen, sundial)))
                .isInvalid("sessions");
        program.register(STRANGER, "at-once", Wishes.of("anna@example.org", "\"sessions\": [%d]".formatted(sundial)))
                .is(201);
    }

    @Test
    void anOrganiserIsToldWhoIsRegisteredAlready() {
        training("twice-organiser", "\"places\": 5");
        String reference = program.register(parks, "twice-organiser", Wishes.of("anna@example.org"))
                .is(201)
                .text("reference");
        Answer refused = program.register(parks, "twice-organiser", Wishes.of("ANNA@example.org"))
                .isProblem(409);
        assertThat(refused.text("detail")).contains(reference);
        assertThat(program.get(STRANGER, "/api/v1/events/twice-organiser").number("placesTaken"))
                .isEqualTo(1);
    }

    @Test
    void aStrangerDoesNotLearnWhoIsRegisteredAlready() {
        training("twice-stranger", "\"places\": 5");
        Answer first = program.register(STRANGER, "twice-stranger", Wishes.of("anna@example.org"))
                .is(201);
        for (String token : List.of(STRANGER, venner)) {
            Answer second = program.register(token, "twice-stranger", Wishes.of("anna@example.org"))
                    .is(201);
            assertThat(second.text("status")).isEqualTo(first.text("status"));
            assertThat(second.text("reference"))
                    .hasSameSizeAs(first.text("reference"))
                    .isNotEqualTo(first.text("reference"));
            assertThat(second.text("links.manage"))
                    .hasSameSizeAs(first.text("links.manage"))
                    .isNotEqualTo(first.text("links.manage"));
            assertThat(second.json().get("links").size())
                    .isEqualTo(first.json().get("links").size());
            program.get(token(second), path(second.text("links.self"))).isProblem(404);
        }
        assertThat(program.get(STRANGER, "/api/v1/events/twice-stranger").number("placesTaken"))
                .isEqualTo(1);
    }

    @Test
    void thePersonAndTheOrganisersSeeARegistrationAndNobodyElse() {
        training("seen", "");
        Answer receipt = program.register(STRANGER, "seen", Wishes.of("anna@example.org", "\"phone\": \"20000000\""));
        String self = path(receipt.text("links.self"));
        for (Answer seen : List.of(
                program.get(parks, self),
                program.get(token(receipt), self),
                program.get(STRANGER, self + "?token=" + token(receipt)))) {
            seen.is(200);
            assertThat(seen.text("name")).isEqualTo("Anna Bērziņa");
            assertThat(seen.text("phone")).isEqualTo("+371 20 000 000");
            assertThat(seen.text("event")).isEqualTo("seen");
        }
        Answer other = program.register(STRANGER, "seen", Wishes.of("other@example.org"));
        program.get(STRANGER, self).isProblem(404);
        program.get(venner, self).isProblem(404);
        program.get(token(other), self).isProblem(404);
        program.get(parks, "/api/v1/registrations/BBBBBBBB").isProblem(404);
        program.get(parks, "/api/v1/registrations/%C4%B7").isProblem(404);
    }

    @Test
    void whoGivesAPlaceUpLeavesItToTheFirstWhoWaits() {
        training("given-up", "\"places\": 1");
        Answer first = program.register(STRANGER, "given-up", Wishes.of("one@example.org"));
        Answer second = program.register(STRANGER, "given-up", Wishes.of("two@example.org"));
        Answer third = program.register(STRANGER, "given-up", Wishes.of("three@example.org"));
        String self = path(first.text("links.self"));
        program.post(STRANGER, self + "/cancel").isProblem(404);
        program.post(token(second), self + "/cancel").isProblem(404);
        assertThat(program.post(token(first), self + "/cancel").is(200).text("status"))
                .isEqualTo("CANCELLED");
        assertThat(program.post(token(first), self + "/cancel").is(200).text("status"))
                .isEqualTo("CANCELLED");
        assertThat(status(second)).isEqualTo("CONFIRMED");
        assertThat(status(third)).isEqualTo("WAITING");
        assertThat(program.get(parks, path(third.text("links.self"))).number("position"))
                .isEqualTo(1);
        String reason = "{\"reason\": \"Sent twice\"}";
        Answer byOrganiser = program.post(parks, path(second.text("links.self")) + "/cancel", reason)
                .is(200);
        assertThat(byOrganiser.text("reason")).isEqualTo("Sent twice");
        assertThat(status(third)).isEqualTo("CONFIRMED");
        assertThat(program.get(STRANGER, "/api/v1/events/given-up").number("placesTaken"))
                .isEqualTo(1);
    }

    @Test
    void aPersonCancelsAloneUntilTheDeadlineAndAnOrganiserAtAnyTime() {
        training("deadline", "\"registration\": {\"changesUntil\": \"2020-01-01T08:00:00Z\"}");
        Answer receipt = program.register(STRANGER, "deadline", Wishes.of("one@example.org"));
        String self = path(receipt.text("links.self"));
        program.post(token(receipt), self + "/cancel").isProblem(409);
        program.post(parks, self + "/cancel").is(200);
    }

    @Test
    void anOrganiserSaysYesOrNoToWhatAwaitsIt() {
        training("approved", "\"places\": 1, \"approval\": \"MANUAL\"");
        List<String> registrations = new ArrayList<>();
        for (String email : List.of("a@example.org", "b@example.org", "c@example.org")) {
            Answer receipt =
                    program.register(STRANGER, "approved", Wishes.of(email)).is(201);
            assertThat(receipt.text("status")).isEqualTo("AWAITING_APPROVAL");
            registrations.add(path(receipt.text("links.self")));
        }
        program.post(STRANGER, registrations.get(0) + "/approve").isProblem(401);
        program.post(venner, registrations.get(0) + "/approve").isProblem(404);
        assertThat(program.post(parks, registrations.get(0) + "/approve")
                        .is(200)
                        .text("status"))
                .isEqualTo("CONFIRMED");
        assertThat(program.post(parks, registrations.get(1) + "/approve")
                        .is(200)
                        .number("position"))
                .isEqualTo(1);
        Answer declined = program.post(parks, registrations.get(2) + "/decline", "{\"reason\": \"No seat\"}")
                .is(200);
        assertThat(declined.text("status")).isEqualTo("DECLINED");
        assertThat(declined.text("reason")).isEqualTo("No seat");
        program.post(parks, registrations.get(0) + "/approve").isProblem(409);
        program.post(parks, registrations.get(2) + "/decline").isProblem(409);
    }

    @Test
    void organisersListWhoIsRegistered() {
        training(
                "listed",
                "\"places\": 2, \"categories\": [{\"key\": \"member\", \"name\": {\"en\": \"Member\"}},"
                        + " {\"key\": \"guest\", \"name\": {\"en\": \"Guest\"}}]");
        for (int i = 0; i < 5; i++) {
            String kind = i == 0 ? "guest" : "member";
            program.register(STRANGER, "listed", Wishes.of("p" + i + "@example.org", "\"category\": \"" + kind + "\""))
                    .is(201);
        }
        String list = "/api/v1/events/listed/registrations";
        program.get(STRANGER, list).isProblem(401);
        program.get(venner, list).isProblem(404);
        assertThat(emails(list)).containsExactly("p4", "p3", "p2", "p1", "p0");
        assertThat(emails(list + "?q=p3@")).containsExactly("p3");
        assertThat(emails(list + "?category=guest")).containsExactly("p0");
        assertThat(emails(list + "?status=WAITING&limit=2")).containsExactly("p4", "p3", "p2");
        assertThat(program.get(parks, list + "?status=WAITING").number("items.0.position"))
                .isEqualTo(3);
        program.get(parks, list + "?status=SLEEPING").isInvalid("status");
        program.get(parks, list + "?category=pilot").isInvalid("category");
    }

    @Test
    void theSameSubmissionSentAgainIsAnsweredAgain() {
        training("again", "\"places\": 5");
        String path = "/api/v1/events/again/registrations";
        String wish = Wishes.of("anna@example.org");
        Answer first = program.send("POST", STRANGER, path, wish, "Idempotency-Key", "k-1")
                .is(201);
        Answer second = program.send("POST", STRANGER, path, wish, "Idempotency-Key", "k-1")
                .is(201);
        assertThat(second.response().body()).isEqualTo(first.response().body());
        program.send("POST", STRANGER, path, Wishes.of("other@example.org"), "Idempotency-Key", "k-1")
                .isProblem(422);
        assertThat(program.get(STRANGER, "/api/v1/events/again").number("placesTaken"))
                .isEqualTo(1);
    }

    @Test
    void whoseAnswerGotLostIsGivenTheirRegistrationAgain() {
        training("lost", "\"places\": 5");
        String path = "/api/v1/events/lost/registrations";
        String wish = Wishes.of("anna@example.org");
        Answer first = program.send("POST", STRANGER, path, wish, "Idempotency-Key", "k-2")
                .is(201);
        DATABASE.execute("DELETE FROM submission");
        Answer second = program.send("POST", STRANGER, path, wish, "Idempotency-Key", "k-2")
                .is(201);
        assertThat(second.text("reference")).isEqualTo(first.text("reference"));
        program.get(token(second), path(second.text("links.self"))).is(200);
    }

    private static List<String> emails(String list) {
        List<String> emails = new ArrayList<>();
        String next = "";
        do {
            Answer part = program.get(parks, list + next).is(200);
            for (JsonNode item : part.json().get("items").values()) {
                emails.add(item.get("email").getStringValue().replace("@example.org", ""));
                assertThat(Instant.parse(item.get("registeredAt").getStringValue()))
                        .isNotNull();
            }
            next = part.text("next").isEmpty() ? "" : (list.contains("?") ? "&" : "?") + "cursor=" + part.text("next");
        } while (!next.isEmpty());
        return emails;
    }

    private static String status(Answer receipt) {
        return program.get(parks, path(receipt.text("links.self"))).text("status");
    }

    private static String token(Answer receipt) {
        return receipt.text("links.manage").replaceFirst(".*/r/", "");
    }

    private static String path(String link) {
        return link.replaceFirst("https?://[^/]+", "");
    }
}
