package lv.kopa.registration.handover;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.Mail;
import lv.kopa.mail.MailState;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.own.Someone;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Places that go from one person to another. */
final class HandOverTest {
    private static final Map<String, String> JANIS =
            Map.of("name", "Jānis Kalns", "email", "janis@example.org", "message", "You will like it.");

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("HandOverTest", database);
    private final String parks = kopa.found("parks");

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void aPlaceIsOfferedTakenAndOnlyTheOthers() {
        Someone anna = anna("\"places\": 1, \"waitingList\": false");
        anna.send("", "/consents", Map.of("consents", "photo"));

        assertThat(anna.send("/hand-over", "/hand-over", JANIS).statusCode()).isEqualTo(303);

        assertThat(anna.page().select("#offer").text()).contains("Offered to Jānis Kalns", "janis@example.org");
        Mail mail = Someone.mailTo(kopa, "janis@example.org");
        assertThatMail(mail).says("Anna Bērziņa piedāvā tev savu vietu").says("You will like it.");
        Someone janis = Someone.at(kopa, Someone.linkIn(mail));
        assertThat(janis.page().text()).contains("Anna Bērziņa offers you their place", "You will like it.");
        assertThat(janis.page().select("#name").val()).isEqualTo("Jānis Kalns");
        HttpResponse<String> answer = janis.send("", "", Map.of("consents", "privacy", "phone", "+371 20 000 001"));

        Document page = janis.browser().page(Browser.onwards(answer));
        assertThat(page.select("h1").text()).isEqualTo("Jānis Kalns, you have a place");
        assertThat(page.select("main").text()).doesNotContain("anna@example.org");
        assertThat(page.select("#history ~ ol li span").eachText()).containsExactly("You took this place over");
        assertThat(page.select("#photo-when").text()).isEqualTo("Not given");
        assertThat(anna.isKnown()).isFalse();
        assertThatMail(Someone.mailTo(kopa, "anna@example.org"))
                .says("Tava vieta tagad ir citam cilvēkam: Jānis Kalns");
        assertThatMail(Someone.mailTo(kopa, "janis@example.org"))
                .says("You have a place")
                .hasAttachment("invite.ics");
        assertThat(database.texts("SELECT deed FROM audit WHERE subject = 'registration' ORDER BY id"))
                .endsWith("hand-over-offered", "handed-over");
        assertThat(taken()).isOne();
        HttpResponse<String> again = janis.browser().get(janis.path());
        assertThat(again.statusCode()).isEqualTo(410);
        assertLeadsOn(again, "This place has been taken over");
        assertLeadsOn(anna.browser().get(anna.path()), "was handed over to somebody else");
        assertThat(janis.browser().get("/my/hand-over/abcdefgh").body()).contains("There is no offer behind this link");
        assertThat(janis.browser()
                        .get("/r/" + janis.path().replaceFirst(".*/", ""))
                        .statusCode())
                .isEqualTo(404);
    }

    /** Whoever holds a link that is used up reads why, and can have the link to a page of their own sent again. */
    private static void assertLeadsOn(HttpResponse<String> answer, String why) {
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("main .lead").text()).contains(why).doesNotContain("cut");
        assertThat(page.select("main a[href=/registrations/link]")).hasSize(1);
        assertThat(page.select("main").text()).doesNotContain("Try again");
    }

    @Test
    void whoeverPressesTheButtonSecondInTheSameMomentIsToldThatItIsTaken() {
        anna("\"places\": 1, \"waitingList\": false").send("/hand-over", "/hand-over", JANIS);
        String link = Someone.linkIn(Someone.mailTo(kopa, "janis@example.org"));
        List<Someone> two = List.of(Someone.at(kopa, link), Someone.at(kopa, link));
        List<Document> forms = two.stream().map(Someone::page).toList();

        List<HttpResponse<String>> answers = AtOnce.of(
                2,
                i -> two.get(i).browser().submit(forms.get(i), link, Map.of("consents", "privacy", "name", "N" + i)));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 410);
        HttpResponse<String> second = answers.stream()
                .filter(answer -> answer.statusCode() == 410)
                .findFirst()
                .orElseThrow();
        assertThat(second.body()).contains("This place has been taken over");
        assertThat(database.texts("SELECT name FROM registration"))
                .containsExactly("N" + (1 - answers.indexOf(second)));
        assertThat(database.number("SELECT COUNT(*) FROM audit WHERE deed = 'handed-over'"))
                .isOne();
        assertThat(Someone.mails(kopa, "anna@example.org").stream()
                        .filter(mail -> mail.kind().equals("handed-over")))
                .hasSize(1);
        assertThat(taken()).isOne();
    }

    @Test
    void whoTakesItMustAgreeToThePrivacyText() {
        Someone anna = anna("");
        anna.send("/hand-over", "/hand-over", JANIS);
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "janis@example.org")));

        HttpResponse<String> answer = janis.send("", "", Map.of("organisation", "Parks"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#consents-error").text())
                .isEqualTo("We cannot register you without this consent.");
        assertThat(Jsoup.parse(answer.body()).select("#organisation").val()).isEqualTo("Parks");
        assertThat(anna.isKnown()).isTrue();
    }

    @Test
    void anOfferThatIsTakenBackOpensNothing() {
        Someone anna = anna("");
        anna.send("/hand-over", "/hand-over", JANIS);
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "janis@example.org")));
        Document form = janis.page();

        anna.press("/hand-over/withdrawal");

        assertThat(Someone.mails(kopa, "janis@example.org").get(0).state()).isEqualTo(MailState.STOPPED);
        assertThat(anna.page().select("#offer")).isEmpty();
        HttpResponse<String> answer = janis.browser().submit(form, janis.path(), Map.of("consents", "privacy"));
        assertThat(answer.statusCode()).isEqualTo(410);
        assertLeadsOn(answer, "This offer is not open any more: it was taken back");
        assertThat(anna.headline()).contains("you have a place");
    }

    @Test
    void offeredAgainOnlyTheLastOneCounts() {
        Someone anna = anna("");
        anna.send("/hand-over", "/hand-over", JANIS);
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "janis@example.org")));
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:05:00Z"));

        anna.send("/hand-over", "/hand-over", Map.of("name", "Kate", "email", "kate@example.org"));

        assertThat(janis.browser().get(janis.path()).statusCode()).isEqualTo(410);
        assertThat(anna.page().select("#offer").text()).contains("Kate");
    }

    @Test
    void whoIsRegisteredAlreadyIsToldByMailAndTheOtherSeesNoDifference() {
        Someone anna = anna("");
        Someone janis = Someone.registered(kopa, "ours", "janis@example.org", "");

        assertThat(anna.send("/hand-over", "/hand-over", JANIS).statusCode()).isEqualTo(303);

        assertThat(anna.page().select("#offer").text()).contains("Offered to Jānis Kalns");
        Mail mail = Someone.mailTo(kopa, "janis@example.org");
        assertThatMail(mail).says("tev šim pasākumam jau ir pieteikums");
        assertThat(Someone.at(kopa, Someone.linkIn(mail))
                        .page()
                        .select("#facts ~ dl")
                        .text())
                .contains("janis@example.org");
        assertThat(janis.isKnown()).isTrue();
    }

    @Test
    void whoRegisteredWhileTheOfferWasOpenNeedsNoSecondPlace() {
        Someone anna = anna("\"places\": 2");
        anna.send("/hand-over", "/hand-over", JANIS);
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "janis@example.org")));
        Document form = janis.page();
        Someone.registered(kopa, "ours", "janis@example.org", "");

        HttpResponse<String> answer = janis.browser().submit(form, janis.path(), Map.of("consents", "privacy"));

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("You are registered for this event already");
        assertThat(anna.isKnown()).isTrue();
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void anOfferEndsWithTheDeadline() {
        Someone anna = anna("\"registration\": {\"changesUntil\": \"2031-06-10T08:00:00Z\"}");
        anna.send("/hand-over", "/hand-over", JANIS);
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "janis@example.org")));

        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-10T08:00:00Z"));

        assertThat(janis.browser().get(janis.path()).statusCode()).isEqualTo(410);
        assertThat(anna.browser().get(anna.path() + "/hand-over").statusCode()).isEqualTo(303);
    }

    @Test
    void whatIsMissingOrOnesOwnIsSaidAtItsField() {
        Someone anna = anna("");

        HttpResponse<String> answer =
                anna.send("/hand-over", "/hand-over", Map.of("email", "ANNA@example.org", "message", "Hello"));

        assertThat(answer.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(answer.body());
        assertThat(form.select("#name-error").text()).isEqualTo("Write your name and surname.");
        assertThat(form.select("#email-error").text()).isEqualTo("This is your own address.");
        assertThat(form.select("#message").text()).isEqualTo("Hello");
    }

    @Test
    void whatAwaitsApprovalGoesOnAwaitingIt() {
        Someone anna = anna("\"approval\": \"MANUAL\"");
        anna.send("/hand-over", "/hand-over", JANIS);
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "janis@example.org")));

        HttpResponse<String> answer = janis.send("", "", Map.of("consents", "privacy"));

        assertThat(janis.browser()
                        .page(Browser.onwards(answer))
                        .select("header .state")
                        .text())
                .isEqualTo("Awaiting approval");
        assertThat(List.of(taken())).containsExactly(0L);
    }

    private Someone anna(String more) {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        kopa.publish(parks, Plans.training("parks", "ours", more));
        return Someone.registered(kopa, "ours", "anna@example.org", "");
    }

    private long taken() {
        return database.number("SELECT places_taken FROM event WHERE slug = 'ours'");
    }
}
