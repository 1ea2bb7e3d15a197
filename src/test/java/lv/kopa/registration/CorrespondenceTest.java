package lv.kopa.registration;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxFilter;
import lv.kopa.mail.OutboxItem;
import lv.kopa.mail.SeenMail;
import lv.kopa.registration.change.TenMinutes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A person hears of everything that changes their place, once. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CorrespondenceTest {
    private static final String SESSION = """
            {"start": "2031-06-14T%s", "end": "2031-06-14T16:00", "timeZone": "Europe/Riga", "place": "%s"}""";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("CorrespondenceTest", database);
    private String token = "";

    @BeforeAll
    void found() {
        token = kopa.found("intelekta-parks");
    }

    @AfterAll
    void close() {
        kopa.close();
    }

    @Test
    void whoGetsAPlaceIsToldWhenAndWhereWithTheEntryForTheirCalendar() {
        publish("confirmed", 5);
        register("confirmed", "anna@example.org", "lv");

        assertThatMail(only("anna@example.org"))
                .isIn("lv")
                .hasSubject("Tev ir vieta: Confirmed")
                .says("sestdiena, 2031. gada 14. jūnijs, 09:30–16:00 (laika josla: Rīga)")
                .says("Daugavpils")
                .says("Skatīt vai mainīt pieteikumu, atteikties")
                .textContains("/r/")
                .attachmentContains("invite.ics", "DTSTART;TZID=Europe/Riga:20310614T093000");
    }

    @Test
    void whoWaitsIsToldTheTurnAndMovesUpAsSoonAsAPlaceIsFree() {
        publish("queue", 1);
        Answer first = register("queue", "first@example.org", "en");
        assertThat(register("queue", "second@example.org", "en").number("position"))
                .isEqualTo(1);
        assertThat(register("queue", "third@example.org", "nb").number("position"))
                .isEqualTo(2);
        assertThatMail(only("third@example.org")).says("nummer 2").hasNoAttachment();

        kopa.post(token, "/api/v1/registrations/" + first.text("reference") + "/cancel", "{}")
                .is(200);

        assertThat(kinds("first@example.org")).containsExactly("cancelled", "confirmed");
        assertThat(kinds("second@example.org")).containsExactly("promoted", "waiting");
        assertThatMail(newest("second@example.org")).hasAttachment("invite.ics");
        assertThat(kinds("third@example.org")).containsExactly("waiting");
    }

    @Test
    void morePlacesMoveThoseUpWhoWait() {
        publish("grows", 1);
        register("grows", "a@example.org", "en");
        register("grows", "b@example.org", "en");
        register("grows", "c@example.org", "en");

        change("grows", "{\"places\": 2}");

        assertThat(kinds("b@example.org")).containsExactly("promoted", "waiting");
        assertThat(kinds("c@example.org")).containsExactly("waiting");
    }

    @Test
    void aMovedEventIsToldWithTheOldAndTheNewTimeAndAHigherSequence() {
        publish("moves", 5);
        register("moves", "mover@example.org", "en");
        Answer event = kopa.get(token, "/api/v1/events/moves");
        long session = event.number("sessions.0.id");

        change(
                "moves",
                "{\"sessions\": [{\"id\": " + session + ", "
                        + SESSION.formatted("11:00", "Rēzekne").strip().substring(1) + "]}");
        TenMinutes.pass(kopa);

        assertThatMail(newest("mover@example.org"))
                .hasSubject("Changed: Moves")
                .says("was: ")
                .says("09:30")
                .says("11:00")
                .says("Rēzekne")
                .attachmentContains("invite.ics", "SEQUENCE:1");
        assertThat(kinds("mover@example.org")).containsExactly("event-changed", "confirmed");
    }

    @Test
    void aChangeThatNobodySeesIsNotToldToAnybody() {
        publish("same", 5);
        register("same", "quiet@example.org", "en");

        change("same", "{\"places\": 6}");
        TenMinutes.pass(kopa);

        assertThat(kinds("quiet@example.org")).containsExactly("confirmed");
    }

    @Test
    void aCancelledEventIsToldWithItsReasonToAllWhoHaveOrWantAPlace() {
        publish("off", 1);
        register("off", "placed@example.org", "en");
        register("off", "waiting@example.org", "en");

        kopa.post(token, "/api/v1/events/off/cancel", "{\"reason\": \"The trainer is ill\"}")
                .is(200);

        assertThatMail(newest("placed@example.org"))
                .says("The trainer is ill")
                .attachmentContains("invite.ics", "METHOD:CANCEL");
        assertThatMail(newest("waiting@example.org")).says("The trainer is ill").hasNoAttachment();
    }

    @Test
    void whoRegistersAgainIsWrittenToAndWhoeverAskedLearnsNothing() {
        publish("again", 5);
        Answer first = register("again", "known@example.org", "en");
        Answer again = register("again", "KNOWN@example.org", "en");

        assertThat(again.text("status")).isEqualTo(first.text("status"));
        assertThat(again.text("reference")).isNotEqualTo(first.text("reference"));
        assertThatMail(newest("known@example.org"))
                .hasSubject("You are registered already: Again")
                .says("your registration stands as it was. Its state: Confirmed.");
        register("again", "known@example.org", "en");
        assertThat(kinds("known@example.org")).containsExactly("registered-already", "confirmed");
    }

    @Test
    void aProgrammeIsToldPartByPartWithTheSessionsThatWereChosenAndItsZoneOnce() {
        kopa.publish(token, """
                {"organisation": "intelekta-parks", "slug": "parts", "kind": "TRAINING", "title": {"en": "Parts"},
                 "sessions": [{"title": {"en": "Opening"}, "start": "2031-06-14T10:00", "end": "2031-06-14T11:00"},
                   {"title": {"en": "Baking"}, "start": "2031-06-14T11:15", "end": "2031-06-14T12:00", "places": 5},
                   {"title": {"en": "Singing"}, "start": "2031-06-14T11:15", "end": "2031-06-14T12:00", "places": 5},
                   {"start": "2031-06-14T13:00", "end": "2031-06-14T14:00", "place": "The garden"}]}""");
        long baking = kopa.get(Program.STRANGER, "/api/v1/events/parts").number("sessions.1.id");
        String person = """
                {"name": "Anna", "email": "baker@example.org", "language": "en", "consents": ["privacy"], "sessions": [%s]}""";
        kopa.register(Program.STRANGER, "parts", person.formatted(baking)).is(201);
        kopa.register(Program.STRANGER, "parts", person.formatted("")).is(201);

        assertThat(mails("baker@example.org"))
                .filteredOn(item -> !item.kind().equals("calendar-entry"))
                .hasSize(2)
                .allSatisfy(item -> assertThatMail(mail(item.id()))
                        .says("Saturday 14 June 2031, 10:00–11:00 · Opening")
                        .says("Saturday 14 June 2031, 11:15–12:00 · Baking")
                        .says("Saturday 14 June 2031, 13:00–14:00 · The garden")
                        .says("All times in Riga time")
                        .doesNotSay("Singing"));
    }

    @Test
    void noPersonsDataStandInTheMailOfAnother() {
        publish("apart", 1);
        String reference =
                register("apart", "one@example.org", "Zanda Zvaigzne", "en").text("reference");
        register("apart", "two@example.org", "Kārlis Ķirsis", "en");
        change(
                "apart",
                "{\"sessions\": [{\"id\": "
                        + kopa.get(token, "/api/v1/events/apart").number("sessions.0.id") + ", "
                        + SESSION.formatted("11:00", "Rēzekne").strip().substring(1) + "]}");
        TenMinutes.pass(kopa);
        kopa.post(token, "/api/v1/registrations/" + reference + "/cancel", "{}").is(200);

        assertThat(kinds("one@example.org")).containsExactly("cancelled", "event-changed", "confirmed");
        assertThat(kinds("two@example.org")).containsExactly("promoted", "event-changed", "waiting");
        assertThat(all("one@example.org"))
                .contains("Zvaigzne", "METHOD:REQUEST", "METHOD:CANCEL", "<html")
                .doesNotContain("two@", "Ķirsis", "Kārlis");
        assertThat(all("two@example.org"))
                .contains("Ķirsis", "METHOD:REQUEST", "<html")
                .doesNotContain("one@", "Zvaigzne", "Zanda");
    }

    @Test
    void ofTheMailAboutTheirOwnPlaceNobodyUnsubscribes() {
        publish("own-place", 1);
        String first = register("own-place", "own1@example.org", "en").text("reference");
        register("own-place", "own2@example.org", "lv");
        register("own-place", "own3@example.org", "nb");
        register("own-place", "own2@example.org", "lv");
        change(
                "own-place",
                "{\"sessions\": [{\"id\": "
                        + kopa.get(token, "/api/v1/events/own-place").number("sessions.0.id") + ", "
                        + SESSION.formatted("11:00", "Rēzekne").strip().substring(1) + "]}");
        TenMinutes.pass(kopa);
        kopa.post(token, "/api/v1/registrations/" + first + "/cancel", "{}").is(200);
        kopa.post(token, "/api/v1/events/own-place/cancel", "{\"reason\": \"The trainer is ill\"}")
                .is(200);

        String own = " FROM mail_outbox WHERE event_id = (SELECT id FROM event WHERE slug = 'own-place')";
        assertThat(database.texts("SELECT DISTINCT kind" + own))
                .contains(
                        "confirmed",
                        "waiting",
                        "registered-already",
                        "event-changed",
                        "cancelled",
                        "promoted",
                        "event-cancelled");
        assertThat(database.texts("SELECT kind" + own + " AND unsubscribe IS NOT NULL"))
                .isEmpty();
        assertThat(database.texts("SELECT kind FROM mail_outbox WHERE unsubscribe IS NOT NULL"))
                .as("whatever other tests had sent")
                .isEmpty();
    }

    /** All that somebody was sent, calendars too, as it stands there for people and for programs. */
    private String all(String address) {
        return mails(address).stream()
                .map(item -> mail(item.id()))
                .map(SeenMail::of)
                .flatMap(mail -> Stream.concat(
                        Stream.of(
                                mail.to(),
                                Objects.toString(mail.toName()),
                                Objects.toString(mail.fromName()),
                                Objects.toString(mail.replyTo()),
                                mail.subject(),
                                mail.text(),
                                mail.html()),
                        mail.attachments().stream()
                                .map(file -> new String(file.content(), StandardCharsets.UTF_8).replace("\r\n ", ""))))
                .collect(Collectors.joining("\n"));
    }

    private void publish(String slug, int places) {
        kopa.publish(token, """
                {"organisation": "intelekta-parks", "slug": "%s", "kind": "TRAINING", "places": %d,
                 "title": {"en": "%s"}, "sessions": [%s]}""".formatted(
                        slug,
                        places,
                        slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1),
                        SESSION.formatted("09:30", "Rīgas iela 22A, Daugavpils")));
    }

    private Answer register(String event, String address, String language) {
        return register(event, address, "Person of " + event, language);
    }

    private Answer register(String event, String address, String name, String language) {
        return kopa.register(Program.STRANGER, event, """
                {"name": "%s", "email": "%s", "language": "%s", "consents": ["privacy"]}""".formatted(name, address, language))
                .is(201);
    }

    private void change(String event, String patch) {
        String version = kopa.get(token, "/api/v1/events/" + event).header("ETag");
        kopa.patch(token, "/api/v1/events/" + event, version, patch).is(200);
    }

    private Mail only(String address) {
        assertThat(mails(address)).hasSize(1);
        return newest(address);
    }

    private Mail newest(String address) {
        return mail(mails(address).get(0).id());
    }

    private Mail mail(long id) {
        return kopa.bean(Outbox.class).find(id).orElseThrow().mail();
    }

    /** Latest first. */
    private List<String> kinds(String address) {
        return mails(address).stream().map(OutboxItem::kind).toList();
    }

    private List<OutboxItem> mails(String address) {
        return kopa.bean(Outbox.class)
                .page(new OutboxFilter(null, null, address, null, 50))
                .items();
    }
}
