package lv.kopa.registration.reply;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.delivery.Delivered;
import lv.kopa.mail.inbox.Looks;
import lv.kopa.mail.inbox.PostBox;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Role;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.time.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calendars answer to invitations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CalendarAnswersTest {
    private static final Instant NOW = Instant.parse("2031-06-01T08:00:00Z");

    private static final String VOUCHED = "mx.kopa.example; dkim=pass; dmarc=pass (p=none) header.from=example.org";

    private final TestDatabase database = TestDatabase.fresh();
    private final PostBox box = new PostBox();
    private final Program kopa = open("true");
    private final String parks = kopa.found("parks");
    private String anna = "";
    private String office = "";
    private String event = "";
    private String reference = "";
    private int people;

    @BeforeEach
    void somebodyElse() {
        kopa.bean(MovableClock.class).set(NOW);
        people++;
        anna = "anna" + people + "@example.org";
        office = "office" + people + "@parks.example";
        event = "ours-" + people;
        database.execute("UPDATE organisation SET email = '" + office + "'");
    }

    @AfterAll
    void stop() {
        kopa.close();
        box.close();
    }

    @Test
    void whoSaysNoInTheCalendarGivesThePlaceUpAndIsToldSo() {
        Someone person = registered("\"places\": 1");
        invited("u1", 0);
        answers("DECLINED", 0, "20310601T090000Z");
        assertThat(status()).isEqualTo("CANCELLED");
        assertThat(taken()).isZero();
        assertThatMail(Someone.mailTo(kopa, anna)).says("kalendārs");
        assertThat(person.headline()).isEqualTo("This registration is cancelled");
        assertThat(box.arrived()).isZero();
    }

    @Test
    void whatWasReallySentToThemIsWhatTheyDecline() {
        registered("");
        List<String> sent = database.texts("SELECT uid FROM sent_entry WHERE registration = '" + reference + "'");
        assertThat(sent).isNotEmpty();
        for (String uid : sent) {
            String no = calendar("REPLY", "u1", anna, "DECLINED", 0, "20310601T090000Z")
                    .replace("UID:" + people + "u1", "UID:" + uid);
            box.drop(mail(VOUCHED, anna, no));
        }
        kopa.bean(Looks.class).now();
        assertThat(status()).isEqualTo("CANCELLED");
    }

    @Test
    void theLinkInThatMailTakesItBackADayLaterToo() {
        registered("\"places\": 1");
        invited("u1", 0);
        answers("DECLINED", 0, "20310601T090000Z");
        kopa.bean(MovableClock.class).advance(Duration.ofHours(30));
        Someone person = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, anna)));
        assertThat(person.page().select("#undo").text()).contains("3 June");
        person.press("/undo");
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(taken()).isOne();
    }

    @Test
    void whoWaitsGetsThePlaceAtOnceAndThenThereIsNothingToTakeBack() {
        registered("\"places\": 1");
        Someone janis = Someone.registered(kopa, event, "janis" + people + "@example.org", "");
        invited("u1", 0);
        answers("DECLINED", 0, "20310601T090000Z");
        assertThat(janis.headline()).contains("you have a place");
        assertThatMail(Someone.mailTo(kopa, anna))
                .says("pārgājusi kādam, kas gaidīja")
                .says("Nostāties rindā")
                .doesNotSay("pārdomā divu dienu laikā");
        Someone person = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, anna)));
        assertThat(person.page().select("#undo").text()).contains("It can no longer be taken back");
    }

    @Test
    void organisersSayItInTheirOwnWordsAndWhatCanBeDoneStandsThereAllTheSame() {
        registered("\"places\": 1");
        invited("u1", 0);
        database.execute("INSERT INTO own_words (organisation_id, event_id, occasion, language, version, subject,"
                + " headline, text, actor, written_at) SELECT organisation_id, id, 'cancelled-by-calendar', 'lv', 1,"
                + " 'Ak vai', '', 'Žēl, {name}!', 'test', '2031-06-01' FROM event WHERE slug = '" + event + "'");
        answers("DECLINED", 0, "20310601T090000Z");
        assertThatMail(Someone.mailTo(kopa, anna))
                .hasSubject("Ak vai")
                .says("Žēl, ")
                .says("pārdomā divu dienu laikā")
                .doesNotSay("Tavs kalendārs");
    }

    @Test
    void whoSaysYesIsNoted() {
        registered("");
        invited("u1", 0);
        long before = mails();
        answers("ACCEPTED", 0, "20310601T090000Z");
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(mails()).isEqualTo(before);
        assertThat(deeds()).contains("calendar-accepted");
    }

    @ParameterizedTest
    @CsvSource({"TENTATIVE,REPLY", "DELEGATED,REPLY", "NEEDS-ACTION,REPLY", "ACCEPTED,COUNTER", "DECLINED,COUNTER"})
    void whatOnlyAPersonCanAnswerReachesTheOrganiserAndChangesNothing(String says, String method) {
        registered("");
        invited("u1", 0);
        box.drop(mail(VOUCHED, anna, calendar(method, "u1", anna, says, 0, "20310601T090000Z")));
        kopa.bean(Looks.class).now();
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(Someone.mails(kopa, office)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mx.evil.example; dmarc=pass header.from=example.org",
                "mx.kopa.example; dmarc=fail header.from=example.org",
                "mx.kopa.example; dmarc=pass header.from=evil.example",
                "mx.kopa.example; dmarc=pass header.from=example.org.evil.example",
                "mx.kopa.example; spf=pass smtp.mailfrom=example.org",
                "mx.kopa.example.evil.example; dmarc=pass header.from=example.org",
                "mx.kopa.example; dmarc=none (dmarc=pass header.from=example.org)",
                "mx.kopa.example; spf=pass smtp.mailfrom=\"a;dmarc=pass header.from=example.org\"@evil.example; dmarc=fail header.from=example.org",
                "mx.kopa.example; spf=pass smtp.mailfrom=\"a;dmarc=pass header.from=example.org\"@evil.example"
            })
    void whoeverOurServerDoesNotVouchForChangesNothingAndIsReadByAPerson(String results) {
        registered("");
        invited("u1", 0);
        long before = mails();
        box.drop(mail(results, anna, calendar("REPLY", "u1", anna, "DECLINED", 0, "20310601T090000Z")));
        kopa.bean(Looks.class).now();
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(Someone.mails(kopa, office)).hasSize(1);
        assertThat(mails() - before).isOne();
        assertThat(box.arrived()).isZero();
    }

    @Test
    @Timeout(20)
    void aHeaderThatWouldKeepUsReadingForHoursIsNotRead() {
        registered("");
        invited("u1", 0);
        String results = "mx.kopa.example; " + "(".repeat(700_000);
        box.drop(mail(results, anna, calendar("REPLY", "u1", anna, "DECLINED", 0, "20310601T090000Z")));
        kopa.bean(Looks.class).now();
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(box.arrived()).isZero();
    }

    @Test
    void headersThatSomebodyWroteBelowOursAreNotBelieved() {
        registered("");
        invited("u1", 0);
        String below = "mx.kopa.example; dmarc=fail header.from=example.org\nAuthentication-Results: " + VOUCHED;
        box.drop(mail(below, anna, calendar("REPLY", "u1", anna, "DECLINED", 0, "20310601T090000Z")));
        kopa.bean(Looks.class).now();
        assertThat(status()).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @CsvSource({"eve@example.org,anna", "anna,eve@example.org", "eve@example.org,eve@example.org"})
    void nobodyDeclinesForAnotherAndWhoAnswersFromAnotherAddressIsReadByAPerson(String from, String attendee) {
        registered("");
        invited("u1", 0);
        long before = mails();
        String sender = from.equals("anna") ? anna : from;
        String says = attendee.equals("anna") ? anna : attendee;
        box.drop(mail(VOUCHED, sender, calendar("REPLY", "u1", says, "DECLINED", 0, "20310601T090000Z")));
        kopa.bean(Looks.class).now();
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(Someone.mails(kopa, office)).hasSize(1);
        assertThat(mails() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DECLINED,,REPLY,0,1", // nobody vouches for it
        "DECLINED,dmarc,REPLY,1,1", // it has moved meanwhile
        "TENTATIVE,dmarc,REPLY,0,1",
        "DECLINED,dmarc,COUNTER,0,1",
        "ACCEPTED,,REPLY,0,0"
    })
    void whereAnOrganisationHasNoAddressItsOwnersReadWhatAPersonMustAnswer(
            String says, @Nullable String proof, String method, int moved, int read) {
        registered("");
        invited("u1", moved);
        database.execute("UPDATE organisation SET email = NULL, reply_to = NULL");
        int before = Someone.mails(kopa, "parks@example.org").size();
        String answer = calendar(method, "u1", anna, says, 0, "20310601T090000Z");
        box.drop(mail(proof == null ? "" : VOUCHED, anna, answer));
        kopa.bean(Looks.class).now();
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(Someone.mails(kopa, "parks@example.org")).hasSize(before + read);
        assertThat(box.arrived()).isZero();
    }

    @Test
    void whereItHasNoAddressEachOfItsOwnersReadsWhatPeopleAnswerToItsMail() {
        registered("");
        database.execute("UPDATE organisation SET email = NULL, reply_to = NULL");
        database.execute("UPDATE mail_outbox SET reply_to = NULL");
        String other = "owner" + people + "@example.org";
        long id = kopa.bean(People.class)
                .create("Other", new EmailAddress(other), "long enough a password", Language.EN)
                .id();
        long organisation = database.number("SELECT id FROM organisation WHERE slug = 'parks'");
        kopa.bean(People.class).join(id, organisation, Role.OWNER, "test");
        int before = Someone.mails(kopa, "parks@example.org").size();
        long sent = Someone.mails(kopa, anna).get(0).id();
        box.drop("From: " + anna + "\nTo: " + kopa.bean(Delivered.class).returnAddress(sent)
                + "\nSubject: Re\n\nMay I bring a friend?\n");
        kopa.bean(Looks.class).now();
        kopa.bean(People.class).join(id, organisation, Role.CHECK_IN, "test");
        assertThat(Someone.mails(kopa, "parks@example.org")).hasSize(before + 1);
        assertThatMail(Someone.mailTo(kopa, other)).says("May I bring a friend?");
    }

    @Test
    void anEntryThatNobodyWasSentIsNobodysAndWhoDeclinesItIsToldWhereToWrite() {
        registered("");
        invited("u1", 0);
        long before = mails();
        box.drop(mail(VOUCHED, anna, calendar("REPLY", "u2", anna, "ACCEPTED", 0, "20310601T090000Z")));
        kopa.bean(Looks.class).now();
        assertThat(mails()).isEqualTo(before);
        String no = mail(VOUCHED, anna, calendar("REPLY", "u2", anna, "DECLINED", 0, "20310601T090000Z"));
        box.drop(no);
        box.drop(no);
        kopa.bean(Looks.class).now();
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(Someone.mails(kopa, anna))
                .first()
                .satisfies(told -> assertThat(told.kind()).isEqualTo("unread"));
        assertThat(mails()).isEqualTo(before + 1);
    }

    @Test
    void whatIsSaidOfAnUnknownEntryInAnswerToAMailOfOursReachesWhoeverOrganises() {
        registered("");
        invited("u1", 0);
        String to = kopa.bean(Delivered.class)
                .returnAddress(Someone.mails(kopa, anna).get(0).id());
        box.drop(mail(VOUCHED, anna, calendar("REPLY", "u2", anna, "DECLINED", 0, "20310601T090000Z"))
                .replace("To: kopa@kopa.example", "To: " + to));
        kopa.bean(Looks.class).now();
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(Someone.mails(kopa, office)).hasSize(1);
    }

    @Test
    void whatAProgramSaysOfAnUnknownEntryIsPutAsideAndNotAnswered() {
        registered("");
        invited("u1", 0);
        long before = mails();
        int aside = box.aside();
        box.drop("Auto-Submitted: auto-replied\n"
                + mail(VOUCHED, anna, calendar("REPLY", "u2", anna, "DECLINED", 0, "20310601T090000Z")));
        kopa.bean(Looks.class).now();
        assertThat(mails()).isEqualTo(before);
        assertThat(box.aside()).isEqualTo(aside + 1);
    }

    @Test
    void whoDeclinesWhatWasTakenOutAlreadyNeedsNoAnswer() {
        registered("");
        invited("u1", 0);
        database.execute("UPDATE sent_entry SET cancelled_at = '2031-06-01' WHERE uid = '" + people + "u1'");
        long before = mails();
        answers("DECLINED", 0, "20310601T090000Z");
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(mails()).isEqualTo(before);
    }

    @Test
    void anAnswerThatIsOlderThanTheLastOneComesTooLate() {
        registered("");
        invited("u1", 0);
        answers("ACCEPTED", 0, "20310601T090000Z");
        answers("DECLINED", 0, "20310601T085959Z");
        answers("DECLINED", 0, "20310601T090000Z");
        assertThat(status()).isEqualTo("CONFIRMED");
        answers("DECLINED", 0, "20310601T090001Z");
        assertThat(status()).isEqualTo("CANCELLED");
    }

    @Test
    void whoDeclinesWhatHasMovedMeanwhileIsReadByAPerson() {
        registered("");
        invited("u1", 1);
        answers("DECLINED", 0, "20310601T090000Z");
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(Someone.mails(kopa, office)).hasSize(1);
    }

    @Test
    void whoDeclinesOneOfSeveralPartsStaysUntilAllAreDeclined() {
        registered("");
        invited("u1", 0);
        invited("u2", 0);
        answers("DECLINED", 0, "20310601T090000Z");
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(Someone.mails(kopa, office)).hasSize(1);
        answers("u2", "DECLINED", 0);
        assertThat(status()).isEqualTo("CANCELLED");
    }

    @Test
    void aPartThatHasMovedSinceItWasDeclinedIsNotDeclined() {
        registered("");
        invited("u1", 0);
        invited("u2", 0);
        answers("u1", "DECLINED", 0);
        database.execute("UPDATE sent_entry SET sequence = 1 WHERE uid = '" + people + "u1'");
        answers("u2", "DECLINED", 0);
        assertThat(status()).isEqualTo("CONFIRMED");
        answers("u1", "DECLINED", 1);
        assertThat(status()).isEqualTo("CANCELLED");
    }

    @Test
    void aNoThatComesTooLateForWhatHasMovedIsNoneWhenTheOtherPartIsDeclined() {
        registered("");
        invited("u1", 1);
        invited("u2", 0);
        answers("u1", "DECLINED", 0);
        answers("u2", "DECLINED", 0);
        assertThat(status()).isEqualTo("CONFIRMED");
    }

    @Test
    void whoProposesAnotherTimeHasNotDeclined() {
        registered("");
        invited("u1", 0);
        invited("u2", 0);
        box.drop(mail(VOUCHED, anna, calendar("COUNTER", "u1", anna, "DECLINED", 0, "20310601T090000Z")));
        answers("u2", "DECLINED", 0);
        assertThat(status()).isEqualTo("CONFIRMED");
    }

    @Test
    void afterTheDeadlineThePlaceStaysAndBothSidesHearOfIt() {
        registered("\"registration\": {\"changesUntil\": \"2031-06-01T07:00:00Z\"}");
        invited("u1", 0);
        answers("DECLINED", 0, "20310601T090000Z");
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThatMail(Someone.mailTo(kopa, anna)).says("termiņš ir pagājis").says("https://kopa.example/r/");
        assertThat(Someone.mails(kopa, office)).hasSize(1);
    }

    @Test
    void whereItIsNotWantedANoIsOnlyPassedOn() {
        registered("");
        invited("u1", 0);
        try (Program other = open("false")) {
            answers(other, "ACCEPTED", 0, "20310601T090000Z");
            answers(other, "DECLINED", 0, "20310601T100000Z");
        }
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(Someone.mails(kopa, office)).hasSize(1);
    }

    private Program open(String wanted) {
        Map<String, Object> settings = new HashMap<>(box.settings());
        settings.put("kopa.inbox.calendar-answers", wanted);
        return Program.start("CalendarAnswersTest", database, settings);
    }

    private Someone registered(String more) {
        kopa.publish(parks, Plans.training("parks", event, more));
        var registered = kopa.register("", event, Wishes.of(anna)).is(201);
        reference = registered.text("reference");
        return Someone.at(kopa, Someone.path(registered.text("links.manage")));
    }

    /** Has somebody invited to this, and not to what they were really sent. */
    private void invited(String uid, int sequence) {
        database.execute("DELETE FROM sent_entry WHERE registration = '" + reference + "' AND uid LIKE 'reg-%'");
        database.execute("INSERT INTO sent_entry (uid, registration, sequence, stamped_at, gist, invited_at) VALUES ('"
                + people + uid + "', '" + reference + "', " + sequence
                + ", '2031-06-01', REPEAT('0', 64), '2031-06-01')");
    }

    private void answers(String says, int sequence, String stamp) {
        answers(kopa, says, sequence, stamp);
    }

    private void answers(String uid, String says, int sequence) {
        box.drop(mail(VOUCHED, anna, calendar("REPLY", uid, anna, says, sequence, "20310601T090000Z")));
        kopa.bean(Looks.class).now();
    }

    private void answers(Program program, String says, int sequence, String stamp) {
        box.drop(mail(VOUCHED, anna, calendar("REPLY", "u1", anna, says, sequence, stamp)));
        program.bean(Looks.class).now();
    }

    private static String mail(String results, String from, String calendar) {
        return "Return-Path: <" + from + ">\n" + (results.isEmpty() ? "" : "Authentication-Results: " + results + "\n")
                + "From: " + from + "\nTo: kopa@kopa.example\nSubject: Answer\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nNo\n"
                + "--b\nContent-Type: text/calendar; charset=UTF-8; method=REPLY\n\n" + calendar + "--b--\n";
    }

    private String calendar(String method, String uid, String attendee, String says, int sequence, String stamp) {
        return String.join(
                "\n",
                List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//x//y//EN",
                        "METHOD:" + method,
                        "BEGIN:VEVENT",
                        "UID:" + people + uid,
                        "DTSTAMP:" + stamp,
                        "SEQUENCE:" + sequence,
                        "DTSTART;TZID=FLE Standard Time:20310614T093000",
                        "ORGANIZER:mailto:kopa@kopa.example",
                        "ATTENDEE;PARTSTAT=" + says + ":MAILTO:" + attendee.toUpperCase(),
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    private String status() {
        return database.texts("SELECT status FROM registration WHERE reference = '" + reference + "'")
                .get(0);
    }

    private List<String> deeds() {
        return database.texts("SELECT deed FROM audit WHERE subject = 'registration'");
    }

    private long mails() {
        return database.number("SELECT COUNT(*) FROM mail_outbox");
    }

    private long taken() {
        return database.number("SELECT places_taken FROM event WHERE slug = '" + event + "'");
    }
}
