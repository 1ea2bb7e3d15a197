package lv.kopa.registration.party;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.own.Someone;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Contacts who gave somebody's place up, and think otherwise. */
final class TakingBackTest {
    private static final Instant NOW = Instant.parse("2031-06-01T08:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("TakingBackTest", database);
    private final String parks = kopa.found("parks");

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void whatWillHappenIsReadBeforeAnythingDoes() {
        Contacts ilze = announced("\"places\": 2", "Anna|anna@example.org", "Kate");

        Document asked = ilze.browser().page(ilze.withdrawal(0));

        assertThat(asked.select("h1").text()).isEqualTo("Give up the place: Anna");
        assertThat(asked.select("main").text())
                .contains("The place is free again at once", "For a few minutes you can take that back on your page");
        assertThat(asked.select("form[action$=/withdrawal] button").text()).isEqualTo("Give the place up");
        assertThat(statuses()).containsExactly("Anna CONFIRMED", "Kate CONFIRMED");
    }

    @Test
    void whereSomebodyWaitsItIsReadBeforeThatThePlaceGoesAtOnce() {
        Contacts ilze = announced("\"places\": 1, \"waitingList\": true", "Anna|anna@example.org");
        Someone.registered(kopa, "ours", "waiting@example.org", "");

        Document asked = ilze.browser().page(ilze.withdrawal(0));

        assertThat(asked.select("main").text())
                .contains("this one goes to them at once, and you cannot have it back")
                .doesNotContain("For a few minutes");
    }

    @Test
    void thePlaceIsTheirsAgainForTenMinutesAndThePersonHears() {
        Contacts ilze = announced("\"places\": 2", "Anna|anna@example.org", "Kate");
        ilze.withdraws(0);
        Document page = ilze.page();
        assertThat(page.select("li .notice").text()).startsWith("You gave this up. Until 11:10 (Riga time)");
        assertThat(taken()).isOne();

        assertThat(Browser.onwards(ilze.undoes())).isEqualTo(ilze.path());

        assertThat(ilze.page().select("[role=status]").text()).contains("The place is taken again.");
        assertThat(statuses()).containsExactly("Anna CONFIRMED", "Kate CONFIRMED");
        assertThat(taken()).isEqualTo(2);
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says("The cancellation is undone");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));
        assertThat(anna.page().select("#history ~ ol li span").eachText())
                .containsExactly(
                        "You were registered by your contact",
                        "Your contact gave your place up",
                        "Your contact took that back");
        assertThat(ilze.page().select("form[action$=/undo]")).isEmpty();
    }

    @Test
    void afterTenMinutesItCannotBeTakenBack() {
        Contacts ilze = announced("\"places\": 2", "Anna|anna@example.org");
        ilze.withdraws(0);
        Document page = ilze.page();
        String undo = page.select("form[action$=/undo]").attr("action");
        kopa.bean(MovableClock.class).set(NOW.plus(Duration.ofMinutes(10)));

        ilze.browser().submit(page, undo, Map.of());

        Document late = ilze.page();
        assertThat(late.select("[role=status]").text()).contains("It is too late to take that back");
        assertThat(late.select("form[action$=/undo]")).isEmpty();
        assertThat(taken()).isZero();
    }

    @Test
    void whatThePersonGaveUpIsNotTheContactsToTakeBack() {
        Contacts ilze = announced("\"places\": 2", "Anna|anna@example.org", "Kate");
        ilze.withdraws(1);
        Document page = ilze.page();
        String undo = page.select("form[action$=/undo]").attr("action");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));
        anna.cancels();

        assertThat(ilze.page().select("form[action$=/undo]").eachAttr("action")).containsExactly(undo);
        String ofAnna = undo.replaceFirst("/people/\\d+", "/people/" + firstMember());
        page.select("form[action$=/undo]").attr("action", ofAnna);
        ilze.browser().submit(page, ofAnna, Map.of());

        assertThat(statuses()).containsExactly("Anna CANCELLED", "Kate CANCELLED");
    }

    @Test
    void whosePlaceHasGoneOnMayWaitForAnother() {
        Contacts ilze = announced("\"places\": 1, \"waitingList\": true", "Anna|anna@example.org");
        Someone waiting = Someone.registered(kopa, "ours", "waiting@example.org", "");
        ilze.withdraws(0);
        assertThat(waiting.headline()).contains("you have a place");
        assertThat(ilze.page().select("li .notice").text())
                .contains("The place has gone on to somebody else", "at the end of the line");

        ilze.undoes();

        assertThat(statuses()).contains("Anna WAITING");
        assertThat(ilze.page().select("[role=status]").text()).contains("The person is on the waiting list.");
    }

    @Test
    void whoHasARegistrationOfTheirOwnLooksLikeAnybodyElse() {
        kopa.bean(MovableClock.class).set(NOW);
        kopa.publish(parks, Plans.training("parks", "ours", "\"places\": 9"));
        Someone own = Someone.registered(kopa, "ours", "anna@example.org", "");
        Contacts.at(kopa, "ours").send("Anna|anna@example.org", "Kate");
        Contacts ilze = Contacts.home(kopa);
        long mails = database.number("SELECT COUNT(*) FROM mail_outbox WHERE to_address = 'anna@example.org'");

        ilze.withdraws(0);
        assertThat(ilze.page().select("li .notice").text()).startsWith("You gave this up. Until 11:10 (Riga time)");
        ilze.undoes();

        Document page = ilze.page();
        assertThat(page.select("[role=status]").text()).contains("The place is taken again.");
        assertThat(page.select("li .state").eachText()).containsExactly("Confirmed", "Confirmed");
        assertThat(own.headline()).contains("you have a place");
        assertThat(database.number("SELECT COUNT(*) FROM mail_outbox WHERE to_address = 'anna@example.org'"))
                .isEqualTo(mails);
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void whatIsPressedTwiceAtOnceIsTakenBackOnce() {
        Contacts ilze = announced("\"places\": 1, \"waitingList\": true", "Anna|anna@example.org");
        ilze.withdraws(0);
        Document page = ilze.page();
        String undo = page.select("form[action$=/undo]").attr("action");

        AtOnce.of(
                        4,
                        i -> i < 3
                                ? ilze.browser().submit(page, undo, Map.of()).statusCode()
                                : Someone.registered(kopa, "ours", "late@example.org", "")
                                        .browser()
                                        .get("/")
                                        .statusCode())
                .forEach(status -> assertThat(status).isIn(200, 303));

        assertThat(taken()).isOne();
        assertThat(database.number("SELECT COUNT(*) FROM registration WHERE status = 'CONFIRMED'"))
                .isOne();
        assertThat(database.number("SELECT COUNT(*) FROM audit WHERE deed = 'restored'"))
                .isLessThanOrEqualTo(1);
    }

    private Contacts announced(String more, String... people) {
        kopa.bean(MovableClock.class).set(NOW);
        kopa.publish(parks, Plans.training("parks", "ours", more));
        Contacts.at(kopa, "ours").send(people);
        return Contacts.home(kopa);
    }

    private String firstMember() {
        return database.texts("SELECT MIN(id) FROM party_member").get(0);
    }

    private List<String> statuses() {
        return database.texts("SELECT CONCAT(name, ' ', status) FROM registration ORDER BY id");
    }

    private long taken() {
        return database.number("SELECT places_taken FROM event WHERE slug = 'ours'");
    }
}
