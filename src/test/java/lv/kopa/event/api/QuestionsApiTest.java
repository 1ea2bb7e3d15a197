package lv.kopa.event.api;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.wish.Wishes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What organisers ask, as programs write it down. */
class QuestionsApiTest {
    private static final String DIET = """
            {"key": "diet", "type": "CHOICE", "label": {"en": "What do you eat?", "lv": "Ko ēdat?"}, "required": true,
             "choices": [{"key": "all", "label": {"en": "Everything"}}, {"key": "other", "label": {"en": "Something else"}}]}""";
    private static final String WHICH = """
            {"key": "which", "type": "TEXT", "label": {"en": "What is it?"}, "required": true,
             "shownIf": [{"question": "diet", "is": ["other"]}]}""";
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static Program program;
    private static String parks;

    @BeforeAll
    static void start() {
        program = Program.start("questions", DATABASE);
        parks = program.found("parks");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Answer draft(String slug, String... questions) {
        return program.post(
                parks,
                "/api/v1/events",
                Plans.training("parks", slug, "\"questions\": [" + String.join(",", questions) + "]"));
    }

    private static void faultOf(String field, String... questions) {
        draft("faulty", questions).isInvalid(field);
    }

    @Test
    void whatIsAskedIsToldAsItWasWritten() {
        Answer event = draft("asks", DIET, WHICH).is(201);
        assertThat(keys(event)).containsExactly("diet", "which");
        assertThat(event.text("questions.0.label.lv")).isEqualTo("Ko ēdat?");
        assertThat(event.text("questions.0.stage")).isEqualTo("REGISTRATION");
        assertThat(event.text("questions.0.choices.1.key")).isEqualTo("other");
        assertThat(event.text("questions.1.shownIf.0.question")).isEqualTo("diet");
    }

    @Test
    void aQuestionWithoutAKeyIsCalledAfterItsLabel() {
        Answer event = draft("unnamed", """
                {"type": "YES_NO", "label": {"en": "Do you need a bed?"}}""").is(201);
        assertThat(event.text("questions.0.key")).isEqualTo("do-you-need-a-bed");
    }

    @Test
    void whatMakesNoSenseIsNamedByItsField() {
        faultOf("questions[0].label", """
                {"type": "TEXT"}""");
        faultOf("questions[0].type", """
                {"type": "SONG", "label": {"en": "Sing"}}""");
        faultOf("questions[0].choices", """
                {"type": "CHOICE", "label": {"en": "Which"}}""");
        faultOf("questions[0].choices", """
                {"type": "TEXT", "label": {"en": "Which"}, "choices": [{"label": {"en": "One"}}]}""");
        faultOf("questions[1].key", DIET, DIET);
        faultOf("questions[0].shownIf[0].question", WHICH);
        faultOf("questions[1].shownIf[0].is", DIET, WHICH.replace("\"other\"", "\"nothing\""));
        faultOf("questions[1].shownIf[0].atLeast", DIET, WHICH.replace("\"is\": [\"other\"]", "\"atLeast\": \"3\""));
        faultOf("questions[0].categories", """
                {"type": "TEXT", "label": {"en": "Why"}, "categories": ["member"]}""");
        faultOf("questions[0].choices[0].places", """
                {"type": "CHOICE", "label": {"en": "Health"}, "sensitive": true,
                 "choices": [{"label": {"en": "Good"}, "places": 3}]}""");
    }

    @Test
    void aPatchChangesTheQuestionItNamesAndKeepsTheRestOfIt() {
        Answer event = draft("patched", DIET, WHICH).is(201);
        Answer changed = patch("patched", event, """
                {"questions": [{"key": "diet", "required": false}, {"key": "which"}]}""").is(200);
        assertThat(changed.text("questions.0.label.lv")).isEqualTo("Ko ēdat?");
        assertThat(changed.text("questions.0.required")).isEqualTo("false");
        assertThat(keys(changed)).containsExactly("diet", "which");
        assertThat(keys(patch("patched", changed, "{\"questions\": null}").is(200)))
                .isEmpty();
    }

    @Test
    void whatWasAnsweredIsAskedNoLongerButNotForgottenAndComesBackUnderItsKey() {
        program.publish(parks, Plans.training("parks", "answered", "\"questions\": [" + DIET + "]"));
        program.register(STRANGER, "answered", Wishes.of("a@example.org", "\"answers\": {\"diet\": \"all\"}"))
                .is(201);
        Answer event = program.get(parks, "/api/v1/events/answered");
        Answer without = patch("answered", event, "{\"questions\": []}").is(200);
        assertThat(keys(without)).isEmpty();
        assertThat(DATABASE.number("SELECT COUNT(*) FROM answer a JOIN question q ON q.id = a.question_id"
                        + " JOIN event e ON e.id = q.event_id WHERE e.slug = 'answered' AND q.withdrawn"))
                .isEqualTo(1);
        patch("answered", without, """
                {"questions": [{"key": "diet", "type": "TEXT", "label": {"en": "Something new"}}]}""").isInvalid("questions[0].type");
        assertThat(keys(patch("answered", without, "{\"questions\": [" + DIET + "]}")
                        .is(200)))
                .containsExactly("diet");
    }

    @Test
    void aChoiceCannotHaveFewerPlacesThanAreTaken() {
        String workshop = """
                {"key": "bus", "type": "CHOICE", "label": {"en": "Bus"}, "choices": [
                  {"key": "early", "label": {"en": "Early"}, "places": 3}, {"key": "late", "label": {"en": "Late"}}]}""";
        program.publish(parks, Plans.training("parks", "buses", "\"questions\": [" + workshop + "]"));
        for (String person : new String[] {"a", "b"}) {
            program.register(STRANGER, "buses", Wishes.of(person + "@example.org", "\"answers\": {\"bus\": \"early\"}"))
                    .is(201);
        }
        Answer event = program.get(parks, "/api/v1/events/buses");
        assertThat(event.number("questions.0.choices.0.placesLeft")).isEqualTo(1);
        patch("buses", event, """
                {"questions": [{"key": "bus", "choices": [{"key": "early", "places": 1}, {"key": "late"}]}]}""").isInvalid("questions[0].choices[0].places");
        assertThat(patch("buses", event, """
                        {"questions": [{"key": "bus", "choices": [{"key": "early", "places": 2}]}]}""").is(200).number("questions.0.choices.0.placesLeft"))
                .isZero();
    }

    private static Answer patch(String slug, Answer event, String change) {
        return program.patch(parks, "/api/v1/events/" + slug, "\"" + event.number("version") + "\"", change);
    }

    private static List<String> keys(Answer event) {
        List<String> keys = new ArrayList<>();
        event.json()
                .get("questions")
                .values()
                .forEach(question -> keys.add(question.get("key").getStringValue()));
        return keys;
    }
}
