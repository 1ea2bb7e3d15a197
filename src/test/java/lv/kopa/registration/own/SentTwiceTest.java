package lv.kopa.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.MailState;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.AtOnce;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms of personal pages that are sent twice, by a browser whose second answer is the one that is seen. */
final class SentTwiceTest {
    private static final String JANIS = "janis@example.org";
    private static final Map<String, String> OFFER = Map.of("name", "Jānis Kalns", "email", JANIS);

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("SentTwiceTest", database);
    private final String parks = kopa.found("parks");

    @BeforeEach
    void publish() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        kopa.publish(parks, Plans.training("parks", "ours", """
                "places": 3, "questions": [{"key": "diet", "type": "TEXT", "label": {"en": "Diet"}}]"""));
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void changesThatAreSavedAreSaidToBeSavedBothTimes() {
        Someone anna = anna();
        Document form = anna.page("/edit");
        Map<String, String> typed =
                Map.of("name", "Anna Kalniņa", "phone", "20 000 000", "email", "anna@new.example.org");

        List<HttpResponse<String>> answers = twice(anna, form, "/edit", typed);

        assertDone(anna, answers, "Your changes are saved. We have sent a link to the new address");
        assertThat(anna.headline()).startsWith("Anna Kalniņa");
        assertThat(deeds("changed")).isOne();
        assertThat(mails("anna@new.example.org")).hasSize(1);
    }

    @Test
    void answersThatAreSavedAreSaidToBeSavedBothTimes() {
        Someone anna = anna();
        Document form = anna.page("/answers");

        assertDone(anna, twice(anna, form, "/answers", Map.of("answers.diet", "No nuts")), "Your answers are saved");
        assertThat(deeds("answered")).isOne();

        Document full = anna.page("/answers");
        assertDone(anna, twice(anna, full, "/answers", Map.of("answers.diet", "")), "Your answers are saved");
        assertThat(anna.page("/answers").select("#answers-diet").val()).isEmpty();
    }

    @Test
    void whoTakesAPlaceOverComesToTheirPageBothTimes() {
        anna().send("/hand-over", "/hand-over", OFFER);
        String link = Someone.linkIn(Someone.mailTo(kopa, JANIS));
        Someone janis = Someone.at(kopa, link);
        Document form = janis.page();

        List<HttpResponse<String>> answers = twice(janis, form, "", Map.of("consents", "privacy"));

        Document own = janis.browser().page(Browser.onwards(answers.get(1)));
        assertThat(own.select("[role=status]").text()).contains("The registration is yours now");
        assertThat(List.of(own, janis.browser().page(Browser.onwards(answers.get(0)))))
                .allSatisfy(page -> assertThat(page.select("h1").text()).isEqualTo("Jānis Kalns, you have a place"));
        assertThat(deeds("handed-over")).isOne();
        assertThat(mails(JANIS)).extracting(OutboxItem::kind).containsOnlyOnce("confirmed");

        HttpResponse<String> stranger = Someone.at(kopa, link)
                .browser()
                .post(
                        link,
                        Map.of(
                                "submission",
                                "somebodyelses",
                                "consents",
                                "privacy",
                                "name",
                                "X",
                                "_csrf",
                                form.select("[name=_csrf]").val()));
        assertThat(stranger.statusCode()).as("another form").isIn(403, 410);
    }

    @Test
    void whoTakesAPlaceOverByTwoClicksAtOnceComesToTheirPageBothTimes() {
        anna().send("/hand-over", "/hand-over", OFFER);
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, JANIS)));
        Document form = janis.page();

        List<HttpResponse<String>> answers =
                AtOnce.of(2, i -> janis.browser().submit(form, janis.path(), Map.of("consents", "privacy")));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);
        assertThat(deeds("handed-over")).isOne();
    }

    @Test
    void theFormThatTookAPlaceOpensItNoLongerOnceItIsAnothers() {
        anna().send("/hand-over", "/hand-over", OFFER);
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, JANIS)));
        Document form = janis.page();
        String own = Browser.onwards(janis.browser().submit(form, janis.path(), Map.of("consents", "privacy")));
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:01:00Z"));
        Someone.at(kopa, own).send("/hand-over", "/hand-over", Map.of("name", "Kate", "email", "kate@example.org"));
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "kate@example.org")))
                .send("", "", Map.of("consents", "privacy"));

        HttpResponse<String> again = janis.browser().submit(form, janis.path(), Map.of("consents", "privacy"));

        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("This place has been taken over");
    }

    @Test
    void aNewAddressIsSaidToBeInUseBothTimes() {
        Someone anna = anna();
        anna.send("/edit", "/edit", Map.of("email", "anna@new.example.org"));
        Someone confirming = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@new.example.org")));
        Document form = confirming.page();

        List<HttpResponse<String>> answers = twice(confirming, form, "", Map.of());

        Document own = confirming.browser().page(Browser.onwards(answers.get(1)));
        assertThat(own.select("[role=status]").text()).contains("Your new address is in use");
        assertThat(List.of(own, confirming.browser().page(Browser.onwards(answers.get(0)))))
                .allSatisfy(page -> assertThat(page.select("dl.facts").text()).contains("anna@new.example.org"));
        assertThat(deeds("address-changed")).isOne();
        Document another = Jsoup.parse(
                form.html().replaceFirst("name=\"submission\" value=\"[a-z2-7]+\"", "name=\"submission\" value=\"x\""),
                form.location());
        assertThat(confirming
                        .browser()
                        .submit(another, confirming.path(), Map.of())
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void aPlaceIsOfferedOnceByTwoClicksAndTheLinkIsGood() {
        Someone anna = anna();
        Document form = anna.page("/hand-over");

        assertDone(anna, twice(anna, form, "/hand-over", OFFER), "The offer is on its way");

        assertThat(mails(JANIS)).hasSize(1);
        assertThat(deeds("hand-over-offered")).isOne();
        assertThat(Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, JANIS))).isKnown())
                .isTrue();
    }

    @Test
    void anOfferThatIsReplacedBeforeItWasSentIsSentToNobody() {
        Someone anna = anna();
        anna.send("/hand-over", "/hand-over", OFFER);
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:01:00Z"));

        anna.send("/hand-over", "/hand-over", Map.of("name", "Kate", "email", "kate@example.org"));

        assertThat(mails(JANIS)).extracting(OutboxItem::state).containsExactly(MailState.STOPPED);
        assertThat(mails("kate@example.org")).extracting(OutboxItem::state).doesNotContain(MailState.STOPPED);
    }

    @Test
    void whereTheEventIsCalledOffWhileAFormIsOpenItSaysSo() {
        Someone anna = anna();
        Document edit = anna.page("/edit");
        Document answers = anna.page("/answers");
        anna.send("/hand-over", "/hand-over", OFFER);
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, JANIS)));
        Document accept = janis.page();
        kopa.post(parks, "/api/v1/events/ours/cancel", "{\"reason\": \"rain\"}").is(200);

        assertDone(anna, twice(anna, edit, "/edit", Map.of("name", "Anna K")), "The event has been called off");
        assertDone(
                anna,
                twice(anna, answers, "/answers", Map.of("answers.diet", "No nuts")),
                "The event has been called off");
        HttpResponse<String> answer = janis.browser().submit(accept, janis.path(), Map.of("consents", "privacy"));
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("The event has been called off, so its places");
        assertThat(anna.headline()).doesNotContain("Anna K,");
    }

    @Test
    void whoTakesAPlaceOverAfterTheEventWasMovedSeesTheNewTimeFirst() {
        anna().send("/hand-over", "/hand-over", OFFER);
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, JANIS)));
        Document form = janis.page();
        Program.Answer seen = kopa.get(parks, "/api/v1/events/ours");
        kopa.patch(parks, "/api/v1/events/ours", seen.header("ETag"), """
                        {"sessions": [{"id": %d, "title": {"en": "First day"}, "start": "2031-06-21T09:30",
                          "end": "2031-06-21T16:00", "place": "Riga"}]}""".formatted(seen.number("sessions.0.id")))
                .is(200);

        HttpResponse<String> told =
                janis.browser().submit(form, janis.path(), Map.of("consents", "privacy", "organisation", "Parks"));

        assertThat(told.statusCode()).isEqualTo(409);
        Document again = Jsoup.parse(told.body());
        assertThat(again.select("#errors").text()).contains("has changed when or where");
        assertThat(again.select("dl.facts").text()).contains("21 June 2031", "Riga");
        assertThat(again.select("#organisation").val()).isEqualTo("Parks");
        assertThat(deeds("handed-over")).isZero();
        assertThat(janis.browser().submit(again, janis.path(), Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(deeds("handed-over")).isOne();
    }

    private Someone anna() {
        return Someone.registered(kopa, "ours", "anna@example.org", "");
    }

    private static List<HttpResponse<String>> twice(
            Someone person, Document form, String action, Map<String, String> typed) {
        return List.of(
                person.browser().submit(form, person.path() + action, typed),
                person.browser().submit(form, person.path() + action, typed));
    }

    private static void assertDone(Someone person, List<HttpResponse<String>> answers, String said) {
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);
        assertThat(person.page().select("[role=status]").text()).contains(said);
    }

    private List<OutboxItem> mails(String address) {
        return Someone.mails(kopa, address);
    }

    private long deeds(String deed) {
        return database.number("SELECT COUNT(*) FROM audit WHERE subject = 'registration' AND deed = '" + deed + "'");
    }
}
