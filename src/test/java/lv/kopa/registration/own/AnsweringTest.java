package lv.kopa.registration.own;

import static lv.kopa.Program.STRANGER;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.Turn;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people answer once they have a place, and change until the deadline. */
@Tag("database")
final class AnsweringTest {
    private static final Instant NOW = Instant.parse("2031-06-01T08:00:00Z");
    private static final String QUESTIONS = """
            "registration": {"changesUntil": "2031-06-10T20:00:00Z"}, "questions": [
              {"key": "way", "type": "CHOICE", "label": {"en": "How do you come?"}, "required": true,
               "choices": [{"key": "bus", "label": {"en": "By our bus"}, "places": 1}, {"key": "car", "label": {"en": "By car"}}]},
              {"key": "diet", "type": "TEXT", "label": {"en": "What do you eat?"}, "required": true, "stage": "CONFIRMED",
               "sensitive": true},
              {"key": "plate", "type": "TEXT", "label": {"en": "Number plate"}, "required": true, "stage": "CONFIRMED",
               "shownIf": [{"question": "way", "is": ["car"]}]}]""";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("AnsweringTest", database);
    private final String parks = kopa.found("parks");

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void whoHasAPlaceIsAskedTheRestOnTheirOwnPageAndTheMailSaysSo() {
        published("");
        Someone anna = registered("anna", "car");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says("Rīkotājam ir daži jautājumi");
        assertThat(anna.page().select(".notice").text()).contains("needs 2 more answers");

        Document form = anna.page("/answers");
        assertThat(form.select("[data-asked]:not([hidden])")).hasSize(3);
        assertThat(answer(anna, Map.of("answers.diet", "No nuts", "answers.plate", "LV-1"))
                        .statusCode())
                .isEqualTo(303);

        assertThat(anna.page().select(".notice:not(.good)")).isEmpty();
        assertThat(anna.page().text()).contains("No nuts", "LV-1", "By car");
    }

    @Test
    void whoWaitsIsNotAskedYet() {
        published("\"places\": 1, ");
        registered("first", "car");
        Someone anna = registered("anna", "car");
        assertThat(anna.page().select("a[href$=/answers]")).hasSize(1);
        assertThat(anna.page("/answers").select("[name='answers.diet']")).isEmpty();
    }

    @Test
    void whatIsNeededIsNamedNextToItsFieldAndNothingTypedIsLost() {
        published("");
        Someone anna = registered("anna", "car");
        HttpResponse<String> refused = answer(anna, Map.of("answers.diet", "No nuts"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"answers-plate-error\"", "No nuts");
    }

    @Test
    void theSecondOfTwoWindowsIsToldAndLosesNothing() {
        published("");
        Someone anna = registered("anna", "bus");
        Document older = anna.page("/answers");
        answer(anna, Map.of("answers.diet", "Everything"));
        HttpResponse<String> told =
                anna.browser().submit(older, anna.path() + "/answers", Map.of("answers.diet", "No nuts"));
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body()).contains("in another window", "No nuts");
        assertThat(anna.page().text()).contains("Everything");
    }

    @Test
    void whatOthersTookMeanwhileIsNamedAndNothingChanges() {
        published("");
        registered("first", "bus");
        Someone anna = registered("anna", "car");
        HttpResponse<String> refused =
                answer(anna, Map.of("answers.way", "bus", "answers.diet", "All", "answers.plate", "x"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Others have taken the last place here");
        assertThat(taken()).containsExactly("1", "1");
    }

    @Test
    void whatIsGivenBackGoesToWhoeverWaitsForIt() {
        published("");
        Someone first = registered("first", "bus");
        Someone anna = registered("anna", "bus");
        assertThat(anna.headline()).contains("no. 1 in line");
        answer(first, Map.of("answers.way", "car", "answers.diet", "All", "answers.plate", "LV-1"));
        assertThat(anna.headline()).contains("you have a place");
        assertThat(taken()).containsExactly("1", "1");
    }

    @Test
    void theLastOfAChoiceIsTakenOnceHoweverManyChangeToIt() {
        published("");
        List<Someone> people =
                List.of(registered("a", "car"), registered("b", "car"), registered("c", "car"), registered("d", "car"));
        List<Integer> answers = AtOnce.of(
                people.size(),
                i -> answer(people.get(i), Map.of("answers.way", "bus", "answers.diet", "All"))
                        .statusCode());
        assertThat(answers.stream().filter(status -> status == 303)).hasSize(1);
        assertThat(taken()).containsExactly("1", "3");
    }

    @Test
    void afterTheDeadlineTheAnswersStandAsTheyAre() {
        published("");
        Someone anna = registered("anna", "bus");
        Document form = anna.page("/answers");
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-10T20:00:00Z"));
        assertThat(anna.browser()
                        .translate(form, "nb", Map.of("answers.diet", "Late"))
                        .statusCode())
                .isEqualTo(303);
        anna.browser().page("/?lang=en");
        anna.browser().submit(form, anna.path() + "/answers", Map.of("answers.diet", "Late"));
        assertThat(anna.page().text()).contains("deadline").doesNotContain("Late");
    }

    @Test
    void answersHaveADeadlineOfTheirOwn() {
        kopa.bean(MovableClock.class).set(NOW);
        kopa.publish(parks, Plans.training("parks", "ours", until("2031-06-05T20:00:00Z", "2031-06-08T20:00:00Z")));
        kopa.publish(parks, Plans.training("parks", "theirs", until("2031-06-10T20:00:00Z", "2031-06-04T20:00:00Z")));
        Someone anna = registered("anna", "car");
        Someone kate = registered("theirs", "kate", "car");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says(deadline("2031-06-08T20:00:00Z"));
        assertThat(anna.page("/answers").select("header").text()).contains("until Sunday 8 June");
        Document early = kate.page("/answers");
        assertThat(kopa.get(STRANGER, "/api/v1/events/ours").text("registration.answersUntil"))
                .isEqualTo("2031-06-08T20:00:00Z");

        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-06T08:00:00Z"));
        Document form = anna.page("/answers");
        assertThat(form.select("[name='answers.way']")).isEmpty();
        assertThat(form.select("fieldset:not([hidden]) > [name=asked][value=plate]"))
                .as("called for by an answer that can be changed no longer")
                .hasSize(1);
        assertThat(answer(anna, Map.of("answers.way", "bus", "answers.diet", "No nuts", "answers.plate", "LV-1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(anna.page().text()).contains("No nuts", "LV-1", "By car");

        assertThat(kate.page().select(".notice").text()).contains("the deadline for answers has passed", "parks");
        assertThat(kate.page("/answers").select("[name='answers.diet']")).isEmpty();
        answer(kate, Map.of("answers.way", "bus"));
        assertThat(kate.page().text()).contains("By our bus");
        assertThat(kate.browser()
                        .translate(early, "nb", Map.of("answers.diet", "No nuts"))
                        .body())
                .contains(Texts.in(Language.NB).get("registration.own.answers.closed"));

        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-08T20:00:00Z"));
        assertThat(anna.page().select("a[href$=/answers]")).isEmpty();
        assertThat(anna.browser().get(anna.path() + "/answers").statusCode()).isEqualTo(303);
        assertThat(anna.page().text()).contains("The deadline for answers has passed");
    }

    @Test
    void whoMovesUpAfterTheDeadlineHasADayToAnswerButNoLongerThanUntilTheEventBegins() {
        published("\"places\": 1, ");
        registered("first", "car");
        Someone anna = registered("anna", "car");
        registered("kate", "car");

        freesThePlace("2031-06-12T08:00:00Z", 0);
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says(deadline("2031-06-13T08:00:00Z"));
        assertThat(anna.page().select(".notice").text()).contains("needs 2 more answers", "until");
        kopa.bean(AnswerReminders.class).remind();
        assertThat(kinds()).doesNotContain("answers-wanted");
        assertThat(answer(anna, Map.of("answers.diet", "No nuts", "answers.plate", "LV-1"))
                        .statusCode())
                .isEqualTo(303);
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-13T08:00:00Z"));
        assertThat(anna.page().select("a[href$=/answers]")).isEmpty();

        freesThePlace("2031-06-13T20:00:00Z", 1);
        assertThatMail(Someone.mailTo(kopa, "kate@example.org")).says(deadline("2031-06-14T06:30:00Z"));
    }

    @Test
    void whatTheOrganiserChangesWhileSomebodyAnswersIsToldAndNothingElseIsLost() {
        String tent = """
                {"key": "tent", "type": "TEXT", "label": {"en": "Your tent"}, "stage": "CONFIRMED"}]""";
        kopa.bean(MovableClock.class).set(NOW);
        kopa.publish(
                parks, Plans.training("parks", "ours", QUESTIONS.substring(0, QUESTIONS.length() - 1) + "," + tent));
        Someone anna = registered("anna", "car");
        Someone kate = registered("kate", "car");
        Map<String, String> typed = Map.of("answers.diet", "No nuts", "answers.plate", "LV-1");
        answer(anna, typed);
        Document annas = anna.page("/answers");
        Document kates = kate.page("/answers");
        Answer seen = kopa.get(parks, "/api/v1/events/ours");
        kopa.patch(parks, "/api/v1/events/ours", seen.header("ETag"), """
                        {"questions": [{"key": "way"}, {"key": "plate"}, {"key": "tent", "required": true}]}""").is(200);

        HttpResponse<String> refused = kate.browser().submit(kates, kate.path() + "/answers", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(refused.body());
        assertThat(again.select("#answers-tent-error")).hasSize(1);
        assertThat(again.select("#answers-plate").val()).isEqualTo("LV-1");

        assertThat(anna.browser()
                        .submit(annas, anna.path() + "/answers", Map.of("answers.diet", "Nuts", "answers.tent", "Blue"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(anna.page().text())
                .contains("saved, except those to what is no longer asked", "Blue", "LV-1")
                .doesNotContain("Nuts");
    }

    @Test
    void nobodyIsRemindedWhoHasYetToConfirmTheAddress() {
        published("");
        kopa.publish(
                parks,
                Plans.training("parks", "theirs", QUESTIONS.replace("{\"ch", "{\"confirmAddress\": true, \"ch")));
        registered("theirs", "anna", "bus");
        registered("kate", "bus");
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-08T20:00:00Z"));
        kopa.bean(AnswerReminders.class).remind();
        assertThat(kinds()).containsOnlyOnce("answers-wanted");
        assertThat(Someone.mails(kopa, "anna@example.org")).hasSize(1);
    }

    @Test
    void whoHasNotAnsweredIsRemindedOnceThreeDaysBeforeTheDeadline() {
        published("");
        Someone anna = registered("anna", "bus");
        Someone kate = registered("kate", "bus");
        database.execute("UPDATE mail_outbox SET state = 'SENT'");
        answer(kate, Map.of("answers.diet", "Everything"));
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-07T19:00:00Z"));
        kopa.bean(AnswerReminders.class).remind();
        assertThat(kinds()).doesNotContain("answers-wanted");

        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-07T20:00:00Z"));
        kopa.bean(AnswerReminders.class).remind();
        kopa.bean(AnswerReminders.class).remind();

        assertThat(kinds()).containsOnlyOnce("answers-wanted");
        assertThat(database.number("SELECT bulk FROM mail_outbox WHERE kind = 'answers-wanted'"))
                .as("behind what one person waits for")
                .isEqualTo(Turn.EVENT.number());
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says("Rīkotājam vajadzīgas tavas atbildes");
        assertThat(Someone.linkIn(Someone.mailTo(kopa, "anna@example.org"))).endsWith("/answers");
        assertThat(anna.isKnown()).isTrue();
    }

    @Test
    void handingOverForgetsWhatWasAnsweredAndFreesWhatWasChosen() {
        published("");
        Someone anna = registered("anna", "bus");
        answer(anna, Map.of("answers.diet", "No nuts"));
        anna.send("/hand-over", "/hand-over", Map.of("name", "Oksana", "email", "oksana@example.org"));
        Someone oksana = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "oksana@example.org")));
        oksana.send("", "", Map.of("name", "Oksana", "consents", "privacy"));
        assertThat(database.number("SELECT COUNT(*) FROM answer")).isZero();
        assertThat(taken()).containsExactly("0", "0");
        assertThat(database.number("SELECT places_taken FROM event")).isOne();
    }

    @Test
    void whoeverIsErasedLeavesNoAnswers() {
        published("");
        Someone anna = registered("anna", "bus");
        answer(anna, Map.of("answers.diet", "No nuts"));
        anna.send("/erasure", "/erasure", Map.of("sure", "yes"));
        assertThat(database.number("SELECT COUNT(*) FROM answer")).isZero();
        assertThat(taken()).containsExactly("0", "0");
    }

    @Test
    void thePersonTakesTheirAnswersAlongWithTheirData() {
        published("");
        Someone anna = registered("anna", "bus");
        answer(anna, Map.of("answers.diet", "No nuts"));
        assertThat(anna.browser().get(anna.path() + "/data.json").body()).contains("What do you eat?", "No nuts");
    }

    private HttpResponse<String> answer(Someone person, Map<String, String> answers) {
        HttpResponse<String> first = person.send("/answers", "/answers", answers);
        return first.body().contains("bring up this question")
                ? person.browser().submit(Jsoup.parse(first.body()), person.path() + "/answers", answers)
                : first;
    }

    private static String until(String changes, String answers) {
        return QUESTIONS.replace(
                "{\"changesUntil\": \"2031-06-10T20:00:00Z\"}",
                "{\"changesUntil\": \"%s\", \"answersUntil\": \"%s\"}".formatted(changes, answers));
    }

    /** As whoever registers in these tests reads it. */
    private static String deadline(String instant) {
        return Dates.in(Language.LV).deadline(Instant.parse(instant), ZoneId.of("Europe/Riga"));
    }

    /** Cancels the registration that came as the n-th. */
    private void freesThePlace(String time, int n) {
        kopa.bean(MovableClock.class).set(Instant.parse(time));
        String reference =
                database.texts("SELECT reference FROM registration ORDER BY id").get(n);
        kopa.post(parks, "/api/v1/registrations/" + reference + "/cancel").is(200);
    }

    private Someone registered(String name, String way) {
        return registered("ours", name, way);
    }

    private Someone registered(String event, String name, String way) {
        Answer receipt = kopa.register(
                        STRANGER, event, Wishes.of(name + "@example.org", "\"answers\": {\"way\": \"" + way + "\"}"))
                .is(201);
        return Someone.at(kopa, Someone.path(receipt.text("links.manage")));
    }

    private void published(String more) {
        kopa.bean(MovableClock.class).set(NOW);
        kopa.publish(parks, Plans.training("parks", "ours", more + QUESTIONS));
    }

    private List<String> taken() {
        return database.texts("SELECT places_taken FROM choice ORDER BY id");
    }

    private List<String> kinds() {
        return database.texts("SELECT kind FROM mail_outbox");
    }
}
