package lv.kopa.registration.waiting;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lv.kopa.registration.change.TenMinutes;
import lv.kopa.registration.own.Someone;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Places that are offered to those in line. */
final class OfferTest {
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final String ONE_PLACE = Queue.OFFERS + ", \"places\": 1";

    private final Queue queue = new Queue("OfferTest");

    @AfterEach
    void close() {
        queue.isInOrder();
        queue.close();
    }

    @Test
    void aFreePlaceIsKeptForTheFirstInLineAndNobodyElseGetsIt() {
        queue.of(ONE_PLACE).register("anna", "janis", "kate");
        queue.organiserCancels("anna");
        queue.register("late");

        assertThat(queue.statuses()).containsExactly("anna CANCELLED", "janis OFFERED", "kate WAITING", "late WAITING");
        assertThat(queue.asked("janis").text("answerBy")).isEqualTo("2031-05-02T08:00:00Z");
        assertThat(queue.asked("janis").at("position")).isEmpty();
        assertThat(queue.asked("kate").number("position")).isOne();
        assertThat(queue.taken()).isOne();
        assertThat(queue.mails("janis")).containsExactly("place-offered", "waiting");
        assertThatMail(Someone.mailTo(queue.kopa(), "janis@example.org"))
                .says("2 May 2031, 11:00 (Riga time)")
                .says("/r/")
                .hasNoAttachment();
    }

    @Test
    void ownPageSaysItInASentenceWithTwoButtons() {
        queue.of(ONE_PLACE).register("anna", "janis");
        queue.organiserCancels("anna");

        Document page = queue.someone("janis").page();
        assertThat(page.select("h1").text())
                .isEqualTo("Anna Bērziņa, a place is kept for you until Friday 2 May, 11:00 (Riga time)");
        assertThat(page.select("#place button").eachText())
                .containsExactly(TEXTS.get("registration.offer.accept"), TEXTS.get("registration.offer.refuse"));
        assertThat(page.select("form[action$=/cancellation]"))
                .as("refusing is leaving the list")
                .isEmpty();
    }

    @Test
    void whoeverAcceptsHasThePlaceAndTheUsualMail() {
        queue.of(ONE_PLACE).register("anna", "janis", "kate");
        queue.organiserCancels("anna");
        queue.accepts("janis");

        assertThat(queue.statuses()).containsExactly("anna CANCELLED", "janis CONFIRMED", "kate WAITING");
        assertThat(queue.mails("janis")).containsExactly("confirmed", "place-offered", "waiting");
        assertThatMail(Someone.mailTo(queue.kopa(), "janis@example.org")).hasAttachment("invite.ics");
        queue.later(A_DAY.multipliedBy(2));
        assertThat(queue.status("janis")).isEqualTo("CONFIRMED");
    }

    @Test
    void whoeverRefusesLeavesTheLineAndTheNextIsAskedAtOnce() {
        queue.of(ONE_PLACE).register("anna", "janis", "kate");
        queue.organiserCancels("anna");
        queue.refuses("janis");

        assertThat(queue.statuses()).containsExactly("anna CANCELLED", "janis CANCELLED", "kate OFFERED");
        assertThat(queue.database().texts("SELECT ending FROM place_offer WHERE ending IS NOT NULL"))
                .containsExactly("REFUSED");
        assertThat(queue.mails("janis")).startsWith("cancelled");
    }

    @Test
    void whoeverRefusedByMistakeGetsTheTurnBack() {
        queue.of(ONE_PLACE).register("anna", "janis", "kate", "zane");
        queue.organiserCancels("anna");
        queue.refuses("janis");
        queue.someone("janis").press("/undo");

        assertThat(queue.asked("janis").number("position")).isOne();
        queue.refuses("kate");
        assertThat(queue.status("janis")).isEqualTo("OFFERED");
    }

    @Test
    void whoeverSaysNothingLeavesTheLineAndHearsHowToComeBack() {
        queue.of(ONE_PLACE).register("anna", "janis", "kate");
        queue.organiserCancels("anna");
        queue.later(A_DAY.minusSeconds(1));
        assertThat(queue.status("janis")).isEqualTo("OFFERED");
        queue.later(Duration.ofSeconds(1));

        assertThat(queue.statuses()).containsExactly("anna CANCELLED", "janis CANCELLED", "kate OFFERED");
        assertThat(queue.mails("janis")).startsWith("offer-ran-out", "place-offered");
        assertThatMail(Someone.mailTo(queue.kopa(), "janis@example.org")).says("/events/ours");
        Document page = queue.someone("janis").page();
        assertThat(page.select("main").text()).contains(TEXTS.get("registration.offer.over"));
        assertThat(page.select("#undo, #place")).isEmpty();
    }

    @Test
    void whoeverAnswersAfterTheTimeButBeforeThePlaceWentOnHasIt() {
        queue.of(ONE_PLACE).register("anna", "janis", "kate");
        queue.organiserCancels("anna");
        queue.kopa().bean(MovableClock.class).advance(A_DAY.plusMinutes(1));
        Someone janis = queue.someone("janis");
        janis.browser().submit(janis.page(), janis.path() + "/place/acceptance", Map.of());
        queue.later(Duration.ZERO);

        assertThat(queue.status("janis")).isEqualTo("CONFIRMED");
    }

    @Test
    void whoeverPressesInAnOldWindowHearsThatItIsTooLateAndLosesNothing() {
        queue.of(ONE_PLACE).register("anna", "janis");
        queue.organiserCancels("anna");
        Someone janis = queue.someone("janis");
        Document old = janis.page();
        queue.accepts("janis");
        janis.browser().submit(old, janis.path() + "/place/refusal", Map.of());
        assertThat(queue.status("janis")).isEqualTo("CONFIRMED");
        queue.accepts("janis");

        assertThat(queue.mails("janis")).containsOnlyOnce("confirmed");
    }

    @Test
    void anOfferLastsHalfOfTheTimeThatIsLeftAtMostAndIsNoneWhereThatIsTooLittle() {
        queue.of(Queue.OFFERS + ", \"places\": 2").register("anna", "zane", "janis", "kate");
        queue.kopa().bean(MovableClock.class).set(Instant.parse("2031-06-14T00:30:00Z"));
        queue.organiserCancels("anna");
        assertThat(queue.asked("janis").text("answerBy")).isEqualTo("2031-06-14T03:30:00Z");

        queue.kopa().bean(MovableClock.class).set(Instant.parse("2031-06-14T05:00:00Z"));
        queue.organiserCancels("zane");
        assertThat(queue.status("kate")).isEqualTo("CONFIRMED");
        assertThat(queue.mails("kate")).startsWith("promoted");
    }

    @Test
    void afterTheDeadlineForChangesOneCanStillAnswer() {
        queue.of("\"places\": 1, \"registration\": {\"offerHours\": 24, \"changesUntil\": \"2031-05-01T07:00:00Z\"}")
                .register("anna", "janis", "kate");
        queue.organiserCancels("anna");
        queue.refuses("janis");

        assertThat(queue.statuses()).containsExactly("anna CANCELLED", "janis CANCELLED", "kate OFFERED");
    }

    @Test
    void anOrganiserCanDeclineWhoeverIsOfferedAPlace() {
        queue.of(ONE_PLACE).register("anna", "janis", "kate");
        queue.organiserCancels("anna");
        queue.kopa()
                .post(queue.parks(), "/api/v1/registrations/" + queue.reference("janis") + "/decline", "{}")
                .is(200);
        assertThat(queue.statuses()).containsExactly("anna CANCELLED", "janis DECLINED", "kate OFFERED");

        queue.organiserCancels("kate");
        assertThat(queue.taken()).isZero();
        assertThat(queue.database().texts("SELECT ending FROM place_offer")).containsOnly("WITHDRAWN");
    }

    @Test
    void whereTheEventIsCancelledNothingIsOnOffer() {
        queue.of(ONE_PLACE).register("anna", "janis");
        queue.organiserCancels("anna");
        queue.kopa()
                .post(queue.parks(), "/api/v1/events/ours/cancel", "{\"reason\": \"Snow\"}")
                .is(200);

        assertThat(queue.taken()).isZero();
        assertThat(queue.mails("janis")).startsWith("event-cancelled");
        assertThat(queue.someone("janis").page().select("#place")).isEmpty();
        queue.presses("janis", "/place/acceptance");
        assertThat(queue.asked("janis").text("status")).isEqualTo("WAITING");
    }

    @Test
    void whoeverIsErasedGivesUpWhatTheyWereOffered() {
        queue.of(ONE_PLACE).register("anna", "janis", "kate");
        queue.organiserCancels("anna");
        queue.someone("janis").send("/erasure", "/erasure", Map.of("sure", "yes"));

        assertThat(queue.status("kate")).isEqualTo("OFFERED");
    }

    @Test
    void whoeverTakesATurnOverIsAskedAnew() {
        queue.of(ONE_PLACE).register("anna", "janis", "kate");
        queue.organiserCancels("anna");
        queue.someone("janis").send("/hand-over", "/hand-over", Map.of("name", "New", "email", "new@example.org"));
        Someone heir = Someone.at(queue.kopa(), Someone.linkIn(Someone.mailTo(queue.kopa(), "new@example.org")));
        queue.later(Duration.ofHours(1));
        heir.send("", "", Map.of("consents", "privacy"));

        assertThat(queue.mails("new")).startsWith("place-offered");
        assertThat(queue.status("kate")).isEqualTo("WAITING");
        assertThat(queue.database().texts("SELECT COALESCE(ending, 'OPEN') FROM place_offer ORDER BY id"))
                .containsExactly("WITHDRAWN", "OPEN");
    }

    @Test
    void anEventMayShrinkByWhatIsOnlyOfferedTheNewestFirst() {
        queue.of(Queue.OFFERS + ", \"places\": 3").register("anna", "zane", "ilze", "janis", "kate", "liga");
        queue.organiserCancels("anna");
        queue.organiserCancels("zane");
        queue.changeEvent("{\"places\": 2}").is(200);

        assertThat(queue.statuses())
                .containsSubsequence("ilze CONFIRMED", "janis OFFERED", "kate WAITING", "liga WAITING");
        assertThat(queue.mails("kate")).startsWith("offer-withdrawn");
        assertThat(queue.asked("kate").number("position")).isOne();
        queue.changeEvent("{\"places\": 3}").is(200);
        assertThat(queue.status("kate")).isEqualTo("OFFERED");
    }

    @Test
    void whereTheEventMovesToSoonerAnOfferIsMadeAnewForAsLongAsThereIsTime() {
        queue.of(ONE_PLACE).register("anna", "janis", "kate");
        queue.organiserCancels("anna");
        queue.later(Duration.ofHours(1));
        queue.changeEvent(movedTo("2031-05-01T18:00")).is(200);

        assertThat(queue.statuses()).containsExactly("anna CANCELLED", "janis OFFERED", "kate WAITING");
        assertThat(queue.asked("janis").text("answerBy")).isEqualTo("2031-05-01T12:00:00Z");
        TenMinutes.pass(queue.kopa());
        assertThat(queue.mails("janis"))
                .contains("place-offered", "event-changed")
                .doesNotContain("offer-withdrawn");
        queue.later(Duration.ofHours(1));
        queue.changeEvent(movedTo("2031-05-01T14:30")).is(200);

        assertThat(queue.statuses()).containsExactly("anna CANCELLED", "janis CONFIRMED", "kate WAITING");
        assertThat(queue.taken()).isOne();
    }

    private static String movedTo(String start) {
        return """
                {"sessions": [{"title": {"en": "First day"}, "start": "%s", "end": "2031-05-01T20:00",
                  "place": "Daugavpils, Rīgas iela 9"}]}""".formatted(start);
    }

    @Test
    void aChoiceMayShrinkByWhatIsOnlyOffered() {
        queue.of("\"places\": 2, " + Queue.OFFERS + """
                , "questions": [{"key": "bed", "type": "CHOICE", "label": {"en": "Bed"}, "choices": [
                  {"key": "window", "label": {"en": "By the window"}, "places": 2},
                  {"key": "floor", "label": {"en": "On the floor"}}]}]""");
        queue.comes("anna", "\"answers\": {\"bed\": \"window\"}");
        queue.comes("zane", "\"answers\": {\"bed\": \"window\"}");
        queue.comes("janis", "\"answers\": {\"bed\": \"window\"}");
        queue.organiserCancels("anna");
        assertThat(queue.status("janis")).isEqualTo("OFFERED");

        queue.changeEvent("""
                {"questions": [{"key": "bed", "choices": [{"key": "window", "places": 1}, {"key": "floor"}]}]}""").is(200);

        assertThat(queue.statuses()).containsExactly("anna CANCELLED", "zane CONFIRMED", "janis WAITING");
        assertThat(queue.mails("janis")).startsWith("offer-withdrawn");
    }

    @Test
    void morePlacesAreOfferedInTheSameTransactionAndAtOnceWhereTheEventWantsIt() {
        queue.of(ONE_PLACE).register("anna", "janis", "kate");
        queue.changeEvent("{\"places\": 2}").is(200);
        assertThat(queue.status("janis")).isEqualTo("OFFERED");
        queue.changeEvent("{\"places\": 3, \"registration\": {\"offerHours\": null}}")
                .is(200);

        assertThat(queue.statuses()).containsExactly("anna CONFIRMED", "janis OFFERED", "kate CONFIRMED");
        assertThat(queue.mails("kate")).startsWith("promoted");
    }

    @Test
    void whatTheyWereOfferedIsPartOfTheirData() {
        queue.of(ONE_PLACE).register("anna", "janis");
        queue.organiserCancels("anna");
        queue.accepts("janis");

        Someone janis = queue.someone("janis");
        assertThat(queue.kopa().site().get(janis.path() + "/data.json").body())
                .contains("\"answerBy\":\"2031-05-02T08:00:00Z\"", "\"ending\":\"" + "Accepted");
    }
}
