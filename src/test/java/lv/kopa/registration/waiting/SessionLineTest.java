package lv.kopa.registration.waiting;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.registration.change.TenMinutes;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.web.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who have a place in the event and wait for a full session of it. */
final class SessionLineTest {
    private final Queue queue = new Queue("SessionLineTest");

    @AfterEach
    void close() {
        queue.isInOrder();
        queue.close();
    }

    /** Kitchen and Sundial in the morning at once, Garden in the afternoon, each for one. */
    private void announce(String more) {
        queue.kopa().publish(queue.parks(), """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Science for everyone"},
                 "timeZone": "Europe/Riga", %s "sessions": [
                   {"title": {"en": "Opening"}, "start": "2031-06-14T08:00", "end": "2031-06-14T09:00"},
                   {"title": {"en": "Kitchen"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 1},
                   {"title": {"en": "Sundial"}, "start": "2031-06-14T10:00", "end": "2031-06-14T12:00", "places": 1},
                   {"title": {"en": "Garden"}, "start": "2031-06-14T13:30", "end": "2031-06-14T15:00", "places": 1}]}""".formatted(more.isEmpty() ? "" : more + ","));
    }

    private Session session(String title) {
        return queue.kopa().bean(Events.class).find("ours").orElseThrow().sessions().stream()
                .filter(session -> session.title().in(Language.EN).equals(title))
                .findFirst()
                .orElseThrow();
    }

    private String ids(String... titles) {
        return Stream.of(titles)
                .map(title -> String.valueOf(session(title).id()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private Answer comes(String name, String chosen, String awaited) {
        return queue.comes(
                name,
                "\"sessions\": " + (chosen.isEmpty() ? "[]" : ids(chosen.split(", "))) + ", \"waitFor\": "
                        + (awaited.isEmpty() ? "[]" : ids(awaited.split(", "))));
    }

    /** Which sessions somebody has, and which they wait for with what number: `Kitchen; Garden 2`. */
    private String has(String name) {
        return queue.database()
                .texts("""
                SELECT CONCAT_WS('; ',
                  (SELECT GROUP_CONCAT(s.title ORDER BY s.starts_at) FROM registration_session x
                    JOIN session s ON s.id = x.session_id WHERE x.registration_id = r.id),
                  (SELECT GROUP_CONCAT('waits for ', s.title ORDER BY s.starts_at) FROM session_turn t
                    JOIN session s ON s.id = t.session_id WHERE t.registration_id = r.id))
                FROM registration r WHERE r.reference = '%s'""".formatted(queue.reference(name)))
                .get(0)
                .replaceAll("\\{\"en\":\"(\\w+)\"}", "$1");
    }

    @Test
    void whoeverWaitsForAFullSessionComesAnywayAndHasItOnceItIsFree() {
        announce("");
        comes("anna", "Kitchen", "");
        assertThat(comes("zane", "Garden", "Kitchen").text("status")).isEqualTo("CONFIRMED");
        comes("janis", "", "Kitchen");

        assertThatMail(Someone.mailTo(queue.kopa(), "zane@example.org"))
                .says("You wait for")
                .says("Kitchen – no. 1 in line");
        assertThat(queue.asked("janis").number("waitFor.0.session"))
                .isEqualTo(session("Kitchen").id());
        assertThat(queue.asked("janis").number("waitFor.0.position")).isEqualTo(2);
        queue.organiserCancels("anna");

        assertThat(has("zane")).isEqualTo("Kitchen,Garden");
        assertThat(has("janis")).isEqualTo("waits for Kitchen");
        assertThat(queue.mails("zane")).containsExactly("session-given", "confirmed");
        assertThatMail(Someone.mailTo(queue.kopa(), "zane@example.org"))
                .says("now you have a place: Kitchen")
                .hasAttachment("invite.ics");
        assertThat(queue.someone("janis")
                        .page()
                        .select("section[aria-labelledby=turns] li")
                        .text())
                .contains("Kitchen No. 1 in line");
    }

    @Test
    void theyHaveItInThePlaceOfWhatIsAtTheSameTimeWhichGoesToWhoWaitsForThat() {
        announce("");
        comes("anna", "Kitchen", "");
        comes("zane", "Sundial", "Kitchen");
        comes("janis", "Garden", "Sundial");
        comes("kate", "", "Garden, Sundial");
        assertThat(queue.someone("zane")
                        .page()
                        .select("section[aria-labelledby=turns] li")
                        .text())
                .contains("It is at the same time as “Sundial”, which you then give up for it.");

        queue.someone("anna").cancels();

        assertThat(has("zane")).isEqualTo("Kitchen");
        assertThat(has("janis")).isEqualTo("Sundial,Garden");
        assertThat(has("kate")).isEqualTo("waits for Sundial,waits for Garden");
        assertThatMail(Someone.mailTo(queue.kopa(), "zane@example.org"))
                .says("It is at the same time as “Sundial”, so your place there has gone to others.");
    }

    @Test
    void whoeverWaitsForTwoThatAreFreedTogetherHearsOfBoth() {
        announce("");
        comes("anna", "Kitchen, Garden", "");
        comes("zane", "", "Kitchen, Garden");

        queue.organiserCancels("anna");

        assertThat(has("zane")).isEqualTo("Kitchen,Garden");
        assertThat(queue.mails("zane")).containsExactly("session-given", "session-given", "confirmed");
    }

    @Test
    void whoeverIsFreedForEarlierTurnsIsNotOvertaken() {
        announce("");
        comes("anna", "Kitchen", "");
        comes("zane", "Sundial", "");
        comes("kate", "", "Sundial");
        queue.someone("zane")
                .send(
                        "/edit",
                        "/edit",
                        Map.of("waitFor", "" + session("Kitchen").id()));
        comes("liga", "", "Sundial");

        queue.organiserCancels("anna");

        assertThat(has("zane")).isEqualTo("Kitchen");
        assertThat(has("kate")).isEqualTo("Sundial");
        assertThat(has("liga")).isEqualTo("waits for Sundial");
    }

    @Test
    void whoeverWaitsWithEverythingStandsInTheSameLine() {
        announce("");
        comes("anna", "Kitchen", "");
        comes("first", "Kitchen", "");
        comes("zane", "", "Kitchen");
        comes("last", "Kitchen", "");
        assertThat(queue.asked("zane").number("waitFor.0.position")).isEqualTo(2);

        queue.organiserCancels("anna");
        assertThat(queue.statuses()).containsSubsequence("first CONFIRMED", "last WAITING");
        queue.organiserCancels("first");

        assertThat(has("zane")).isEqualTo("Kitchen");
        assertThat(queue.status("last")).isEqualTo("WAITING");
    }

    @Test
    void oneGetsInLineAndLeavesItOnOnesOwnPage() {
        announce("");
        comes("anna", "Kitchen", "");
        comes("zane", "", "");
        Someone zane = queue.someone("zane");
        String kitchen = String.valueOf(session("Kitchen").id());

        zane.send("/edit", "/edit", Map.of("waitFor", kitchen));
        assertThat(has("zane")).isEqualTo("waits for Kitchen");
        assertThat(queue.mails("zane")).containsExactly("lines-changed", "confirmed");
        assertThat(zane.page("/edit")
                        .select("input[name=waitFor][value=" + kitchen + "]")
                        .hasAttr("checked"))
                .isTrue();
        assertThat(zane.page().select("#history ~ ol li").text()).contains("You changed: sessions you wait for");

        zane.press("/sessions/" + kitchen + "/departure");
        assertThat(zane.page().select("[role=status]").text()).contains("You no longer wait for that session.");
        assertThat(has("zane")).isEmpty();
        queue.organiserCancels("anna");
        assertThat(has("zane")).isEmpty();
    }

    @Test
    void morePlacesAndSessionsThatPeopleChangeLetThemMoveUp() {
        announce("");
        comes("anna", "Kitchen", "");
        comes("zane", "", "Kitchen");
        comes("janis", "", "Kitchen");

        queue.someone("anna")
                .send(
                        "/edit",
                        "/edit",
                        Map.of("sessions", "" + session("Garden").id()));
        assertThat(has("zane")).isEqualTo("Kitchen");
        resize("Kitchen", 2);

        assertThat(has("janis")).isEqualTo("Kitchen");
    }

    private void resize(String title, int places) {
        String sessions = queue.kopa().bean(Events.class).find("ours").orElseThrow().planned().stream()
                .map(session -> """
                        {"id": %d, "title": {"en": "%s"}, "start": "%s", "end": "%s"%s}""".formatted(
                        session.id(),
                        session.title().in(Language.EN),
                        session.startsOn(),
                        session.endsOn(),
                        session.places() == null
                                ? ""
                                : ", \"places\": "
                                        + (session.title().in(Language.EN).equals(title) ? places : session.places())))
                .filter(json -> places > 0 || !json.contains(title))
                .collect(Collectors.joining(","));
        queue.changeEvent("{\"sessions\": [" + sessions + "]}").is(200);
    }

    @Test
    void whoeverWaitsForASessionThatIsCalledOffHearsOfIt() {
        announce("");
        comes("anna", "Kitchen", "");
        comes("zane", "", "Kitchen");

        resize("Kitchen", 0);
        TenMinutes.pass(queue.kopa());

        assertThat(queue.mails("zane")).containsExactly("event-changed", "confirmed");
        assertThatMail(Someone.mailTo(queue.kopa(), "zane@example.org")).says("Kitchen");
        assertThat(queue.someone("zane").page().select("section[aria-labelledby=turns]"))
                .isEmpty();
    }

    @Test
    void whoeverAwaitsApprovalGetsItWithThePlace() {
        announce("\"approval\": \"MANUAL\"");
        comes("anna", "Kitchen", "");
        approve("anna");
        comes("zane", "", "Kitchen");
        queue.organiserCancels("anna");
        assertThat(has("zane")).isEqualTo("waits for Kitchen");

        approve("zane");

        assertThat(has("zane")).isEqualTo("Kitchen");
    }

    private void approve(String name) {
        queue.kopa()
                .post(queue.parks(), "/api/v1/registrations/" + queue.reference(name) + "/approve")
                .is(200);
    }

    @Test
    void whoeverAcceptsAPlaceInTheEventHasWhatIsFreeBesides() {
        announce(Queue.OFFERS + ", \"places\": 2");
        comes("anna", "Kitchen", "");
        comes("liga", "", "");
        comes("zane", "", "Kitchen");
        assertThat(queue.status("zane")).isEqualTo("WAITING");
        queue.organiserCancels("anna");
        assertThat(queue.status("zane")).isEqualTo("OFFERED");
        assertThat(has("zane")).isEqualTo("waits for Kitchen");

        queue.accepts("zane");

        assertThat(has("zane")).isEqualTo("Kitchen");
    }

    @Test
    void whoeverTakesAPlaceOverWaitsForNothing() {
        announce("");
        comes("anna", "Kitchen", "");
        comes("zane", "Garden", "Kitchen");
        queue.someone("zane").send("/hand-over", "/hand-over", Map.of("name", "New", "email", "new@example.org"));
        Someone taker = Someone.at(queue.kopa(), Someone.linkIn(Someone.mailTo(queue.kopa(), "new@example.org")));
        taker.send("", "", Map.of("consents", "privacy"));

        assertThat(has("zane")).isEqualTo("Garden");
        queue.organiserCancels("anna");
        assertThat(has("zane")).isEqualTo("Garden");
    }

    @Test
    void whoeverGivesUpAndUndoesItHasTheirTurnAgain() {
        announce("");
        comes("anna", "Kitchen", "");
        comes("zane", "", "Kitchen");
        comes("kate", "", "Kitchen");
        Someone zane = queue.someone("zane");
        zane.cancels();
        assertThat(queue.someone("kate")
                        .page()
                        .select("section[aria-labelledby=turns] li")
                        .text())
                .contains("No. 1 in line");
        assertThat(queue.asked("zane").at("waitFor.0.session")).isEmpty();
        zane.press("/undo");

        queue.organiserCancels("anna");

        assertThat(has("zane")).isEqualTo("Kitchen");
    }

    @Test
    void whoeverErasesThemselvesIsInNoLine() {
        announce("");
        comes("anna", "Kitchen", "");
        comes("zane", "Sundial", "Kitchen");
        comes("kate", "", "Sundial");

        queue.someone("zane").send("/erasure", "/erasure", Map.of("sure", "yes"));

        assertThat(has("kate")).isEqualTo("Sundial");
        assertThat(queue.database().number("SELECT COUNT(*) FROM session_turn")).isZero();
    }

    @Test
    void whoeverHasYetToConfirmTheAddressGetsItThen() {
        announce("\"registration\": {\"confirmAddress\": true}");
        comes("anna", "Kitchen", "");
        comes("zane", "", "Kitchen");
        queue.organiserCancels("anna");
        assertThat(has("zane")).isEqualTo("waits for Kitchen");

        String proof = Someone.linkIn(Someone.mailTo(queue.kopa(), "zane@example.org"));
        Browser browser = new Browser(queue.kopa().site());
        browser.submit(browser.page(proof), proof, Map.of());

        assertThat(has("zane")).isEqualTo("Kitchen");
        assertThat(queue.mails("zane")).containsExactlyInAnyOrder("session-given", "confirmed", "confirm-address");
    }

    @Test
    void whoeverWantsToWaitBesidesAndWithEverythingIsAskedWhichOfTheTwo() {
        announce("");
        comes("anna", "Kitchen", "");
        String both = "\"sessions\": " + ids("Kitchen") + ", \"waitFor\": " + ids("Kitchen");

        Answer refused = queue.kopa().register(Program.STRANGER, "ours", Wishes.of("zane@example.org", both));

        assertThat(refused.is(422).text("errors.0.field")).isEqualTo("waitFor");
    }

    @Test
    void theFormOffersToWaitForWhatIsFullOnly() {
        announce("");
        comes("anna", "Kitchen", "");
        Document form = new Browser(queue.kopa().site()).page("/events/ours/register?lang=en");

        assertThat(form.select("input[name=waitFor]").eachAttr("value"))
                .isEqualTo(List.of("" + session("Kitchen").id()));
        assertThat(form.select("input[name=sessions]")).hasSize(3);
    }

    @Test
    void organisersSeeWhoWaitsForWhat() {
        announce("");
        comes("anna", "Kitchen", "");
        comes("zane", "", "Kitchen");
        Browser office = new Browser(queue.kopa().site());
        office.submit(
                office.page("/organiser/sign-in?lang=en"),
                "/organiser/sign-in",
                Map.of("email", "parks@example.org", "password", "long enough a password"));

        Document event = office.page("/organiser/events/ours");
        assertThat(event.select("#attendees tbody").text()).contains("waits for Kitchen (no. 1)");
        assertThat(event.select("section[aria-labelledby=places]").text()).contains("Kitchen 1 of 1 1 waits");
        assertThat(office.page("/organiser/registrations/" + queue.reference("zane"))
                        .select("dl.facts")
                        .text())
                .contains("Waits for Kitchen No. 1 in line");
    }
}
