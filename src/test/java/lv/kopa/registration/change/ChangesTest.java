package lv.kopa.registration.change;

import static lv.kopa.Program.STRANGER;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.mail.OutboxItem;
import lv.kopa.mail.Turn;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.entry.Inbox;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.undo.Decision;
import lv.kopa.registration.undo.Decisions;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What changes within ten minutes is told once, as the difference that it makes. */
@Tag("database")
final class ChangesTest {
    private static final String ANNA = "anna@example.org";
    private static final String KATE = "kate@example.org";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("ChangesTest", database);
    private final String parks = kopa.found("parks");

    @BeforeEach
    void inSpring() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-05-01T08:00:00Z"));
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void severalChangesAreToldAtOnceWithTheFirstOldAndTheLastNewValue() {
        training("");
        register(ANNA);
        move("11:00", "Rēzekne");
        later(Duration.ofMinutes(9));
        move("12:00", "Ludza");
        assertThat(kinds(ANNA)).containsExactly("confirmed");

        later(Duration.ofMinutes(1));

        assertThat(kinds(ANNA)).containsExactly("event-changed", "confirmed");
        assertThatMail(Someone.mailTo(kopa, ANNA))
                .isIn("lv")
                .says("tagad: sestdiena, 2031. gada 14. jūnijs, 12:00–16:00 (laika josla: Rīga)")
                .says("bija: sestdiena, 2031. gada 14. jūnijs, 09:30–16:00 (laika josla: Rīga)")
                .says("tagad: Ludza")
                .says("bija: Daugavpils, Rīgas iela 9")
                .doesNotSay("Rēzekne");
        assertThat(Inbox.of(kopa, ANNA).messages()).hasSize(2).last().asString().startsWith("REQUEST 1 ");
        later(Duration.ofHours(1));
        assertThat(kinds(ANNA)).hasSize(2);
    }

    @Test
    void whatIsChangedBackIsNotToldAtAll() {
        training("");
        register(ANNA);
        move("11:00", "Rēzekne");
        later(Duration.ofMinutes(5));
        move("09:30", "Daugavpils, Rīgas iela 9");

        later(Duration.ofMinutes(5));

        assertThat(kinds(ANNA)).containsExactly("confirmed");
        assertThat(Inbox.of(kopa, ANNA).messages()).hasSize(1);
        assertThat(database.number("SELECT COUNT(*) FROM event_change")).isZero();
    }

    @Test
    void whoCameBetweenTwoChangesHearsOfTheSecondOnly() {
        training("");
        register(ANNA);
        move("11:00", "Rēzekne");
        later(Duration.ofMinutes(5));
        register(KATE);
        move("11:00", "Ludza");

        later(Duration.ofMinutes(5));

        assertThatMail(Someone.mailTo(kopa, ANNA)).says("bija: Daugavpils").says("09:30");
        assertThatMail(Someone.mailTo(kopa, KATE)).says("bija: Rēzekne").doesNotSay("09:30");
    }

    @Test
    void whoMovesUpMeanwhileHearsItWithThePlaceAndNotTwice() {
        training("\"places\": 1, \"waitingList\": true");
        Someone first = register(ANNA);
        register(KATE);
        move("11:00", "Rēzekne");
        first.cancels();

        later(Duration.ofMinutes(10));

        assertThat(kinds(KATE)).containsExactly("promoted", "waiting");
        assertThatMail(Someone.mailTo(kopa, KATE)).says("Rēzekne");
        assertThat(kinds(ANNA)).containsExactly("cancelled", "confirmed");
    }

    @Test
    void aCancelledEventIsToldAtOnceAndNothingElse() {
        training("");
        register(ANNA);
        move("11:00", "Rēzekne");
        kopa.post(parks, "/api/v1/events/ours/cancel", "{\"reason\": \"Ill\"}").is(200);
        assertThat(kinds(ANNA)).containsExactly("event-cancelled", "confirmed");

        later(Duration.ofMinutes(10));

        assertThat(kinds(ANNA)).hasSize(2);
    }

    @Test
    void whatAllOfAnEventAreToldGoesBehindWhatOnePersonWaitsFor() {
        training("");
        register(ANNA);
        bringAll();
        move("11:00", "Rēzekne");
        later(Duration.ofMinutes(10));
        kopa.post(parks, "/api/v1/events/ours/cancel", "{\"reason\": \"Ill\"}").is(200);

        assertThat(turns(ANNA))
                .containsExactly(
                        "confirmed " + Turn.OWN.number(),
                        "event-changed " + Turn.EVENT.number(),
                        "event-cancelled " + Turn.EVENT.number());
    }

    @Test
    void whoCancelsWhileTheNewsWaitGetsTheNewsFirstSoThatTheCancellationStaysInTheCalendar() {
        training("");
        Someone anna = register(ANNA);
        register(KATE);
        bringAll();
        move("11:00", "Rēzekne");
        later(Duration.ofMinutes(10));

        anna.cancels();

        assertThat(turns(ANNA))
                .containsExactly(
                        "confirmed " + Turn.OWN.number(),
                        "event-changed " + Turn.OWN.number(),
                        "cancelled " + Turn.OWN.number());
        assertThat(turns(KATE)).endsWith("event-changed " + Turn.EVENT.number());
    }

    @Test
    void newsDoNotPassThePlaceThatTheyAreAbout() {
        training("");
        register(ANNA);
        move("11:00", "Rēzekne");
        later(Duration.ofMinutes(10));

        assertThat(turns(ANNA)).containsExactly("confirmed " + Turn.OWN.number(), "event-changed " + Turn.OWN.number());
    }

    private void bringAll() {
        database.execute("UPDATE mail_outbox SET state = 'SENT'");
    }

    private List<String> turns(String address) {
        return database.texts(
                "SELECT CONCAT(kind, ' ', bulk) FROM mail_outbox WHERE to_address = '" + address + "' ORDER BY id");
    }

    @Test
    void whereTheEventIsAboutToBeginChangesAreToldAtOnce() {
        training("");
        register(ANNA);
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-14T06:00:00Z"));

        move("10:00", "Rēzekne");

        assertThat(kinds(ANNA)).containsExactly("event-changed", "confirmed");
    }

    @Test
    void whereALaterPartIsAboutToBeginChangesAreToldAtOnceToo() {
        training("");
        change("""
                {"sessions": [{"id": %d, "title": {"en": "First day"}, "start": "2031-06-14T09:30",
                  "end": "2031-06-14T16:00", "place": "Daugavpils, Rīgas iela 9"},
                  {"title": {"en": "Walk"}, "start": "2031-06-15T10:00", "end": "2031-06-15T12:00", "place": "Park"}]}
                """.formatted(session()));
        register(ANNA);
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-15T06:30:00Z"));

        move("09:30", "Daugavpils, Rīgas iela 9");

        assertThat(kinds(ANNA)).containsExactly("event-changed", "confirmed");
        assertThatMail(Someone.mailTo(kopa, ANNA)).says("Nenotiks: Walk");
    }

    @Test
    void whatPeopleChangeThemselvesDoesNotHideWhatTheOrganiserChanged() {
        training("");
        Someone anna = register(ANNA);
        move("11:00", "Rēzekne");
        anna.send("", "/calendar", Map.of("calendar", "file"));

        later(Duration.ofMinutes(10));

        assertThat(kinds(ANNA)).containsExactly("event-changed", "calendar-file", "confirmed");
        assertThatMail(Someone.mailTo(kopa, ANNA)).says("bija: Daugavpils").says("tagad: Rēzekne");
    }

    @Test
    void whoTakesAPlaceOverMeanwhileHearsOfNoChange() {
        training("");
        Someone anna = register(ANNA);
        move("11:00", "Rēzekne");
        anna.send("/hand-over", "/hand-over", Map.of("name", "Kate", "email", KATE));
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, KATE))).send("", "", Map.of("consents", "privacy"));

        later(Duration.ofMinutes(10));

        assertThat(kinds(KATE)).containsExactly("confirmed", "hand-over");
        assertThat(kinds(ANNA)).containsExactly("handed-over", "confirmed");
    }

    @Test
    void whoIsErasedHearsOfNothing() {
        training("");
        Someone anna = register(ANNA);
        Someone kate = register(KATE);
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-20T08:00:00Z"));
        anna.send("/erasure", "/erasure", Map.of("sure", "yes"));
        move("11:00", "Rēzekne");
        kate.send("/erasure", "/erasure", Map.of("sure", "yes"));

        later(Duration.ofMinutes(10));

        assertThat(database.number("SELECT COUNT(*) FROM mail_outbox WHERE kind = 'event-changed'"))
                .isZero();
    }

    @Test
    void whoseApprovalIsUndoneHearsWithTheOthersWhatItWouldHaveTold() {
        training("\"approval\": \"MANUAL\"");
        register(ANNA);
        register(KATE);
        move("11:00", "Rēzekne");
        later(Duration.ofMinutes(1));
        Decision decision = decide(true);
        move("12:00", "Ludza");
        later(Duration.ofMinutes(1));
        undo(decision);
        assertThat(kinds(ANNA)).containsExactly("awaiting-approval");

        later(Duration.ofMinutes(8));

        assertThat(kinds(ANNA)).containsExactly("event-changed", "awaiting-approval");
        assertThatMail(Someone.mailTo(kopa, ANNA))
                .says("bija: Daugavpils")
                .says("tagad: Ludza")
                .says("09:30")
                .doesNotSay("Rēzekne");
        assertThat(kinds(KATE)).containsExactly("event-changed", "awaiting-approval");
        later(Duration.ofHours(1));
        assertThat(kinds(ANNA)).hasSize(2);
    }

    @Test
    void whoseRefusalIsUndoneHearsWhatWasChangedMeanwhile() {
        training("\"approval\": \"MANUAL\"");
        register(ANNA);
        Decision decision = decide(false);
        later(Duration.ofMinutes(1));
        move("11:00", "Rēzekne");
        undo(decision);

        later(Duration.ofMinutes(10));

        assertThat(kinds(ANNA)).containsExactly("event-changed", "awaiting-approval");
        assertThatMail(Someone.mailTo(kopa, ANNA)).says("bija: Daugavpils").says("tagad: Rēzekne");
    }

    @Test
    void whoseApprovalIsUndoneWhenTheOthersHaveHeardHearsAtOnceAndTheyNothingMore() {
        training("\"approval\": \"MANUAL\"");
        register(ANNA);
        register(KATE);
        move("11:00", "Rēzekne");
        later(Duration.ofMinutes(8));
        Decision decision = decide(true);
        later(Duration.ofMinutes(2));
        assertThat(kinds(KATE)).containsExactly("event-changed", "awaiting-approval");
        assertThat(kinds(ANNA)).containsExactly("confirmed", "awaiting-approval");

        undo(decision);

        assertThat(kinds(ANNA)).containsExactly("event-changed", "awaiting-approval");
        assertThatMail(Someone.mailTo(kopa, ANNA)).says("bija: Daugavpils").says("tagad: Rēzekne");
        later(Duration.ofHours(1));
        assertThat(kinds(KATE)).hasSize(2);
    }

    @Test
    void whoseApprovalIsUndoneHearsNothingWhereTheEventIsAsTheyKnowIt() {
        training("\"approval\": \"MANUAL\"");
        register(ANNA);
        move("11:00", "Rēzekne");
        Decision decision = decide(true);
        move("09:30", "Daugavpils, Rīgas iela 9");
        undo(decision);

        later(Duration.ofMinutes(20));

        assertThat(kinds(ANNA)).containsExactly("awaiting-approval");
    }

    /** On Anna, as if on many. */
    private Decision decide(boolean approved) {
        EventDetails event = kopa.bean(Events.class).find("ours").orElseThrow();
        Registrations registrations = kopa.bean(Registrations.class);
        Registration anna = registrations.of(event.event().id()).stream()
                .filter(person -> person.email().equals(ANNA))
                .findFirst()
                .orElseThrow();
        Decisions decisions = kopa.bean(Decisions.class);
        decisions.decide(event, approved, List.of(anna), "test", () -> {
            if (approved) {
                registrations.approve(anna, "test");
            } else {
                registrations.decline(anna, null, "test");
            }
        });
        return decisions.open(event.event()).get(0);
    }

    private void undo(Decision decision) {
        Event event = kopa.bean(Events.class).find("ours").orElseThrow().event();
        assertThat(kopa.bean(Decisions.class).undo(event, decision, "test")).isTrue();
    }

    @Test
    void newAndCancelledPartsTitlesAndLinksAreToldThoseOnlyToWhoHasAPlace() {
        training("\"places\": 1, \"waitingList\": true");
        register(ANNA);
        register(KATE);
        change("""
                {"title": {"en": "Grants", "lv": "Granti"}, "sessions": [
                  {"id": %d, "title": {"en": "Day one"}, "start": "2031-06-14T09:30", "end": "2031-06-14T16:00",
                   "place": "Daugavpils, Rīgas iela 9", "onlineUrl": "https://meet.example/1"},
                  {"title": {"en": "Evening"}, "start": "2031-06-14T18:00", "end": "2031-06-14T20:00", "place": "Park"}]}
                """.formatted(session()));

        later(Duration.ofMinutes(10));

        assertThatMail(Someone.mailTo(kopa, ANNA))
                .hasSubject("Izmaiņas: Granti")
                .says("bija: Projektu rakstīšana")
                .says("Day one – kas")
                .says("bija: First day")
                .says("Day one – tiešsaiste")
                .says("tagad: https://meet.example/1")
                .says("Jauna nodarbība: Evening")
                .says("18:00–20:00");
        assertThatMail(Someone.mailTo(kopa, KATE))
                .says("Jauna nodarbība: Evening")
                .doesNotSay("meet.example");
    }

    private void training(String more) {
        kopa.publish(parks, Plans.training("parks", "ours", more));
    }

    private Someone register(String email) {
        return Someone.at(
                kopa,
                Someone.path(kopa.register(STRANGER, "ours", Wishes.of(email))
                        .is(201)
                        .text("links.manage")));
    }

    private void move(String start, String place) {
        change("""
                {"sessions": [{"id": %d, "title": {"en": "First day"}, "start": "2031-06-14T%s",
                  "end": "2031-06-14T16:00", "place": "%s"}]}""".formatted(session(), start, place));
    }

    private long session() {
        return kopa.get(parks, "/api/v1/events/ours").number("sessions.0.id");
    }

    private void change(String patch) {
        String version = kopa.get(parks, "/api/v1/events/ours").header("ETag");
        kopa.patch(parks, "/api/v1/events/ours", version, patch).is(200);
    }

    private void later(Duration time) {
        kopa.bean(MovableClock.class).advance(time);
        kopa.bean(ChangeKeeper.class).tellDue();
    }

    private List<String> kinds(String address) {
        return Someone.mails(kopa, address).stream()
                .map(OutboxItem::kind)
                .filter(kind -> !kind.equals("calendar-entry"))
                .toList();
    }
}
