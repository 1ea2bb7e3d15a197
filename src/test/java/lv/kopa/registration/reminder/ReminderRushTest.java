package lv.kopa.registration.reminder;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two servers that remind in the same moment. */
@Tag("database")
final class ReminderRushTest {
    private static final int PEOPLE = 12;

    @Test
    void twoServersRemindEverybodyOnce() {
        assertThat(reminded("reminder-rush")).isEqualTo(PEOPLE);
    }

    @Test
    void withoutTheGuardPeopleAreRemindedTwice() {
        assertThat(reminded("careless-reminders")).isGreaterThan(PEOPLE);
    }

    private static long reminded(String spec) {
        TestDatabase database = TestDatabase.fresh();
        try (Program one = Program.start(spec, database);
                Program other = Program.start(spec, database)) {
            List<Program> servers = List.of(one, other);
            one.bean(MovableClock.class).set(Instant.parse("2031-05-01T08:00:00Z"));
            one.publish(one.found("parks"), Plans.training("parks", "day", ""));
            for (int person = 0; person < PEOPLE; person++) {
                one.register(STRANGER, "day", Wishes.of("person" + person + "@example.org"))
                        .is(201);
            }
            servers.forEach(server -> server.bean(MovableClock.class).set(Instant.parse("2031-06-07T06:31:00Z")));
            AtOnce.of(2, server -> {
                servers.get(server).bean(ReminderRound.class).go();
                return server;
            });
            return database.number("SELECT COUNT(*) FROM mail_outbox WHERE kind = 'reminder'");
        }
    }
}
