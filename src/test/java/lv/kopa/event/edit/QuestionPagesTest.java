package lv.kopa.event.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.util.List;
import lv.kopa.event.Events;
import lv.kopa.event.question.Condition;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.event.question.Stage;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where organisers write what they ask, without a script. */
@Tag("database")
final class QuestionPagesTest {
    private static Site site;
    private static Desk desk;
    private static Desk other;

    @BeforeAll
    static void start() {
        site = Desk.room();
        desk = Desk.of(site, "intelekta-parks");
        other = Desk.of(site, "omsozams-venner");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void aQuestionWithChoicesIsWrittenRowByRow() {
        String questions = drafted("Choices");
        Document blank = desk.page(questions + "/new");
        Document withRow = Jsoup.parse(desk.post(
                        questions,
                        Desk.filled(blank, "label.en", "How do you come?", "type", "CHOICE", "add", "choices"))
                .body());
        assertThat(withRow.select("#choices-0")).hasSize(1);
        HttpResponse<String> saved = desk.post(
                questions,
                Desk.filled(
                        withRow,
                        "choices.0.label.en",
                        "By bus",
                        "choices.0.places",
                        "20",
                        "choices.1.label.en",
                        "By car",
                        "required",
                        "true"));
        assertThat(Desk.location(saved)).isEqualTo(questions);
        Question question = asked("choices").current().get(0);
        assertThat(question.questionKey()).isEqualTo("how-do-you-come");
        assertThat(question.required()).isTrue();
        assertThat(asked("choices").choicesOf(question))
                .extracting("choiceKey", "places")
                .containsExactly(tuple("by-bus", 20), tuple("by-car", null));
        assertThat(desk.page(questions).select(".rows a").text()).isEqualTo("How do you come?");
    }

    @Test
    void severalAnswersOfOneQuestionAreOneConditionOfWhichOneIsEnough() {
        String questions = drafted("Conditions");
        add(questions, "label.en", "Which", "type", "CHOICE", "choices.0.label.en", "A", "choices.1.label.en", "B");
        add(questions, "label.en", "Age", "type", "NUMBER");
        add(
                questions,
                "label.en",
                "And then",
                "type",
                "TEXT",
                "later",
                "true",
                "conditions.0.answer",
                "which|is|a",
                "conditions.1.answer",
                "which|is|b",
                "conditions.2.answer",
                "age|least|",
                "conditions.2.value",
                "18");
        Question question = asked("conditions").question("and-then").orElseThrow();
        assertThat(question.stage()).isEqualTo(Stage.CONFIRMED);
        assertThat(question.shownIf())
                .containsExactly(
                        new Condition("which", List.of("a", "b"), List.of(), null, null),
                        new Condition("age", List.of(), List.of(), "18", null));
        Document again = desk.page(questions + "/and-then");
        assertThat(again.select("[id=conditions-1-answer] option[selected]").val())
                .isEqualTo("which|is|b");
        assertThat(again.select("[name='conditions.1.value']").val()).isEmpty();
        assertThat(again.select("[name='conditions.2.value']").val()).isEqualTo("18");
    }

    @Test
    void whatIsComparedWithATextStandsInTheFormAgain() {
        String questions = drafted("Texts");
        add(questions, "label.en", "Town", "type", "TEXT");
        add(
                questions,
                "label.en",
                "Hotel",
                "type",
                "YES_NO",
                "conditions.0.answer",
                "town|not|",
                "conditions.0.value",
                "Daugavpils");
        Document again = desk.page(questions + "/hotel");
        assertThat(again.select("[id=conditions-0-answer] option[selected]").val())
                .isEqualTo("town|not|");
        assertThat(again.select("[name='conditions.0.value']").val()).isEqualTo("Daugavpils");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        String questions = drafted("Wrong");
        HttpResponse<String> refused = desk.post(
                questions,
                Desk.filled(
                        desk.page(questions + "/new"),
                        "label.lv",
                        "Ko ēdat?",
                        "type",
                        "CHOICE",
                        "choices.0.places",
                        "-1"));
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("#choices-0-label-en-error")).hasSize(1);
        assertThat(page.select("[name='label.lv']").val()).isEqualTo("Ko ēdat?");
        assertThat(asked("wrong").current()).isEmpty();
    }

    @Test
    void whatIsWrongWithAGroupLeadsTheFocusThere() {
        String questions = drafted("Groups");
        add(questions, "label.en", "First", "type", "YES_NO");
        Document form = desk.page(questions + "/new");
        Document page = Jsoup.parse(desk.post(
                        questions,
                        Desk.filled(
                                form,
                                "label.en",
                                "Which",
                                "type",
                                "CHOICE",
                                "categories",
                                "nobody",
                                "conditions.0.answer",
                                "nothing|is|true"))
                .body());
        assertThat(page.select("#errors a").eachAttr("href"))
                .contains("#choices", "#conditions", "#categories")
                .allMatch(Desk.takesTheFocus(page));
    }

    @Test
    void aQuestionOnWhichAnotherDependsStaysBeforeIt() {
        String questions = drafted("Order");
        add(questions, "label.en", "First", "type", "YES_NO");
        add(questions, "label.en", "Second", "type", "TEXT", "conditions.0.answer", "first|is|true");
        String version = desk.page(questions).expectFirst("[name=version]").val();
        for (String deed : List.of("/second/place", "/first/removal")) {
            HttpResponse<String> refused = desk.post(questions + deed, "version", version, "to", "up");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Another question depends on this one");
        }
        assertThat(asked("order").current()).extracting(Question::questionKey).containsExactly("first", "second");
        assertThat(Desk.location(desk.post(questions + "/second/removal", "version", version)))
                .isEqualTo(questions);
        assertThat(asked("order").current()).extracting(Question::questionKey).containsExactly("first");
    }

    @Test
    void whoeverWasSlowerIsToldAndLosesNothing() {
        String questions = drafted("Slower");
        Document older = desk.page(questions + "/new");
        add(questions, "label.en", "Faster", "type", "TEXT");
        HttpResponse<String> told = desk.post(questions, Desk.filled(older, "label.en", "Slower", "type", "TEXT"));
        assertThat(told.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(told.body());
        assertThat(page.select("#errors").text()).contains("changed");
        assertThat(Desk.location(desk.post(questions, Desk.filled(page)))).isEqualTo(questions);
        assertThat(asked("slower").current()).hasSize(2);
    }

    @Test
    void changingTheEventKeepsItsQuestions() {
        String questions = drafted("Kept");
        add(questions, "label.en", "Why", "type", "TEXT");
        String event = questions.replace("/questions", "");
        desk.post(event, Desk.filled(desk.page(event + "/edit"), "places", "7"));
        assertThat(asked("kept").current()).hasSize(1);
    }

    @Test
    void nobodyElseSeesOrChangesThem() {
        String questions = drafted("Ours");
        assertThat(other.get(questions).statusCode()).isEqualTo(404);
        assertThat(other.get(questions + "/new").statusCode()).isEqualTo(404);
        assertThat(other.post(questions, "label.en", "Theirs", "type", "TEXT").statusCode())
                .isEqualTo(404);
    }

    private static void add(String questions, String... fields) {
        HttpResponse<String> saved = desk.post(questions, Desk.filled(desk.page(questions + "/new"), fields));
        assertThat(Desk.location(saved)).isEqualTo(questions);
    }

    private static String drafted(String title) {
        return Desk.location(desk.post(
                        "/organiser/events",
                        "organisation",
                        "intelekta-parks",
                        "kind",
                        "TRAINING",
                        "visibility",
                        "PUBLIC",
                        "approval",
                        "AUTOMATIC",
                        "timeZone",
                        "Europe/Riga",
                        "title.en",
                        title,
                        "sessions.0.start",
                        "2031-02-06T10:00",
                        "sessions.0.end",
                        "2031-02-06T16:00",
                        "sessions.0.timeZone",
                        "Europe/Riga"))
                + "/questions";
    }

    private static Questionnaire asked(String slug) {
        return site.bean(Events.class).find(slug).orElseThrow().questionnaire();
    }
}
