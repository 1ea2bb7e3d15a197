package lv.kopa.registration.party;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.own.Someone;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A contact who puts people in the place of others, or only their names right. */
final class ExchangingTest {
    private static final Map<String, String> JANIS =
            Map.of("name", "Jānis Kalns", "email", "janis@example.org", "consents", "privacy");
    private static final Map<String, String> ZANE = Map.of("name", "Zane Liepa", "email", "", "consents", "privacy");
    private static final String EVENT = "/api/v1/events/ours";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("ExchangingTest", database);
    private final String parks = kopa.found("parks");

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void whoseNameWasMisspeltKeepsThePlaceTheAnswersAndTheLink() {
        Contacts ilze = annaAndKate("""
                "places": 2, "waitingList": false, "questions": [{"key": "diet", "type": "TEXT", "label": {"en": "Diet"}}]""");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));
        anna.send("/answers", "/answers", Map.of("answers.diet", "No nuts"));
        int mails = mails("anna@example.org").size();

        assertThat(ilze.exchanges(0, "Anna Bērziņa", "ANNA@example.org").statusCode())
                .isEqualTo(303);

        assertThat(ilze.page().select("[role=status]").text()).contains("below you see who comes now");
        assertThat(ilze.page().select("li h3, li .state").eachText())
                .containsExactly("Anna Bērziņa", "Confirmed", "Kate", "Confirmed");
        assertThat(anna.headline()).isEqualTo("Anna Bērziņa, you have a place");
        assertThat(anna.page("/answers").select("#answers-diet").val()).isEqualTo("No nuts");
        assertThat(anna.page().select("#history ~ ol li").eachText())
                .anySatisfy(step -> assertThat(step).startsWith("Your contact changed: name"));
        assertThat(mails("anna@example.org")).hasSize(mails);
        assertThat(deeds("handed-over") + deeds("cancelled")).isZero();
        assertThat(deeds("changed")).isOne();
    }

    @Test
    void theSameFormSentTwiceHandsThePlaceOverOnce() {
        Contacts ilze = annaAndKate("\"places\": 2, \"waitingList\": false");
        Document annas = form(ilze, 0);
        Document kates = form(ilze, 1);

        for (int time = 0; time < 2; time++) {
            assertThat(send(ilze, annas, JANIS).statusCode()).isEqualTo(303);
            assertThat(send(ilze, kates, ZANE).statusCode()).isEqualTo(303);
        }

        assertThat(ilze.page().select("li h3, li .state").eachText())
                .containsExactly("Jānis Kalns", "Confirmed", "Zane Liepa", "Confirmed");
        assertThat(kinds("janis@example.org")).containsExactly("confirmed");
        assertThat(mails(Contacts.ILZE))
                .extracting(OutboxItem::subject)
                .filteredOn(subject -> subject.startsWith("Zane Liepa"))
                .hasSize(1);
        assertThat(deeds("handed-over")).isEqualTo(2);
        assertThat(deeds("cancelled")).isZero();
        assertThat(taken()).isEqualTo(2);
        assertThat(Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "janis@example.org")))
                        .headline())
                .isEqualTo("Jānis Kalns, you have a place");
    }

    @Test
    void whoeverSendsItFromASecondWindowIsToldWhoIsThereByNowAndDecides() {
        Contacts ilze = annaAndKate("\"places\": 2, \"waitingList\": false");
        List<Document> windows = List.of(form(ilze, 0), form(ilze, 0));
        send(ilze, windows.get(0), JANIS);

        HttpResponse<String> told = send(ilze, windows.get(1), JANIS);

        assertThat(told.statusCode()).isEqualTo(409);
        Document again = Jsoup.parse(told.body());
        assertThat(again.select("#errors").text()).contains("in another window; now it is Jānis Kalns");
        assertThat(again.select("h1").text()).isEqualTo("Who comes instead of Jānis Kalns?");
        assertThat(again.select("#email").val()).isEqualTo("janis@example.org");
        assertThat(deeds("handed-over")).isOne();
        assertThat(send(ilze, again, JANIS).statusCode()).as("the very same").isEqualTo(303);
        assertThat(deeds("handed-over") + deeds("cancelled")).isOne();
        assertThat(ilze.page().select("li h3, li .state").eachText())
                .containsExactly("Jānis Kalns", "Confirmed", "Kate", "Confirmed");
    }

    @Test
    void whoHasNoAddressAndTheSameNameIsTheSamePerson() {
        Contacts ilze = annaAndKate("\"places\": 2, \"waitingList\": false");
        int mails = mails(Contacts.ILZE).size();

        assertThat(ilze.exchanges(1, "Kate", "").statusCode()).isEqualTo(303);

        assertThat(deeds("handed-over")).isZero();
        assertThat(mails(Contacts.ILZE)).hasSize(mails);
    }

    @Test
    void whoeverNamesSomebodyAfterTheEventWasMovedSeesTheNewTimeFirst() {
        Contacts ilze = annaAndKate("\"places\": 2");
        Document before = form(ilze, 0);
        Program.Answer seen = kopa.get(parks, EVENT);
        kopa.patch(parks, EVENT, seen.header("ETag"), moved(seen)).is(200);

        HttpResponse<String> told = send(ilze, before, JANIS);

        assertThat(told.statusCode()).isEqualTo(409);
        Document again = Jsoup.parse(told.body());
        assertThat(again.select("#errors").text()).contains("has changed when or where");
        assertThat(again.select("header").text()).contains("21 June 2031", "Riga");
        assertThat(deeds("handed-over")).isZero();
        assertThat(send(ilze, again, JANIS).statusCode()).isEqualTo(303);
        assertThatMail(Someone.mailTo(kopa, "janis@example.org")).says("You have a place");
    }

    @Test
    void onceTheEventIsCalledOffNobodyIsPutInThePlaceOfAnotherAndItSaysWhy() {
        Contacts ilze = annaAndKate("\"places\": 2");
        Document before = form(ilze, 0);
        kopa.post(parks, EVENT + "/cancel", "{\"reason\": \"rain\"}").is(200);

        assertThat(send(ilze, before, JANIS).statusCode()).isEqualTo(303);

        assertThat(ilze.page().select("[role=status]").text()).contains("The event has been called off");
        assertThat(deeds("handed-over")).isZero();
    }

    @Test
    void ofWhatTheOrganiserNoLongerAsksTheContactReadsForWhomItWasNotKept() {
        announced("""
                "places": 5, "questions": [{"key": "diet", "type": "TEXT", "label": {"en": "Diet"}},
                  {"key": "bus", "type": "TEXT", "label": {"en": "Bus"}}]""");
        Contacts ilze = Contacts.at(kopa, "ours");
        Document form = ilze.page();
        Program.Answer seen = kopa.get(parks, EVENT);
        kopa.patch(parks, EVENT, seen.header("ETag"), "{\"questions\": [{\"key\": \"bus\"}]}")
                .is(200);
        Map<String, String> typed = new HashMap<>(Contacts.typed("Anna|anna@example.org", "Kate", "Zane"));
        typed.put("people.0.answers.diet", "No nuts");
        typed.put("people.2.answers.diet", "No milk");
        typed.put("people.1.answers.bus", "Riga");

        for (int time = 0; time < 2; time++) {
            HttpResponse<String> answer = ilze.send(form, typed);
            Document home = ilze.browser().page(Browser.onwards(answer));
            assertThat(home.select("li .notice").eachText())
                    .containsExactly(
                            "Anna: something you answered was not kept, since it is no longer asked.",
                            "Zane: something you answered was not kept, since it is no longer asked.");
        }
        assertThat(Contacts.home(kopa).page().select("li .notice")).isEmpty();
        assertThat(database.number("SELECT COUNT(*) FROM answer")).isOne();
    }

    @Test
    void whatIsNeededSinceTheFormWasOpenedIsSaidInTheRowOfEachAndNothingTypedIsLost() {
        announced("""
                "places": 5, "questions": [{"key": "bus", "type": "TEXT", "label": {"en": "Bus"}}]""");
        Contacts ilze = Contacts.at(kopa, "ours");
        Document form = ilze.page();
        Program.Answer seen = kopa.get(parks, EVENT);
        kopa.patch(parks, EVENT, seen.header("ETag"), """
                        {"questions": [{"key": "bus", "required": true},
                          {"key": "shoe", "type": "TEXT", "label": {"en": "Shoe"}, "required": true}]}""").is(200);
        Map<String, String> typed = new HashMap<>(Contacts.typed("Anna|anna@example.org", "Kate"));
        typed.put("people.0.answers.bus", "Riga");

        HttpResponse<String> answer = ilze.send(form, typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(answer.body());
        assertThat(again.select("[id^=people-][id$=-error]").eachAttr("id"))
                .containsExactly(
                        "people-0-answers-shoe-error", "people-1-answers-bus-error", "people-1-answers-shoe-error");
        assertThat(again.select("#people-0-answers-bus").val()).isEqualTo("Riga");
        typed.put("people.1.answers.bus", "Cēsis");
        typed.put("people.0.answers.shoe", "38");
        typed.put("people.1.answers.shoe", "40");
        assertThat(ilze.send(again, typed).statusCode()).isEqualTo(303);
        assertThat(database.number("SELECT COUNT(*) FROM answer")).isEqualTo(4);
    }

    private Contacts annaAndKate(String more) {
        announced(more);
        Contacts.at(kopa, "ours").send("Anna|anna@example.org", "Kate");
        return Contacts.home(kopa);
    }

    private void announced(String more) {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        kopa.publish(parks, Plans.training("parks", "ours", more));
    }

    /** A week later, in another town. */
    static String moved(Program.Answer seen) {
        return """
                {"sessions": [{"id": %s, "title": {"en": "First day"}, "start": "2031-06-21T09:30",
                  "end": "2031-06-21T16:00", "place": "Riga, Brīvības iela 1"}]}""".formatted(seen.text("sessions.0.id"));
    }

    private static Document form(Contacts ilze, int person) {
        return ilze.browser().page(ilze.withdrawal(person).replace("/withdrawal", ""));
    }

    private static HttpResponse<String> send(Contacts ilze, Document form, Map<String, String> typed) {
        return ilze.browser().submit(form, form.select("form[action*=/people/]").attr("action"), typed);
    }

    private List<OutboxItem> mails(String address) {
        return Someone.mails(kopa, address);
    }

    private List<String> kinds(String address) {
        return mails(address).stream().map(OutboxItem::kind).toList();
    }

    private long deeds(String deed) {
        return database.number("SELECT COUNT(*) FROM audit WHERE subject = 'registration' AND deed = '" + deed + "'");
    }

    private long taken() {
        return database.number("SELECT places_taken FROM event WHERE slug = 'ours'");
    }
}
