package lv.kopa.registration.party;

import static org.assertj.core.api.Assertions.assertThat;

import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parties that compete for the last places. */
@Tag("database")
class PartyRushTest {
    private static final int PLACES = 10;

    @Test
    void ofTwentyPartiesOfFourTwoGetTenPlacesAndNobodyIsTornApart() {
        TestDatabase database = TestDatabase.fresh();
        try (Program program = Program.start("party-rush", database)) {
            announce(program);

            assertThat(PartyRush.of(program, "rush", 20)).isEqualTo(2);

            assertThat(database.number("SELECT places_taken FROM event")).isEqualTo(8);
            assertThat(database.number("SELECT COUNT(*) FROM registration WHERE status = 'CONFIRMED'"))
                    .isEqualTo(8);
            assertThat(database.number("SELECT COUNT(*) FROM party_member")).isEqualTo(8);
            assertThat(database.number("SELECT COUNT(*) FROM party")).isEqualTo(2);
            assertThat(database.number("SELECT COUNT(*) FROM mail_outbox")).isEqualTo(10);
        }
    }

    @Test
    void withoutTheGuardMorePeopleAreConfirmedThanThereArePlaces() {
        TestDatabase database = TestDatabase.fresh();
        try (Program program = Program.start("unguarded-parties", database)) {
            database.execute("ALTER TABLE event DROP CONSTRAINT event_never_overfull");
            announce(program);

            PartyRush.of(program, "rush", 20);

            assertThat(database.number("SELECT COUNT(*) FROM registration WHERE status = 'CONFIRMED'"))
                    .isGreaterThan(PLACES);
        }
    }

    private static void announce(Program program) {
        program.publish(
                program.found("parks"),
                Plans.training("parks", "rush", "\"places\": " + PLACES + ", \"waitingList\": false"));
    }
}
