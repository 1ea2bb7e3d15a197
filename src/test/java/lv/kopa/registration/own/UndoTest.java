package lv.kopa.registration.own;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.Mail;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people take back. */
final class UndoTest {
    private static final Instant NOW = Instant.parse("2031-06-01T08:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("UndoTest", database);
    private final String parks = kopa.found("parks");

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void whoCancelledByMistakeHasThePlaceAgainForTenMinutes() {
        Someone anna = anna("\"places\": 1");
        anna.cancels();
        assertThat(anna.page().select("#undo").text()).contains("Until 11:10 (Riga time) you can take it back");
        assertThat(taken()).isZero();

        HttpResponse<String> answer = anna.press("/undo");

        assertThat(answer.statusCode()).isEqualTo(303);
        Document page = anna.page();
        assertThat(page.select("h1").text()).isEqualTo("Anna Bērziņa, you have a place");
        assertThat(page.select("[role=status]").text()).contains("You have your place again.");
        assertThat(page.select("#history ~ ol li span").eachText())
                .containsExactly("You registered", "You gave your place up", "You took that back");
        Mail mail = Someone.mailTo(kopa, "anna@example.org");
        assertThatMail(mail)
                .says("Atteikšanās ir atsaukta: tavs pieteikums atkal ir spēkā, un tev ir vieta.")
                .hasAttachment("invite.ics");
        assertThat(mail.wording().subject()).startsWith("Atteikšanās atsaukta, vieta ir tava: ");
        assertThat(mail.wording().paragraphs().get(0)).startsWith("Atteikšanās ir atsaukta");
        assertThat(Someone.at(kopa, Someone.linkIn(mail)).headline()).contains("you have a place");
        assertThat(taken()).isOne();
    }

    @Test
    void theMailThatSomethingIsGivenUpSaysUntilWhenThatCanBeTakenBackAndWhere() {
        Someone anna = anna("\"places\": 1");
        anna.cancels();

        Mail mail = Someone.mailTo(kopa, "anna@example.org");

        assertThatMail(mail)
                .says("savā lapā vari pārdomāt, ja vēl ir kāda vieta. Termiņš: svētdiena, 2031. gada 1. jūnijs, 11:10");
        assertThat(Someone.at(kopa, Someone.linkIn(mail)).page().select("#undo"))
                .hasSize(1);
    }

    @Test
    void whosePlaceGoesAtOnceReadsThatTheyCanOnlyGetInLine() {
        Someone anna = anna("\"places\": 1");
        Someone.registered(kopa, "ours", "janis@example.org", "");
        anna.cancels();

        assertThatMail(Someone.mailTo(kopa, "anna@example.org"))
                .says("Tava vieta ir pārgājusi kādam, kas gaidīja.")
                .says("nostāties rindas galā. Termiņš: svētdiena, 2031. gada 1. jūnijs, 11:10")
                .doesNotSay("pārdomāt");
    }

    @Test
    void afterTenMinutesOnlyRegisteringAgainIsOffered() {
        Someone anna = anna("\"places\": 1");
        anna.cancels();
        Document page = anna.page();
        kopa.bean(MovableClock.class).set(NOW.plus(Duration.ofMinutes(10)));

        anna.browser().submit(page, anna.path() + "/undo", Map.of());

        Document late = anna.page();
        assertThat(late.select("[role=status]").text()).contains("It is too late to take that back.");
        assertThat(late.select("#undo")).isEmpty();
        assertThat(late.select("a[href$=/register]")).hasSize(1);
        assertThat(taken()).isZero();
    }

    @Test
    void whosePlaceHasGoneIsToldSoAndMayWaitAtTheEndOfTheLine() {
        Someone anna = anna("\"places\": 1");
        Someone janis = Someone.registered(kopa, "ours", "janis@example.org", "");
        Someone.registered(kopa, "ours", "kate@example.org", "");
        anna.cancels();
        assertThat(janis.headline()).contains("you have a place");

        Document page = anna.page();
        assertThat(page.select("#undo").text()).contains("It can no longer be taken back", "Join the waiting list");
        anna.press("/undo");

        assertThat(anna.headline()).isEqualTo("Anna Bērziņa, you are no. 2 in line for a place");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org"))
                .says("Atteikšanās ir atsaukta: tavs pieteikums atkal ir spēkā, un tu esi rindā.")
                .says("Tu esi 2. rindā");
        assertThat(taken()).isOne();
    }

    @Test
    void whoseLastPlaceGoesBetweenLookingAndPressingStaysCancelledAndHearsIt() {
        Someone anna = anna("\"places\": 1");
        anna.cancels();
        Document page = anna.page();
        Someone.registered(kopa, "ours", "janis@example.org", "");

        anna.browser().submit(page, anna.path() + "/undo", Map.of());

        Document after = anna.page();
        assertThat(after.select("[role=status]").text()).contains("passed on to somebody else in the meantime");
        assertThat(after.select("h1").text()).isEqualTo("This registration is cancelled");
        assertThat(taken()).isOne();
    }

    @Test
    void whereSomebodyWaitsItIsSaidBeforeThePressThatThePlaceGoesAtOnce() {
        Someone anna = anna("\"places\": 1");
        assertThat(anna.page().select("#change ~ details form p").text())
                .contains("For a few minutes you can take that back, as long as there is a place.")
                .doesNotContain("next in line");
        Someone.registered(kopa, "ours", "janis@example.org", "");

        assertThat(anna.page().select("#change ~ details form p").text())
                .contains("yours goes to them at once, and you cannot have it back", "get in line again, at its end")
                .doesNotContain("For a few minutes");
    }

    @Test
    void whoWaitsForWhatIsNotFreedByItTakesNothingAway() {
        published(
                "\"places\": 9, \"categories\": [{\"key\": \"member\", \"name\": {\"en\": \"Member\"}, \"places\": 1},"
                        + " {\"key\": \"guest\", \"name\": {\"en\": \"Guest\"}, \"places\": 1}]");
        Someone anna = Someone.registered(kopa, "ours", "anna@example.org", "\"category\": \"member\"");
        Someone guest = Someone.registered(kopa, "ours", "guest@example.org", "\"category\": \"guest\"");
        Someone janis = Someone.registered(kopa, "ours", "janis@example.org", "\"category\": \"guest\"");

        assertThat(guest.page().select("dl.facts").text()).contains("You come as Guest");
        assertThat(janis.page().select("dl.facts").text()).contains("Registered as Guest");
        assertThatMail(Someone.mailTo(kopa, "janis@example.org"))
                .says("Pieteikums kā")
                .doesNotSay("Tu piedalies kā");
        assertThat(anna.page().select("#change ~ details form p").text()).contains("For a few minutes");
        assertThat(guest.page().select("#change ~ details form p").text()).contains("goes to them at once");
        guest.cancels();
        assertThat(guest.page().select("#undo h2").text()).isEqualTo("It can no longer be taken back");
        anna.cancels();
        assertThat(anna.page().select("#undo h2").text()).isEqualTo("Was that a mistake?");
    }

    @Test
    void withoutAWaitingListThereIsNothingToWaitFor() {
        Someone anna = anna("\"places\": 1, \"waitingList\": false");
        anna.cancels();
        Someone.registered(kopa, "ours", "janis@example.org", "");

        Document page = anna.page();

        assertThat(page.select("#undo").text()).contains("there is no waiting list");
        assertThat(page.select("#undo form")).isEmpty();
    }

    @Test
    void whoWaitedIsBackInTheOldTurn() {
        Someone.registered(kopa, published("\"places\": 1"), "first@example.org", "");
        Someone anna = Someone.registered(kopa, "ours", "anna@example.org", "");
        Someone.registered(kopa, "ours", "kate@example.org", "");
        anna.cancels();
        assertThatMail(Someone.mailTo(kopa, "anna@example.org"))
                .says("savā lapā vari pārdomāt. Termiņš: svētdiena, 2031. gada 1. jūnijs, 11:10")
                .doesNotSay("ja vēl ir kāda vieta");
        assertThat(anna.page().select("#undo").text())
                .contains(
                        "Until 11:10 (Riga time) you can get back in line, with the turn you had.", "Get back in line")
                .doesNotContain("place", "Take it back");

        anna.press("/undo");

        assertThat(anna.headline()).contains("no. 1 in line");
        assertThat(anna.page().select("#history ~ ol li span").eachText())
                .containsExactly("You registered", "You left the waiting list", "You took that back");
    }

    @Test
    void whoAwaitedApprovalAwaitsItAgain() {
        Someone anna = anna("\"approval\": \"MANUAL\"");
        anna.cancels();
        assertThat(anna.page().select("#undo").text()).contains("then the organiser decides about it as before");
        assertThat(anna.page().select("#history ~ ol li span").eachText()).endsWith("You withdrew your registration");

        anna.press("/undo");

        assertThat(anna.page().select("header .state").text()).isEqualTo("Awaiting approval");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org"))
                .says("Atteikšanās ir atsaukta: tavs pieteikums atkal ir spēkā, un par to izlems rīkotājs.");
    }

    @Test
    void whoHasRegisteredAnewMeanwhileHasNothingToTakeBack() {
        Someone anna = anna("\"places\": 5");
        anna.cancels();
        Document page = anna.page();
        Someone.registered(kopa, "ours", "ANNA@example.org", "");

        anna.browser().submit(page, anna.path() + "/undo", Map.of());

        Document after = anna.page();
        assertThat(after.select("#undo, a[href$=/register]")).isEmpty();
        assertThat(after.select("#newer").text())
                .contains("You have a newer registration for this event", "anna@example.org");
        anna.browser().submit(after, "/registrations/link", Map.of());
        assertThat(Someone.mails(kopa, "anna@example.org").get(0).kind()).isEqualTo("link-again");
        assertThat(taken()).isOne();
    }

    @Test
    void whatAnOrganiserCancelledIsNotTheirsToTakeBack() {
        published("");
        var registered =
                kopa.register("", "ours", Wishes.of("anna@example.org")).is(201);
        kopa.post(parks, "/api/v1/registrations/" + registered.text("reference") + "/cancel", "{}")
                .is(200);

        Someone anna = Someone.at(kopa, Someone.path(registered.text("links.manage")));

        assertThat(anna.page().select("#undo")).isEmpty();
    }

    private Someone anna(String more) {
        return Someone.registered(kopa, published(more), "anna@example.org", "");
    }

    private String published(String more) {
        kopa.bean(MovableClock.class).set(NOW);
        kopa.publish(parks, Plans.training("parks", "ours", more));
        return "ours";
    }

    private long taken() {
        return database.number("SELECT places_taken FROM event WHERE slug = 'ours'");
    }
}
