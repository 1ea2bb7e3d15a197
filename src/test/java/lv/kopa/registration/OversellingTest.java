package lv.kopa.registration;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.wish.Wishes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shows that the rush is rush enough: with the guard taken away the same test oversells. */
@Tag("database")
class OversellingTest {
    @Test
    void withoutTheGuardMorePeopleAreConfirmedThanThereArePlaces() {
        TestDatabase database = TestDatabase.fresh();
        try (Program program = Program.start("unguarded", database)) {
            database.execute("ALTER TABLE event DROP CONSTRAINT event_never_overfull");
            String parks = program.found("parks");
            program.publish(parks, Plans.training("parks", "rush", "\"places\": 20, \"waitingList\": false"));
            List<Answer> answers =
                    AtOnce.of(200, i -> program.register(STRANGER, "rush", Wishes.of("p" + i + "@example.org")));
            assertThat(answers.stream().filter(answer -> answer.status() == 201).count())
                    .isGreaterThan(20);
        }
    }

    @Test
    void withoutTheirGuardMorePeopleGetAChoiceThanItHasPlaces() {
        assertThat(confirmedFor20Choices("unguarded-choices")).isGreaterThan(20);
    }

    @Test
    void theGuardOfAChoiceIsEnoughByItself() {
        assertThat(confirmedFor20Choices("unguarded-events")).isEqualTo(20);
    }

    private static long confirmedFor20Choices(String spec) {
        TestDatabase database = TestDatabase.fresh();
        try (Program program = Program.start(spec, database)) {
            database.execute("ALTER TABLE choice DROP CONSTRAINT choice_never_overfull");
            String parks = program.found("parks");
            program.publish(parks, Plans.training("parks", "rush", """
                    "waitingList": false, "questions": [{"key": "bed", "type": "CHOICE", "label": {"en": "Bed"},
                      "choices": [{"key": "here", "label": {"en": "Here"}, "places": 20}]}]"""));
            List<Answer> answers = AtOnce.of(
                    200,
                    i -> program.register(
                            STRANGER, "rush", Wishes.of("p" + i + "@example.org", "\"answers\": {\"bed\": \"here\"}")));
            return answers.stream().filter(answer -> answer.status() == 201).count();
        }
    }
}
