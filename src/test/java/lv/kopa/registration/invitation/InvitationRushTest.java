package lv.kopa.registration.invitation;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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

    @Test
    void oneInvitationIsGoodForOneRegistrationWhateverHappensAtOnce() {
        TestDatabase database = TestDatabase.fresh();
        try (Program program = Program.start("invitation-rush", database)) {
            assertThat(registered(program)).isOne();

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
            assertThat(registered(program)).isGreaterThan(1);
        }
    }

    private static long registered(Program program) {
        program.publish(
                program.found("parks"),
                Plans.training(
                        "parks",
                        "rush",
                        "\"visibility\": \"INVITATION\", \"categories\": [{\"key\": \"guest\", \"name\": {\"en\": \"Guest\"}}]"));
        Hosts.of(program, "rush")
                .invites(Map.of("name", "Anna Bērziņa", "email", "anna@example.org", "category", "guest"));
        String secret = Hosts.secret(program, "anna@example.org");
        return AtOnce.of(
                        PEOPLE,
                        person -> program.register(
                                        STRANGER,
                                        "rush",
                                        Wishes.of(
                                                "person" + person + "@example.org",
                                                "\"category\": \"guest\", \"invitation\": \"" + secret + "\""))
                                .status())
                .stream()
                .filter(status -> status == 201)
                .count();
    }
}
