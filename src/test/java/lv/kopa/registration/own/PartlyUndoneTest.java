package lv.kopa.registration.own;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.time.MovableClock;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who want a place back of which a part has gone on to others. */
final class PartlyUndoneTest {
    private static final Instant NOW = Instant.parse("2031-06-01T08:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("PartlyUndoneTest", database);
    private final String parks = kopa.found("parks");
    private List<Long> sessions = List.of();

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void whoseWorkshopAloneHasGoneOnHasTheRestAgainAndIsInLineForIt() {
        announce("true");
        Someone anna = anna("anna@example.org", sessions.get(0) + ", " + sessions.get(1));
        Someone janis = Someone.registered(
                kopa, "ours", "janis@example.org", "\"sessions\": [], \"waitFor\": [" + sessions.get(0) + "]");
        anna.cancels();
        assertThat(janis.page().select("dl.facts").text()).contains("Kitchen");

        Document page = anna.page();
        assertThat(page.select("#undo h2").text()).isEqualTo("Was that a mistake?");
        assertThat(page.select("#undo p").eachText())
                .contains("Without what has gone on to somebody else meanwhile, and in line for it: Kitchen");
        anna.press("/undo");

        Document after = anna.page();
        assertThat(after.select("h1").text()).isEqualTo("Anna Bērziņa, you have a place");
        assertThat(after.select("[role=status]").text()).contains("You have your place again, without what has gone");
        assertThat(after.select("dt:contains(Your sessions) ~ dd").eachText())
                .singleElement()
                .satisfies(session -> assertThat(session).startsWith("Garden"));
        assertThat(after.select("#turns ~ ul b").eachText()).containsExactly("Kitchen");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org"))
                .says("Kitchen – 1.")
                .hasAttachment("invite.ics");
        countersEqualRows();

        janis.cancels();
        assertThat(anna.page().select("dt:contains(Your sessions) ~ dd").text()).contains("Kitchen", "Garden");
        countersEqualRows();
    }

    @Test
    void whereNobodyMayWaitItIsSaidPlainlyWhatIsGone() {
        announce("false");
        Someone anna = anna("anna@example.org", sessions.get(0) + ", " + sessions.get(1));
        anna.cancels();
        anna("janis@example.org", "" + sessions.get(0));

        assertThat(anna.page().select("#undo p").eachText())
                .contains("Without what has gone on to somebody else meanwhile and cannot be waited for: Kitchen");
        anna.press("/undo");

        assertThat(anna.page().select("dt:contains(Your sessions) ~ dd").text()).startsWith("Garden");
        assertThat(database.number("SELECT COUNT(*) FROM session_turn")).isZero();
        countersEqualRows();
    }

    @Test
    void whatGoesBetweenLookingAndPressingIsSaidBeforeItIsDone() {
        announce("true");
        Someone anna = anna("anna@example.org", sessions.get(0) + ", " + sessions.get(1));
        anna.cancels();
        Document before = anna.page();
        anna("janis@example.org", "" + sessions.get(0));

        anna.browser().submit(before, anna.path() + "/undo", Map.of());

        Document asked = anna.page();
        assertThat(asked.select("h1").text()).isEqualTo("This registration is cancelled");
        assertThat(asked.select("[role=status]").text()).contains("passed on to somebody else in the meantime");
        assertThat(asked.select("#undo").text()).contains("in line for it: Kitchen");
        countersEqualRows();

        anna.press("/undo");
        assertThat(anna.headline()).contains("you have a place");
        countersEqualRows();
    }

    @Test
    void whoseAnswerHasGoneOnChoosesAnew() {
        kopa.bean(MovableClock.class).set(NOW);
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Science"}, "places": 9,
                 "timeZone": "Europe/Riga", "questions": [
                   {"key": "bed", "type": "CHOICE", "label": {"en": "Where do you sleep?"}, "required": true, "choices": [
                     {"key": "house", "label": {"en": "In the house"}, "places": 1},
                     {"key": "tent", "label": {"en": "In a tent"}}]}],
                 "sessions": [{"title": {"en": "Day"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00"}]}""");
        Someone anna = Someone.registered(kopa, "ours", "anna@example.org", "\"answers\": {\"bed\": \"house\"}");
        anna.cancels();
        Someone.registered(kopa, "ours", "janis@example.org", "\"answers\": {\"bed\": \"house\"}");

        assertThat(anna.page().select("#undo").text()).contains("choose anew afterwards");
        anna.press("/undo");

        assertThat(anna.page().text()).contains("The organiser needs one more answer from you.");
        assertThat(database.number("SELECT places_taken FROM choice WHERE choice_key = 'house'"))
                .isOne();
    }

    @Test
    void whatCannotBeTakenBackIsSaidBeforePressing() {
        announce("true");
        Someone anna = anna("anna@example.org", "" + sessions.get(0));
        assertThat(anna.page().select("form[action$=/cancellation]").text())
                .contains("a session that has gone on to somebody else by then is not given back");
        assertThat(anna.page("/edit").select("#sessions-hint").text())
                .contains("A place that you give up goes at once to whoever waits for it");

        Someone waiting = anna("janis@example.org", "" + sessions.get(0));
        assertThat(waiting.page().select("form[action$=/cancellation]").text())
                .contains("You leave the line at once.", "only get in line again at its end");

        Someone turn = Someone.registered(
                kopa, "ours", "kate@example.org", "\"sessions\": [], \"waitFor\": [" + sessions.get(0) + "]");
        assertThat(turn.page().select("#turns + p").text()).startsWith("Your turn in a line is gone once you leave it");
    }

    /** Kitchen in the morning for one, Garden in the afternoon for many. */
    private void announce(String waitingList) {
        kopa.bean(MovableClock.class).set(NOW);
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Science for everyone"},
                 "places": 20, "waitingList": %s, "timeZone": "Europe/Riga", "sessions": [
                   {"title": {"en": "Kitchen"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 1},
                   {"title": {"en": "Garden"}, "start": "2031-06-14T13:30", "end": "2031-06-14T15:00", "places": 5}]}""".formatted(waitingList));
        sessions = kopa.bean(Events.class).find("ours").orElseThrow().chosen().stream()
                .map(Session::id)
                .toList();
    }

    private Someone anna(String address, String chosen) {
        return Someone.registered(kopa, "ours", address, "\"sessions\": [" + chosen + "]");
    }

    private void countersEqualRows() {
        assertThat(database.number("""
                SELECT COUNT(*) FROM session s WHERE s.places_taken <> (
                  SELECT COUNT(*) FROM registration_session c JOIN registration r ON r.id = c.registration_id
                  WHERE c.session_id = s.id AND r.status = 'CONFIRMED')""")).isZero();
        assertThat(database.number("""
                SELECT COUNT(*) FROM event e WHERE e.places_taken <> (
                  SELECT COUNT(*) FROM registration r WHERE r.event_id = e.id AND r.status = 'CONFIRMED')""")).isZero();
    }
}
