package lv.kopa.registration.invitation;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.wish.Wishes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One invitation that many come by in the same moment. */
@Tag("database")
class InvitationRushTest {
    private static final int PEOPLE = 12;
    private static final int RUSHES = 30;

    @Test
    void oneInvitationIsGoodForOneRegistrationWhateverHappensAtOnce() {
        TestDatabase database = TestDatabase.fresh();
        try (Program program = Program.start("invitation-rush", database)) {
            Hosts host = host(program);
            assertThat(registered(program, host, "anna@example.org")).isOne();

            assertThat(database.number("SELECT COUNT(*) FROM registration")).isOne();
            assertThat(database.number("SELECT places_taken FROM event")).isOne();
            assertThat(database.number("""
                    SELECT COUNT(*) FROM invitation i JOIN registration r ON r.id = i.registration_id
                    WHERE i.state = 'REGISTERED'""")).isOne();
        }
    }

    @Test
    void withoutTheGuardSeveralPeopleRegisterByOneInvitation() {
        TestDatabase database = TestDatabase.fresh();
        try (Program program = Program.start("unguarded-invitations", database)) {
            Hosts host = host(program);
            assertThat(IntStream.range(0, RUSHES))
                    .as("a rush that more than one got through")
                    .anyMatch(rush -> registered(program, host, "guest" + rush + "@example.org") > 1);
        }
    }

    private static Hosts host(Program program) {
        program.publish(
                program.found("parks"),
                Plans.training(
                        "parks",
                        "rush",
                        "\"visibility\": \"INVITATION\", \"categories\": [{\"key\": \"guest\", \"name\": {\"en\": \"Guest\"}}]"));
        return Hosts.of(program, "rush");
    }

    /** How many of those who come at once by one invitation are registered. */
    private static long registered(Program program, Hosts host, String invited) {
        host.invites(Map.of("name", "Anna Bērziņa", "email", invited, "category", "guest"));
        String secret = Hosts.secret(program, invited);
        return AtOnce.of(
                        PEOPLE,
                        person -> program.register(
                                        STRANGER,
                                        "rush",
                                        Wishes.of(
                                                "person" + person + "-" + invited,
                                                "\"category\": \"guest\", \"invitation\": \"" + secret + "\""))
                                .status())
                .stream()
                .filter(status -> status == 201)
                .count();
    }
}
