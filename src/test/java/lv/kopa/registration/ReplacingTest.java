package lv.kopa.registration;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.registration.Enrolment.AlreadyRegistered;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is only held gives way to its person once, and only while it is held. */
final class ReplacingTest {
    private static final Instant NOW = Instant.parse("2031-05-01T08:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("ReplacingTest", database);
    private final Proving proving = kopa.bean(Proving.class);

    @BeforeEach
    void hold() {
        kopa.bean(MovableClock.class).set(NOW);
        kopa.publish(kopa.found("parks"), Plans.training("parks", "ours", """
                "places": 3, "registration": {"confirmAddress": true}"""));
        kopa.register(STRANGER, "ours", Wishes.of("anna@example.org")).is(201);
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void whatWasConfirmedMeanwhileStays() {
        meanwhile(hold -> proving.prove(held(), hold), "CONFIRMED");

        assertThat(database.number("SELECT COUNT(*) FROM address_hold WHERE confirmed_at IS NOT NULL"))
                .isOne();
    }

    @Test
    void ofWhatRanOutMeanwhileNothingIsGivenBackTwice() {
        meanwhile(
                hold -> {
                    kopa.bean(MovableClock.class).set(hold.heldUntil());
                    proving.lapse(held(), hold);
                },
                "CANCELLED");

        assertThat(database.number("SELECT places_taken FROM event")).isZero();
    }

    @Test
    void whatAnOrganiserHasDecidedMeanwhileStaysDecided() {
        meanwhile(hold -> kopa.bean(Registrations.class).cancel(held(), null, "person:1"), "CANCELLED");

        assertThat(database.number("SELECT places_taken FROM event")).isZero();
        assertThat(database.number("SELECT COUNT(*) FROM address_hold WHERE ran_out_at IS NULL"))
                .isOne();
    }

    private void meanwhile(Consumer<AddressHold> deed, String status) {
        Registration held = held();
        AddressHold hold = proving.open(held).orElseThrow();
        EventDetails event = kopa.bean(Events.class).find("ours").orElseThrow();
        Applicant anna = Wishes.of(null, "Anna", "anna@example.org", List.of()).in(event, null);
        deed.accept(hold);

        assertThatExceptionOfType(AlreadyRegistered.class).isThrownBy(() -> proving.replace(held, hold, anna));

        assertThat(database.texts("SELECT status FROM registration")).containsExactly(status);
        assertThat(database.number("SELECT COUNT(*) FROM audit WHERE deed = 'replaced'"))
                .isZero();
    }

    private Registration held() {
        return kopa.bean(Registrations.class)
                .of(kopa.bean(Events.class).find("ours").orElseThrow().event().id())
                .get(0);
    }
}
