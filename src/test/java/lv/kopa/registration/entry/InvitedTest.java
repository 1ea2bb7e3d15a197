package lv.kopa.registration.entry;

import static lv.kopa.Program.STRANGER;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.ical.Golden;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.change.TenMinutes;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever has a place has it in their calendar, moved when it moves and gone when it is gone; nobody else has. */
@Tag("database")
final class InvitedTest {
    private static final String ANNA = "anna@example.org";
    private static final String JANIS = "janis@example.org";
    private static final String ENTRY = "Projektu rakstīšana – First day, Daugavpils\\, Rīgas iela 9";
    private static final String TWO_DAYS = """
            {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Course"}, "sessions": [
              {"title": {"en": "Monday"}, "start": "2031-06-16T10:00", "end": "2031-06-16T12:00", "place": "Riga"},
              {"title": {"en": "Baking"}, "start": "2031-06-17T10:00", "end": "2031-06-17T12:00", "place": "Riga", "places": 5},
              {"title": {"en": "Singing"}, "start": "2031-06-17T10:00", "end": "2031-06-17T12:00", "place": "Riga", "places": 5}]}
            """;

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("InvitedTest", database);
    private final String parks = kopa.found("parks");
    private final Inbox anna = Inbox.of(kopa, ANNA);
    private final Inbox janis = Inbox.of(kopa, JANIS);

    @BeforeEach
    void inSpring() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-05-01T08:00:00Z"));
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void theConfirmationInvitesToTheOnlyPartOfAnEvent() {
        training("");
        register(ANNA);

        assertThat(anna.messages()).containsExactly("REQUEST 0 Projektu rakstīšana – First day");
        assertThat(anna.calendar()).containsExactly(ENTRY);
        assertThat(kinds(ANNA)).containsExactly("confirmed");
        SentEntry sent = kopa.bean(SentEntries.class).find(anna.uids().get(0)).orElseThrow();
        assertThat(sent.isLive()).isTrue();
        assertThat(sent.sequence()).isZero();
        assertThat(sent.registration()).isEqualTo(reference());
        assertThat(sent.stampedAt()).isEqualTo(Instant.parse("2031-05-01T08:00:00Z"));
        assertThat(anna.newest()).contains("DTSTAMP:20310501T080000Z", "ORGANIZER;CN=parks:mailto:", ANNA);
    }

    @Test
    void whoWaitsOrAwaitsApprovalIsNotInvitedAndNeverCancelled() {
        training("\"places\": 1, \"waitingList\": true");
        register(ANNA);
        Someone waiting = register(JANIS);
        waiting.cancels();

        assertThat(janis.messages()).isEmpty();

        Someone again = register(JANIS);
        cancelByOrganiser(ANNA);
        assertThat(anna.calendar()).isEmpty();
        assertThat(janis.messages()).containsExactly("REQUEST 0 Projektu rakstīšana – First day");
        again.cancels();
        assertThat(janis.messages()).hasSize(2).last().asString().startsWith("CANCEL 1 ");
        assertThat(janis.calendar()).isEmpty();
    }

    @Test
    void whoIsApprovedIsInvitedAndWhoIsDeclinedIsNot() {
        training("\"approval\": \"MANUAL\"");
        register(ANNA);
        register(JANIS);
        assertThat(anna.messages()).isEmpty();

        kopa.post(parks, decision(ANNA, "approve")).is(200);
        kopa.post(parks, decision(JANIS, "decline"), "{\"reason\": \"Full\"}").is(200);

        assertThat(anna.calendar()).containsExactly(ENTRY);
        assertThat(janis.messages()).isEmpty();
    }

    @Test
    void whoTakesTheCancellationBackIsInvitedAnewAndHasItOnce() {
        training("");
        Someone person = register(ANNA);
        person.cancels();
        assertThat(anna.calendar()).isEmpty();

        person.press("/undo");

        assertThat(anna.calendar()).containsExactly(ENTRY);
        assertThat(anna.uids()).hasSize(3);
        assertThat(anna.uids().get(2)).isNotEqualTo(anna.uids().get(0));
    }

    @Test
    void aPlaceThatIsHandedOverGoesFromOneCalendarToTheOther() {
        training("");
        Someone person = register(ANNA);
        person.send("/hand-over", "/hand-over", Map.of("name", "Jānis", "email", JANIS));
        assertThat(janis.messages()).isEmpty();

        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, JANIS))).send("", "", Map.of("consents", "privacy"));

        assertThat(anna.calendar()).isEmpty();
        assertThat(janis.calendar()).containsExactly("Grant writing – First day, Daugavpils\\, Rīgas iela 9");
        assertThat(janis.uids()).doesNotContainAnyElementsOf(anna.uids());
        assertThat(janis.newest()).doesNotContain(ANNA);
    }

    @Test
    void aMovedEventMovesInTheCalendarAndACorrectionOfTheTextDoesNot() {
        training("");
        register(ANNA);

        change("{\"description\": {\"en\": \"Bring a pen.\"}}");
        TenMinutes.pass(kopa);
        assertThat(anna.messages()).hasSize(1);

        change("{\"sessions\": [{\"id\": %d, %s]}".formatted(session(0), day("11:00", "Rēzekne")));
        TenMinutes.pass(kopa);

        assertThat(anna.messages()).hasSize(2).last().asString().startsWith("REQUEST 1 ");
        assertThat(anna.uids()).containsOnly(anna.uids().get(0));
        assertThat(anna.newest())
                .contains("DTSTART;TZID=Europe/Riga:20310614T110000", "DTSTAMP:20310501T082000Z")
                .contains("Bring a pen.");
        Golden.assertThatIs("update.ics", anna.newest().getBytes(StandardCharsets.UTF_8));
        assertThat(kinds(ANNA)).containsExactly("event-changed", "confirmed");
    }

    @Test
    void eachPartIsAnEntryOfItsOwnAndGoesAlone() {
        kopa.publish(parks, TWO_DAYS);
        Someone person = register(ANNA, "\"sessions\": [" + session(1) + "]");

        assertThat(anna.messages()).containsExactly("REQUEST 0 Course – Monday", "REQUEST 0 Course – Baking");
        assertThat(kinds(ANNA)).containsExactly("calendar-entry", "confirmed");
        assertThatMail(Someone.mailTo(kopa, ANNA)).says("vēl 1 e-pasts");

        person.send("/edit", "/edit", Map.of("sessions", String.valueOf(session(2))));
        assertThat(anna.calendar()).containsExactly("Course – Monday, Riga", "Course – Singing, Riga");

        change(
                "{\"sessions\": [{\"id\": %d, \"title\": {\"en\": \"Singing\"}, \"start\": \"2031-06-17T10:00\", \"end\": \"2031-06-17T12:00\", \"place\": \"Riga\", \"places\": 5}]}"
                        .formatted(session(2)));
        TenMinutes.pass(kopa);
        assertThat(anna.calendar()).containsExactly("Course – Singing, Riga");
        assertThatMail(Someone.mailTo(kopa, ANNA)).says("Nenotiks: Monday").doesNotSay("Baking");

        kopa.post(parks, "/api/v1/events/ours/cancel", "{\"reason\": \"Ill\"}").is(200);
        assertThat(anna.calendar()).isEmpty();
        assertThat(janis.messages()).isEmpty();
    }

    @Test
    void aStudyVisitIsDaysThatTakeNoTimeAndStopsByTheirOwnClocks() {
        kopa.publish(parks, Plans.studyVisit("parks", "ours", "").replace("MANUAL", "AUTOMATIC"));
        Someone person = register(ANNA, "\"category\": \"member\"");

        assertThat(anna.messages())
                .containsExactly(
                        "REQUEST 0 Study visit to Hamar",
                        "REQUEST 0 Study visit to Hamar – Flight",
                        "REQUEST 0 Study visit to Hamar – Nature school");
        assertThat(anna.newest()).contains("DTSTART;TZID=Europe/Oslo:20310614T110000", "https://meet.example/hamar");
        Golden.assertThatIs("request.ics", anna.newest().getBytes(StandardCharsets.UTF_8));

        person.send("", "/calendar", Map.of("calendar", "file"));
        assertThat(anna.calendar()).isEmpty();
        person.send("", "/calendar", Map.of("calendar", "invitation"));
        assertThat(anna.calendar()).hasSize(3);
        assertThat(Someone.mails(kopa, ANNA))
                .filteredOn(item -> item.kind().equals("calendar-entry"))
                .allSatisfy(item -> assertThatMail(kopa.bean(Outbox.class)
                                .find(item.id())
                                .orElseThrow()
                                .mail())
                        .says("14. jūnijs"));
        kopa.post(parks, "/api/v1/events/ours/cancel", "{\"reason\": \"Ill\"}").is(200);
        assertThat(anna.calendar()).isEmpty();
        Golden.assertThatIs("cancel.ics", anna.newest().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNoStudyVisitAnyMoreHasNoBannerAndGoesAsAWhole() {
        kopa.publish(parks, Plans.studyVisit("parks", "ours", "").replace("MANUAL", "AUTOMATIC"));
        register(ANNA, "\"category\": \"member\"");
        register(JANIS, "\"category\": \"member\"");
        assertThat(anna.calendar()).hasSize(3);
        cancelByOrganiser(JANIS);

        change("{\"kind\": \"TRAINING\"}");
        TenMinutes.pass(kopa);

        assertThat(anna.calendar())
                .containsExactly(
                        "Study visit to Hamar – Flight, Riga",
                        "Study visit to Hamar – Nature school, Hamar Naturskole");
        assertThat(anna.messages()).hasSize(4).last().asString().startsWith("CANCEL 1 ");
        assertThat(anna.newest()).contains("DTSTART;VALUE=DATE:20310614", "STATUS:CANCELLED");
        assertThat(kinds(ANNA)).first().isEqualTo("event-changed");
        assertThatMail(Someone.mailTo(kopa, ANNA)).says("Apmācība").says("Pieredzes brauciens");
        assertThat(janis.calendar()).isEmpty();

        kopa.post(parks, "/api/v1/events/ours/cancel", "{\"reason\": \"Ill\"}").is(200);
        assertThat(anna.calendar()).isEmpty();
        assertThat(anna.messages()).as("the banner goes once").hasSize(6);
        assertThat(live()).isZero();
    }

    @Test
    void whatIsCancelledBeforeItsPeopleHearThatItIsNoStudyVisitIsCancelledWhole() {
        kopa.publish(parks, Plans.studyVisit("parks", "ours", "").replace("MANUAL", "AUTOMATIC"));
        register(ANNA, "\"category\": \"member\"");

        change("{\"kind\": \"TRAINING\"}");
        kopa.post(parks, "/api/v1/events/ours/cancel", "{\"reason\": \"Ill\"}").is(200);

        assertThat(anna.calendar()).isEmpty();
        assertThat(live()).isZero();
    }

    @Test
    void whatBecomesAStudyVisitGetsItsBannerAndGoesAsAWhole() {
        kopa.publish(parks, TWO_DAYS);
        register(ANNA, "\"sessions\": [" + session(1) + "]");
        assertThat(anna.calendar()).hasSize(2);

        change("{\"kind\": \"MEETING\"}");
        TenMinutes.pass(kopa);
        assertThat(kinds(ANNA)).as("nothing that people see").doesNotContain("event-changed");

        change("{\"kind\": \"STUDY_VISIT\"}");
        TenMinutes.pass(kopa);

        assertThat(anna.messages()).hasSize(3).last().isEqualTo("REQUEST 0 Course");
        assertThat(anna.newest()).contains("DTSTART;VALUE=DATE:20310616", "DTEND;VALUE=DATE:20310618");
        assertThat(kinds(ANNA)).first().isEqualTo("event-changed");

        kopa.post(parks, "/api/v1/events/ours/cancel", "{\"reason\": \"Ill\"}").is(200);
        assertThat(anna.calendar()).isEmpty();
        assertThat(live()).isZero();
    }

    @Test
    void aChangeThatWasKeptBeforeKindsWereIsToldAllTheSame() {
        kopa.publish(parks, Plans.studyVisit("parks", "ours", "").replace("MANUAL", "AUTOMATIC"));
        register(ANNA, "\"category\": \"member\"");
        change("{\"title\": {\"en\": \"To Hamar\"}}");
        database.execute("UPDATE event_change SET known = JSON_REMOVE(known, '$.kind')");

        TenMinutes.pass(kopa);

        assertThat(anna.calendar()).hasSize(3).allMatch(entry -> entry.startsWith("To Hamar"));
        assertThatMail(Someone.mailTo(kopa, ANNA)).doesNotSay("Veids");
    }

    @Test
    void whoeverIsWrittenToElsewhereHasItInTheCalendarThere() {
        training("");
        Someone person = register(ANNA);
        person.send("/edit", "/edit", Map.of("email", JANIS));
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, JANIS))).send("", "", Map.of());

        assertThat(anna.calendar()).isEmpty();
        assertThat(janis.calendar()).containsExactly(ENTRY);
    }

    @Test
    void whoeverIsErasedHasItNoLonger() {
        training("");
        Someone person = register(ANNA);
        assertThat(anna.messages()).hasSize(1);

        person.send("/erasure", "/erasure", Map.of("sure", "yes"));

        assertThat(anna.messages()).singleElement().asString().startsWith("CANCEL 1 ");
    }

    @Test
    void whoWantsAFileGetsItAndNothingStaysTwice() {
        training("");
        Someone person = register(ANNA);
        assertThat(person.page().select("input[name=calendar][checked]").val()).isEqualTo("invitation");
        String uid = anna.uids().get(0);
        assertThat(file(person)).contains("UID:" + uid);

        person.send("", "/calendar", Map.of("calendar", "file"));

        assertThat(person.page().select("input[name=calendar][checked]").val()).isEqualTo("file");
        assertThat(anna.calendar()).isEmpty();
        assertThatMail(Someone.mailTo(kopa, ANNA)).hasAttachment("ours.ics");
        assertThat(file(person)).doesNotContain(uid).contains("UID:session-");

        change("{\"sessions\": [{\"id\": %d, %s]}".formatted(session(0), day("11:00", "Rēzekne")));
        TenMinutes.pass(kopa);
        assertThatMail(Someone.mailTo(kopa, ANNA)).attachmentContains("ours.ics", "T110000");
        assertThat(anna.messages()).hasSize(2);

        person.send("", "/calendar", Map.of("calendar", "invitation"));
        assertThat(anna.calendar()).hasSize(1);
        assertThat(file(person)).contains("UID:" + anna.uids().get(2));
    }

    @Test
    void aLongProgrammeComesAsOneFileUnlessSomebodyWantsItOtherwise() {
        StringBuilder sessions = new StringBuilder();
        for (int day = 10; day < 16; day++) {
            sessions.append(sessions.isEmpty() ? "" : ", ").append("""
                    {"start": "2031-06-%dT10:00", "end": "2031-06-%dT12:00", "place": "Riga"}""".formatted(day, day));
        }
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Course"},
                 "sessions": [%s]}""".formatted(sessions));
        Someone person = register(ANNA);

        assertThat(anna.messages()).isEmpty();
        assertThatMail(Someone.mailTo(kopa, ANNA)).hasAttachment("ours.ics");

        person.send("", "/calendar", Map.of("calendar", "invitation"));
        assertThat(anna.calendar()).hasSize(6);
    }

    @Test
    void whoWasSentFilesBeforeThereWereInvitationsGoesOnWithFiles() {
        training("");
        Someone person = register(ANNA);
        database.execute("DELETE FROM sent_entry");
        database.execute("UPDATE registration SET calendar = 'FILE'");

        person.cancels();

        assertThat(anna.messages()).hasSize(1);
    }

    private long live() {
        return database.number("SELECT COUNT(*) FROM sent_entry WHERE cancelled_at IS NULL");
    }

    private String file(Someone person) {
        return person.browser().get(person.path() + "/calendar.ics").body().replace("\r\n ", "");
    }

    private void training(String more) {
        kopa.publish(parks, Plans.training("parks", "ours", more));
    }

    private Someone register(String email) {
        return register(email, "");
    }

    private Someone register(String email, String more) {
        return Someone.at(
                kopa,
                Someone.path(kopa.register(STRANGER, "ours", Wishes.of(email, more))
                        .is(201)
                        .text("links.manage")));
    }

    private String reference() {
        return database.texts("SELECT reference FROM registration").get(0);
    }

    private String decision(String email, String decision) {
        String reference = database.texts("SELECT reference FROM registration WHERE email = '" + email + "'")
                .get(0);
        return "/api/v1/registrations/" + reference + "/" + decision;
    }

    private void cancelByOrganiser(String email) {
        kopa.post(parks, decision(email, "cancel"), "{}").is(200);
    }

    private long session(int index) {
        return kopa.get(parks, "/api/v1/events/ours").number("sessions." + index + ".id");
    }

    private static String day(String start, String place) {
        return """
                "title": {"en": "First day"}, "start": "2031-06-14T%s", "end": "2031-06-14T16:00", "place": "%s"}""".formatted(start, place);
    }

    private void change(String patch) {
        String version = kopa.get(parks, "/api/v1/events/ours").header("ETag");
        kopa.patch(parks, "/api/v1/events/ours", version, patch).is(200);
    }

    private List<String> kinds(String address) {
        return Someone.mails(kopa, address).stream().map(OutboxItem::kind).toList();
    }
}
