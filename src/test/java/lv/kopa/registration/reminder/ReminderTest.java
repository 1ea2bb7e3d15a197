package lv.kopa.registration.reminder;

import static lv.kopa.Program.STRANGER;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.event.Session;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.registration.words.OwnWords;
import lv.kopa.registration.words.Scope;
import lv.kopa.registration.words.Words;
import lv.kopa.text.Language;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People with a place are reminded of it: of an event on 14 June 2031 at 9:30 in Riga, which is 6:30 UTC. */
final class ReminderTest {
    private static final Offset THANKS = new Offset(1, Offset.Unit.DAYS, Offset.Side.AFTER_EVENT);

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("ReminderTest", database);
    private String token = "";

    @BeforeEach
    void anEventWithTwoReminders() {
        at("2031-05-01T08:00:00Z");
        token = kopa.found("parks");
        kopa.publish(token, Plans.training("parks", "day", "\"places\": 1, \"waitingList\": true"));
        register("anna@example.org");
    }

    @AfterEach
    void close() {
        kopa.close();
    }

    @Test
    void aNewEventRemindsAWeekAndADayBefore() {
        roundsAt("2031-06-07T06:29:00Z");
        assertThat(reminders("anna@example.org")).isZero();

        roundsAt("2031-06-07T06:31:00Z");
        assertThat(reminders("anna@example.org")).isOne();

        roundsAt("2031-06-13T06:31:00Z", "2031-06-14T06:31:00Z", "2031-06-20T06:31:00Z");
        assertThat(reminders("anna@example.org")).isEqualTo(2);
        assertThatMail(Someone.mailTo(kopa, "anna@example.org"))
                .isIn("lv")
                .hasSubject("Atgādinājums: Projektu rakstīšana")
                .says("Daugavpils, Rīgas iela 9");
    }

    @Test
    void nobodyIsRemindedWhoHasNoPlaceOrGotItLater() {
        register("ilze@example.org");
        Someone.at(kopa, Someone.path(Someone.linkIn(Someone.mailTo(kopa, "anna@example.org"))))
                .cancels();
        roundsAt("2031-06-07T06:31:00Z");
        assertThat(reminders("anna@example.org")).isZero();
        assertThat(reminders("ilze@example.org")).isOne();

        Someone.at(kopa, Someone.path(Someone.linkIn(Someone.mailTo(kopa, "ilze@example.org"))))
                .cancels();
        register("late@example.org");
        roundsAt("2031-06-07T06:40:00Z");
        assertThat(reminders("late@example.org")).isZero();
    }

    @Test
    void afterADowntimeOnlyTheLastReminderGoesOutAndNoneOnceItHasBegun() {
        roundsAt("2031-06-13T20:00:00Z");
        assertThat(reminders("anna@example.org")).isOne();

        try (Program later = Program.start("ReminderTest", TestDatabase.fresh())) {
            later.bean(MovableClock.class).set(Instant.parse("2031-05-01T08:00:00Z"));
            later.publish(later.found("parks"), Plans.training("parks", "day", ""));
            later.register(STRANGER, "day", Wishes.of("anna@example.org")).is(201);
            later.bean(MovableClock.class).set(Instant.parse("2031-06-14T06:31:00Z"));
            later.bean(ReminderRound.class).go();
            assertThat(reminders(later, "anna@example.org")).isZero();
        }
    }

    @Test
    void theyMoveWithTheEventAndComeAgainOnlyWhereItBeginsADayLaterThanWasSaid() {
        roundsAt("2031-06-13T06:31:00Z");
        move("2031-06-14T15:00", "2031-06-14T18:00");
        roundsAt("2031-06-13T12:31:00Z");
        assertThat(reminders("anna@example.org")).isOne();

        move("2031-09-01T09:30", "2031-09-01T16:00");
        roundsAt("2031-06-14T06:31:00Z");
        assertThat(reminders("anna@example.org")).isOne();
        roundsAt("2031-08-31T06:31:00Z");
        assertThat(reminders("anna@example.org")).isEqualTo(2);
    }

    @Test
    void whoHasJustBeenToldOfAnEarlierDateIsNotRemindedOnTop() {
        at("2031-06-01T08:00:00Z");
        move("2031-06-02T06:30", "2031-06-02T16:00");
        roundsAt("2031-06-01T08:01:00Z");
        assertThat(reminders("anna@example.org")).isZero();
    }

    @Test
    void aChangeBetweenItsTimeAndTheNextRoundDoesNotStopAReminder() {
        at("2031-06-07T06:31:00Z");
        move("2031-06-14T09:30", "2031-06-14T16:30");

        roundsAt("2031-06-07T06:34:00Z");

        assertThat(reminders("anna@example.org")).isOne();
    }

    @Test
    void thanksAreSentAfterwardsOnce() {
        kopa.bean(Reminders.class).add(details(), THANKS, "test");
        roundsAt("2031-06-13T06:31:00Z", "2031-06-15T13:01:00Z", "2031-06-15T14:00:00Z", "2031-06-23T14:00:00Z");
        assertThat(kinds("anna@example.org")).containsOnlyOnce("afterwards");
        assertThat(database.texts("SELECT kind FROM mail_outbox WHERE bulk = 1"))
                .as("what can wait for other mail")
                .containsExactly("afterwards");
        assertThat(reminders("anna@example.org")).isPositive();
    }

    @Test
    void aReminderOfACancelledEventIsNotSent() {
        kopa.post(token, "/api/v1/events/day/cancel", "{\"reason\": \"storm\"}").is(200);
        roundsAt("2031-06-07T06:31:00Z", "2031-06-13T06:31:00Z");
        assertThat(reminders("anna@example.org")).isZero();
    }

    /** Of two sessions to choose from: Boats on 15 June at 10 in Riga, Bees on 16 June; and one for everybody. */
    @Test
    void beforeASessionThoseAreRemindedWhoComeToItAndTheMailNamesIt() {
        EventDetails choice = choice();
        add(choice, 2, Offset.Side.BEFORE_SESSION);
        registerFor("carla@example.org", choice.sessions().get(1));
        registerFor("bruno@example.org", choice.sessions().get(2));

        roundsAt("2031-06-13T06:59:00Z");
        assertThat(subjects("carla@example.org")).containsExactly("Atgādinājums: Grant choice – Opening");
        roundsAt("2031-06-13T07:01:00Z");

        assertThat(subjects("carla@example.org"))
                .containsExactly("Atgādinājums: Grant choice – Boats", "Atgādinājums: Grant choice – Opening");
        assertThat(subjects("bruno@example.org")).containsExactly("Atgādinājums: Grant choice – Opening");
        assertThatMail(Someone.mailTo(kopa, "carla@example.org"))
                .says("Boats")
                .says("svētdiena, 2031. gada 15. jūnijs")
                .says("Ezers")
                .doesNotSay("Bees")
                .doesNotSay("Opening");
        roundsAt("2031-06-14T07:01:00Z");
        assertThat(subjects("bruno@example.org")).contains("Atgādinājums: Grant choice – Bees");
    }

    @Test
    void theReminderOfASessionMovesWithItAndThatOfACancelledOneIsNotSent() {
        EventDetails choice = choice();
        add(choice, 2, Offset.Side.BEFORE_SESSION);
        add(choice, 1, Offset.Side.AFTER_SESSION);
        registerFor("carla@example.org", choice.sessions().get(1));
        registerFor("bruno@example.org", choice.sessions().get(2));
        sessions(choice, "2031-06-20T10:00", "2031-06-20T12:00", false);

        roundsAt("2031-06-13T07:01:00Z", "2031-06-14T07:01:00Z");
        assertThat(subjects("carla@example.org")).containsExactly("Atgādinājums: Grant choice – Opening");
        assertThat(subjects("bruno@example.org")).containsExactly("Atgādinājums: Grant choice – Opening");

        roundsAt("2031-06-18T07:01:00Z", "2031-06-21T09:01:00Z");
        assertThat(subjects("carla@example.org"))
                .contains("Atgādinājums: Grant choice – Boats", "Paldies: Grant choice – Boats");
        assertThat(subjects("bruno@example.org"))
                .contains("Paldies: Grant choice – Opening")
                .noneMatch(subject -> subject.contains("Bees") || subject.contains("Boats"));
    }

    @Test
    void aReminderMayComeAYearBefore() {
        kopa.publish(token, Plans.training("parks", "far", "").replace("2031-06-14", "2032-06-14"));
        EventDetails far = kopa.bean(Events.class).find("far").orElseThrow();
        add(far, 366, Offset.Side.BEFORE_EVENT);
        kopa.register(STRANGER, "far", Wishes.of("zoe@example.org")).is(201);

        roundsAt("2031-06-14T06:29:00Z");
        assertThat(reminders("zoe@example.org")).isZero();
        roundsAt("2031-06-14T06:31:00Z");
        assertThat(reminders("zoe@example.org")).isOne();
    }

    @Test
    void whatHasPassedWhenItIsSetGoesToNobodyAndTheSameIsSetOnce() {
        at("2031-06-12T08:00:00Z");
        Offset threeDays = new Offset(3, Offset.Unit.DAYS, Offset.Side.BEFORE_EVENT);
        assertThat(kopa.bean(Reminders.class).add(details(), threeDays, "test")).isTrue();
        assertThat(kopa.bean(Reminders.class).add(details(), threeDays, "test")).isFalse();
        Reminder weekBefore = kopa.bean(Reminders.class).of(details()).get(0);
        kopa.bean(Reminders.class).remove(details(), weekBefore.id(), "test");

        roundsAt("2031-06-12T08:01:00Z");

        assertThat(reminders("anna@example.org")).isZero();
    }

    @Test
    void eachReminderHasItsOwnWordsAndOthersSayWhatTheOrganisationSays() {
        List<Reminder> two = kopa.bean(Reminders.class).of(details());
        OwnWords words = kopa.bean(OwnWords.class);
        Scope scope = Scope.of(details());
        words.write(
                scope, two.get(0).wordsKey(), Language.LV, 0, new Words("Pēc nedēļas {when}", "", "{name}"), "test");
        words.write(
                new Scope(scope.organisation(), null),
                "reminder",
                Language.LV,
                0,
                new Words("Drīz {event}", "", "{name}"),
                "test");

        roundsAt("2031-06-07T06:31:00Z");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).subjectContains("Pēc nedēļas");
        roundsAt("2031-06-13T06:31:00Z");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).hasSubject("Drīz Projektu rakstīšana");
    }

    @Test
    void aDayBeforeIsTheSameHourOnTheWallWhenTheClocksChange() {
        kopa.publish(token, Plans.training("parks", "spring", "").replace("2031-06-14", "2031-03-30"));
        EventDetails spring = kopa.bean(Events.class).find("spring").orElseThrow();
        Reminder dayBefore = kopa.bean(Reminders.class).of(spring).get(1);

        assertThat(dayBefore.moments(spring).get(0).due().toInstant()).isEqualTo("2031-03-29T07:30:00Z");
    }

    @Test
    void hoursBeforeASessionAreHoursForThoseWhoComeToIt() {
        EventDetails choice = choice();
        addHours(choice, 3);
        registerFor("carla@example.org", choice.sessions().get(1));
        registerFor("bruno@example.org", choice.sessions().get(2));

        roundsAt("2031-06-15T03:59:00Z");
        assertThat(subjects("carla@example.org")).noneMatch(subject -> subject.contains("Boats"));
        roundsAt("2031-06-15T04:01:00Z");

        assertThat(subjects("carla@example.org")).contains("Atgādinājums: Grant choice – Boats");
        assertThat(subjects("bruno@example.org")).noneMatch(subject -> subject.contains("Boats"));
    }

    /** Clocks go from 3 to 4 on 30 March, and from 4 to 3 on 26 October. */
    @ParameterizedTest
    @CsvSource({
        "2031-03-30, T05:30, 2031-03-29T23:30:00Z", // half past one in the night: an hour is skipped
        "2031-10-26, T05:30, 2031-10-26T00:30:00Z" // half past three by the first of two passes: an hour is repeated
    })
    void hoursBeforeAreAsManyHoursWhenTheClocksChangeBetween(String day, String start, String due) {
        at("2031-03-01T08:00:00Z");
        kopa.publish(
                token,
                Plans.training("parks", "clocks", "")
                        .replace("2031-06-14T09:30", day + start)
                        .replace("2031-06-14", day));
        EventDetails clocks = kopa.bean(Events.class).find("clocks").orElseThrow();
        kopa.bean(Reminders.class)
                .of(clocks)
                .forEach(first -> kopa.bean(Reminders.class).remove(clocks, first.id(), "test"));
        addHours(clocks, 3);
        kopa.register(STRANGER, "clocks", Wishes.of("zoe@example.org")).is(201);

        roundsAt(Instant.parse(due).minusSeconds(60).toString());
        assertThat(reminders("zoe@example.org")).isZero();
        roundsAt(Instant.parse(due).plusSeconds(60).toString());
        assertThat(reminders("zoe@example.org")).isOne();
    }

    private void addHours(EventDetails event, int hours) {
        Offset before = new Offset(hours, Offset.Unit.HOURS, Offset.Side.BEFORE_SESSION);
        assertThat(kopa.bean(Reminders.class).add(event, before, "test")).isTrue();
    }

    private EventDetails choice() {
        kopa.publish(token, """
                {"organisation": "parks", "slug": "choice", "kind": "TRAINING", "title": {"en": "Grant choice"},
                 "timeZone": "Europe/Riga", "sessions": %s}
                """.formatted(sessions("", "", "", "2031-06-15T10:00", "2031-06-15T12:00", true)));
        EventDetails choice = kopa.bean(Events.class).find("choice").orElseThrow();
        kopa.bean(Reminders.class)
                .of(choice)
                .forEach(first -> kopa.bean(Reminders.class).remove(choice, first.id(), "test"));
        return choice;
    }

    private static String sessions(String opening, String boats, String bees, String start, String end, boolean third) {
        String all = """
                [{%s"title": {"en": "Opening"}, "start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "place": "Jelgava"},
                 {%s"title": {"en": "Boats"}, "start": "%s", "end": "%s", "place": "Ezers", "places": 5}""".formatted(opening, boats, start, end);
        return all + (third ? """
                ,
                 {%s"title": {"en": "Bees"}, "start": "2031-06-16T10:00", "end": "2031-06-16T12:00", "place": "Dravas", "places": 5}""".formatted(bees) : "") + "]";
    }

    private void sessions(EventDetails choice, String start, String end, boolean third) {
        String version = kopa.get(token, "/api/v1/events/choice")
                .response()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        List<String> ids = choice.sessions().stream()
                .map(session -> "\"id\": " + session.id() + ", ")
                .toList();
        kopa.patch(
                        token,
                        "/api/v1/events/choice",
                        version,
                        "{\"sessions\": " + sessions(ids.get(0), ids.get(1), ids.get(2), start, end, third) + "}")
                .is(200);
    }

    private void add(EventDetails event, int days, Offset.Side side) {
        assertThat(kopa.bean(Reminders.class).add(event, new Offset(days, Offset.Unit.DAYS, side), "test"))
                .isTrue();
    }

    private void registerFor(String email, Session session) {
        kopa.register(STRANGER, "choice", Wishes.of(email, "\"sessions\": [" + session.id() + "]"))
                .is(201);
    }

    /** Of the reminders and thanks somebody got, the newest first. */
    private List<String> subjects(String address) {
        return Someone.mails(kopa, address).stream()
                .filter(item -> List.of("reminder", "afterwards").contains(item.kind()))
                .map(item -> item.subject())
                .toList();
    }

    private void move(String start, String end) {
        Answer now = kopa.get(token, "/api/v1/events/day");
        String version = now.response().headers().firstValue("ETag").orElseThrow();
        String id = String.valueOf(now.number("sessions.0.id"));
        kopa.patch(token, "/api/v1/events/day", version, """
                        {"sessions": [{"id": %s, "title": {"en": "First day"}, "start": "%s", "end": "%s",
                          "place": "Daugavpils, Rīgas iela 9"}]}""".formatted(id, start, end))
                .is(200);
    }

    private void register(String email) {
        kopa.register(STRANGER, "day", Wishes.of(email)).is(201);
    }

    private void at(String instant) {
        kopa.bean(MovableClock.class).set(Instant.parse(instant));
    }

    private void roundsAt(String... instants) {
        for (String instant : instants) {
            at(instant);
            kopa.bean(ReminderRound.class).go();
            kopa.bean(ReminderRound.class).go();
        }
    }

    private EventDetails details() {
        return kopa.bean(Events.class).find("day").orElseThrow();
    }

    private List<String> kinds(String address) {
        return Someone.mails(kopa, address).stream().map(item -> item.kind()).toList();
    }

    private long reminders(String address) {
        return reminders(kopa, address);
    }

    private static long reminders(Program kopa, String address) {
        return Someone.mails(kopa, address).stream()
                .filter(item -> item.kind().equals("reminder"))
                .count();
    }
}
