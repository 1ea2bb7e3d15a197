package lv.kopa.registration.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.registration.own.Someone;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where people stand in line, what else they would take, and what is in their way. */
final class LineTest {
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final String KINDS = """
            "categories": [{"key": "member", "name": {"en": "Member"}, "places": 1},
              {"key": "volunteer", "name": {"en": "Volunteer"}, "places": 1}]""";
    private static final String MEMBER = "\"category\": \"member\"";
    private static final String VOLUNTEER = "\"category\": \"volunteer\"";
    private static final String EITHER = MEMBER + ", \"alternatives\": [\"volunteer\"]";
    private static final String BEDS = """
            "questions": [{"key": "bed", "type": "CHOICE", "label": {"en": "Bed"}, "choices": [
              {"key": "window", "label": {"en": "By the window"}, "places": 1},
              {"key": "door", "label": {"en": "By the door"}, "places": 1},
              {"key": "floor", "label": {"en": "On the floor"}}]}]""";

    private final Queue queue = new Queue("LineTest");

    @AfterEach
    void close() {
        queue.isInOrder();
        queue.close();
    }

    @Test
    void whoeverWouldTakeSeveralKindsGetsTheFirstThereIs() {
        queue.of(KINDS);
        queue.comes("anna", MEMBER);
        queue.comes("janis", EITHER);
        queue.comes("kate", EITHER);
        assertThat(queue.asked("janis").text("category")).isEqualTo("volunteer");
        assertThat(queue.status("kate")).isEqualTo("WAITING");

        queue.organiserCancels("janis");
        assertThat(queue.status("kate")).isEqualTo("CONFIRMED");
        assertThat(queue.asked("kate").text("category")).isEqualTo("volunteer");
    }

    @Test
    void whoeverHasAPlaceOfAnotherKindWishesForNothingElseAnyMore() {
        queue.of(KINDS);
        queue.comes("anna", MEMBER);
        queue.comes("zane", VOLUNTEER);
        queue.comes("janis", EITHER);
        queue.organiserCancels("zane");
        assertThat(queue.asked("janis").text("category")).isEqualTo("volunteer");
        assertThat(queue.database().number("SELECT COUNT(*) FROM registration_wish"))
                .isZero();

        queue.someone("janis").cancels();
        queue.comes("kate", VOLUNTEER);
        queue.someone("janis").press("/undo");

        assertThat(section(queue.someone("janis"))).contains(TEXTS.get("registration.line.before", 0));
    }

    @Test
    void nobodyIsOvertakenByWhoeverWantsTheSame() {
        queue.of(KINDS + ", " + Queue.OFFERS);
        queue.comes("anna", MEMBER);
        queue.comes("zane", VOLUNTEER);
        queue.comes("janis", EITHER);
        queue.comes("kate", VOLUNTEER);
        assertThat(queue.asked("kate").number("position")).isEqualTo(2);

        queue.organiserCancels("zane");
        assertThat(queue.statuses()).endsWith("janis OFFERED", "kate WAITING");
        assertThat(queue.someone("janis").page().select("#place").text()).contains("“Volunteer”");
        queue.accepts("janis");
        assertThat(queue.asked("janis").text("category")).isEqualTo("volunteer");
        queue.organiserCancels("janis");
        assertThat(queue.status("kate")).isEqualTo("OFFERED");
    }

    @Test
    void whatElseOneWouldTakeIsPartOfTheirDataWhileAPlaceIsOfferedToo() {
        queue.of(KINDS + ", " + Queue.OFFERS);
        queue.comes("anna", MEMBER);
        queue.comes("zane", VOLUNTEER);
        queue.comes("janis", EITHER);
        queue.organiserCancels("anna");
        assertThat(queue.status("janis")).isEqualTo("OFFERED");

        Someone janis = queue.someone("janis");
        assertThat(janis.browser().get(janis.path() + "/data.json").body())
                .contains("\"alternatives\":[\"Volunteer\"]");
    }

    @Test
    void whyAnOrganiserMovedSomebodyIsForgottenWithThem() {
        queue.of("\"places\": 1").register("anna", "janis", "kate");
        Browser organiser = organiser();
        String page = "/organiser/registrations/" + queue.reference("kate");
        organiser.submit(organiser.page(page), page + "/turn", Map.of("turn", "1", "turnReason", "Kate is ill"));

        queue.someone("kate").send("/erasure", "/erasure", Map.of("sure", "yes"));

        assertThat(queue.database().texts("SELECT COALESCE(detail, '') FROM audit WHERE deed = 'moved-in-line'"))
                .containsExactly("");
    }

    @Test
    void whyAnOrganiserMovedSomebodyIsForgottenOnceTheirPlaceIsAnothers() {
        queue.of("\"places\": 1").register("anna", "janis", "kate");
        Browser organiser = organiser();
        String page = "/organiser/registrations/" + queue.reference("kate");
        organiser.submit(organiser.page(page), page + "/turn", Map.of("turn", "1", "turnReason", "Kate is ill"));
        queue.organiserCancels("anna");
        assertThat(queue.status("kate")).isEqualTo("CONFIRMED");

        queue.someone("kate")
                .send("/hand-over", "/hand-over", Map.of("name", "Zane Liepa", "email", "zane@example.org"));
        Someone.at(queue.kopa(), Someone.linkIn(Someone.mailTo(queue.kopa(), "zane@example.org")))
                .send("", "", Map.of("consents", "privacy"));

        assertThat(queue.database().number("SELECT COUNT(*) FROM audit WHERE deed = 'handed-over'"))
                .isOne();
        assertThat(queue.database().texts("SELECT COALESCE(detail, '') FROM audit WHERE deed = 'moved-in-line'"))
                .containsExactly("");
    }

    @Test
    void ownPageSaysWhereOneStandsForEachKindAndPromisesNothing() {
        queue.of(KINDS + ", " + Queue.OFFERS);
        queue.comes("anna", MEMBER);
        queue.comes("zane", VOLUNTEER);
        queue.comes("first", MEMBER);
        queue.comes("janis", MEMBER);
        Someone janis = queue.someone("janis");
        assertThat(section(janis)).contains("1 person stands before you", "we cannot promise it", "24 hours");

        janis.send("", "/alternatives", Map.of("alternatives", "volunteer"));
        assertThat(section(janis)).contains("Member No. 2 in line", "Volunteer No. 1 in line");
        queue.organiserCancels("zane");
        assertThat(queue.status("janis")).isEqualTo("OFFERED");
    }

    @Test
    void whoeverNamesAKindOfWhichThereIsAPlaceGetsItAtOnce() {
        queue.of(KINDS);
        queue.comes("anna", MEMBER);
        queue.comes("janis", MEMBER);
        queue.someone("janis").send("", "/alternatives", Map.of("alternatives", "volunteer"));

        assertThat(queue.status("janis")).isEqualTo("CONFIRMED");
        assertThat(queue.mails("janis")).startsWith("promoted");
    }

    @Test
    void theFormAsksWhatElseOnlyWhereSomethingIsFull() {
        queue.of(KINDS);
        Browser browser = new Browser(queue.kopa().site());
        assertThat(browser.page("/events/ours/register").select("#alternatives"))
                .isEmpty();
        queue.comes("anna", MEMBER);
        Document form = browser.page("/events/ours/register");
        assertThat(form.select("#alternatives input").eachAttr("value")).containsExactly("member", "volunteer");
        HttpResponse<String> sent = browser.submit(
                form,
                "/events/ours/register",
                Map.of(
                        "name",
                        "Jānis",
                        "email",
                        "janis@example.org",
                        "consents",
                        "privacy",
                        "category",
                        "member",
                        "alternatives",
                        "volunteer"));
        assertThat(Browser.onwards(sent)).contains("status=confirmed");
        assertThat(queue.database().number("SELECT places_taken FROM category WHERE category_key = 'volunteer'"))
                .isOne();
    }

    @Test
    void anOrganiserMovesSomebodyWithAReasonAndAllOthersStayInOrder() {
        queue.of("\"places\": 1").register("anna", "janis", "kate", "liga", "ilze");
        Browser organiser = organiser();
        String page = "/organiser/registrations/" + queue.reference("ilze");
        Document refused = Jsoup.parse(organiser
                .submit(organiser.page(page), page + "/turn", Map.of("turn", "0", "turnReason", ""))
                .body());
        assertThat(refused.select(".error").eachText())
                .contains(TEXTS.get("workspace.turn.missing"), TEXTS.get("workspace.turn.reason.missing"));

        organiser.submit(organiser.page(page), page + "/turn", Map.of("turn", "2", "turnReason", "She came last year"));
        assertThat(List.of("janis", "ilze", "kate", "liga").stream()
                        .map(name -> queue.asked(name).number("position")))
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(queue.database().texts("SELECT detail FROM audit WHERE deed = 'moved-in-line'"))
                .containsExactly("4 → 2: She came last year");
        organiser.submit(organiser.page(page), page + "/turn", Map.of("turn", "99", "turnReason", "No"));
        queue.organiserCancels("anna");
        assertThat(queue.statuses()).contains("janis CONFIRMED", "ilze WAITING");
        assertThat(queue.asked("ilze").number("position")).isEqualTo(3);
    }

    @Test
    void organisersOfOthersMoveNobody() {
        queue.of("\"places\": 1").register("anna", "janis", "kate");
        queue.kopa().found("strangers");
        Browser stranger = organiser("strangers");
        String page = "/organiser/registrations/" + queue.reference("kate");
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        stranger.page("/organiser/events");
        assertThat(stranger.post(
                                page + "/turn",
                                Map.of(
                                        "_csrf",
                                                String.valueOf(
                                                        stranger.cookies().get("kopa-csrf")),
                                        "turn", "1",
                                        "turnReason", "Ours"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theListSaysWhoIsOfferedAPlaceAndUntilWhen() {
        queue.of(Queue.OFFERS + ", \"places\": 1").register("anna", "janis");
        queue.organiserCancels("anna");
        Browser organiser = organiser();
        assertThat(organiser
                        .page("/organiser/events/ours")
                        .select("#attendees .status")
                        .eachText())
                .anySatisfy(state -> assertThat(state).contains("Place offered", "Kept until"));
        assertThat(organiser
                        .page("/organiser/registrations/" + queue.reference("janis"))
                        .select(".state")
                        .text())
                .startsWith("Place offered until");
        assertThat(organiser
                        .page("/organiser/events/ours/edit")
                        .select("[name=registration.offerHours] option[selected]")
                        .val())
                .isEqualTo("24");
    }

    @Test
    void whatTheOrganiserTakesAwayNobodyWaitsForForEver() {
        queue.of("\"places\": 3, " + BEDS);
        queue.comes("anna", "\"answers\": {\"bed\": \"window\"}");
        queue.comes("janis", "\"answers\": {\"bed\": \"window\"}");
        queue.comes("kate", "\"answers\": {\"bed\": \"window\"}");
        assertThat(queue.statuses()).endsWith("janis WAITING", "kate WAITING");
        queue.changeEvent("""
                {"questions": [{"key": "bed", "choices": [{"key": "door"}, {"key": "floor"}]}]}""").is(200);

        assertThat(queue.statuses()).endsWith("janis CONFIRMED", "kate CONFIRMED");
    }

    @Test
    void whoeverChoosesSomethingElseNeedNotWaitAnyLonger() {
        queue.of("\"places\": 3, " + BEDS);
        queue.comes("anna", "\"answers\": {\"bed\": \"window\"}");
        queue.comes("janis", "\"answers\": {\"bed\": \"window\"}");
        Someone janis = queue.someone("janis");
        assertThat(section(janis)).contains(TEXTS.get("registration.line.choice-gone"));
        janis.send("/answers", "/answers", Map.of("answers.bed", "floor"));

        assertThat(queue.status("janis")).isEqualTo("CONFIRMED");
    }

    @Test
    void whatIsOfferedCoversWhatWasChosenAlthoughThatIsChangedMeanwhile() {
        queue.of("\"places\": 1, " + Queue.OFFERS + ", " + BEDS);
        queue.comes("anna", "\"answers\": {\"bed\": \"floor\"}");
        queue.comes("janis", "\"answers\": {\"bed\": \"window\"}");
        queue.organiserCancels("anna");
        queue.isInOrder();
        queue.someone("janis").send("/answers", "/answers", Map.of("answers.bed", "door"));
        queue.isInOrder();
        queue.accepts("janis");
        assertThat(queue.database().texts("SELECT choice_key FROM choice WHERE places_taken = 1"))
                .containsExactly("door");
    }

    @Test
    void whoeverWaitsForASessionThatIsCalledOffMovesUp() {
        queue.kopa().publish(queue.parks(), """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Science"}, "places": 3,
                 "timeZone": "Europe/Riga", "sessions": [
                   {"title": {"en": "One"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 1},
                   {"title": {"en": "Two"}, "start": "2031-06-14T12:30", "end": "2031-06-14T14:00", "places": 8}]}""");
        List<Long> sessions = queue.kopa().bean(Events.class).find("ours").orElseThrow().chosen().stream()
                .map(Session::id)
                .toList();
        queue.comes("anna", "\"sessions\": [" + sessions.get(0) + "]");
        queue.comes("janis", "\"sessions\": [" + sessions.get(0) + "]");
        assertThat(section(queue.someone("janis"))).contains("“One”, which is full");
        queue.changeEvent("""
                {"sessions": [{"id": %d}]}""".formatted(sessions.get(1))).is(200);

        assertThat(queue.status("janis")).isEqualTo("CONFIRMED");
    }

    @Test
    void whoeverConfirmsTheAddressAndIsOfferedAPlaceHearsThatAlone() {
        queue.of("\"places\": 1, \"registration\": {\"offerHours\": 24, \"confirmAddress\": true}")
                .register("anna", "janis");
        queue.organiserCancels("anna");
        assertThat(queue.asked("janis").number("position")).isOne();
        String link = Someone.linkIn(Someone.mailTo(queue.kopa(), "janis@example.org"));
        Browser browser = new Browser(queue.kopa().site());
        browser.submit(browser.page(link), link, Map.of());

        assertThat(queue.status("janis")).isEqualTo("OFFERED");
        assertThat(queue.mails("janis")).containsExactly("place-offered", "confirm-address");
    }

    @Test
    void offerHoursAreKeptWithinReason() {
        queue.of("\"places\": 1");
        queue.changeEvent("{\"registration\": {\"offerHours\": 0}}").isInvalid("registration.offerHours");
        queue.changeEvent("{\"registration\": {\"offerHours\": 48}}").is(200);
        assertThat(queue.kopa().get(queue.parks(), "/api/v1/events/ours").number("registration.offerHours"))
                .isEqualTo(48);
        queue.later(Duration.ZERO);
    }

    private static String section(Someone person) {
        return person.page().select("section[aria-labelledby=line]").text();
    }

    private Browser organiser() {
        return organiser("parks");
    }

    private Browser organiser(String of) {
        Browser organiser = new Browser(queue.kopa().site());
        organiser.page("/?lang=en");
        organiser.submit(
                organiser.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", of + "@example.org", "password", "long enough a password"));
        return organiser;
    }
}
