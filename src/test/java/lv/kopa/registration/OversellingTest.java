package lv.kopa.registration;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.wish.Wishes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shows that the rush is rush enough: with a guard taken away the same test oversells, or doubles somebody. */
@Tag("database")
class OversellingTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static Program program;
    private static String parks;

    @BeforeAll
    static void start() {
        program = Program.start("unguarded", DATABASE);
        parks = program.found("parks");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void withoutTheGuardMorePeopleAreConfirmedThanThereArePlaces() {
        DATABASE.execute("ALTER TABLE event DROP CONSTRAINT event_never_overfull");
        program.publish(parks, Plans.training("parks", "rush", "\"places\": 20, \"waitingList\": false"));
        List<Answer> answers =
                AtOnce.of(200, i -> program.register(STRANGER, "rush", Wishes.of("p" + i + "@example.org")));
        assertThat(answers.stream().filter(answer -> answer.status() == 201).count())
                .isGreaterThan(20);
    }

    @Test
    void withoutTheKeyOfAddressesOnePersonIsRegisteredSeveralTimes() {
        DATABASE.execute("ALTER TABLE registration DROP INDEX registration_person");
        program.publish(parks, Plans.training("parks", "same", ""));

        AtOnce.of(20, i -> program.register(STRANGER, "same", Wishes.of("anna@example.org")));

        assertThat(DATABASE.number("SELECT COUNT(*) FROM registration WHERE live_email = 'anna@example.org'"))
                .isGreaterThan(1);
    }
}
