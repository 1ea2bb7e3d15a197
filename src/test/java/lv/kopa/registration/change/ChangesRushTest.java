package lv.kopa.registration.change;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.time.Duration;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several servers look for changes that are to be told; each change is told by one of them. */
@Tag("database")
final class ChangesRushTest {
    private static final int SERVERS = 6;

    @Test
    void aChangeIsToldOnceHoweverManyServersLook() {
        try (Program kopa = Program.start("changes", TestDatabase.fresh())) {
            long event = changed(kopa);

            AtOnce.of(SERVERS, server -> {
                kopa.bean(ChangeKeeper.class).tellDue();
                return server;
            });

            assertThat(Someone.mails(kopa, "anna@example.org")).hasSize(2);
            assertThat(kopa.bean(Changes.class).due()).doesNotContain(event);
        }
    }

    @Test
    void theyAreHandedOverOnceEvenWithoutTheLockOfTheEvent() {
        try (Program kopa = Program.start("changes", TestDatabase.fresh())) {
            assertThat(taken(kopa)).isOne();
        }
    }

    @Test
    void withoutTheGuardSeveralWouldTell() {
        try (Program kopa = Program.start("unguarded-changes", TestDatabase.fresh())) {
            assertThat(taken(kopa)).isGreaterThan(1);
        }
    }

    @Test
    void whatIsNotToldToTheEndIsToldLater() {
        try (Program kopa = Program.start("changes", TestDatabase.fresh())) {
            long event = changed(kopa);
            kopa.bean(DataSourceTransactionManager.class).executeWrite(status -> {
                kopa.bean(Changes.class).take(event);
                status.setRollbackOnly();
                return event;
            });

            kopa.bean(ChangeKeeper.class).tellDue();

            assertThat(Someone.mails(kopa, "anna@example.org")).hasSize(2);
        }
    }

    /** How many of several servers get to tell of the same change. */
    private static int taken(Program kopa) {
        long event = changed(kopa);
        return AtOnce.of(
                        SERVERS,
                        server -> kopa.bean(DataSourceTransactionManager.class)
                                .executeWrite(status ->
                                        kopa.bean(Changes.class).take(event).isPresent()))
                .stream()
                .filter(told -> told)
                .toList()
                .size();
    }

    private static long changed(Program kopa) {
        String parks = kopa.found("parks");
        kopa.publish(parks, Plans.training("parks", "ours", ""));
        kopa.register(STRANGER, "ours", Wishes.of("anna@example.org")).is(201);
        String version = kopa.get(parks, "/api/v1/events/ours").header("ETag");
        kopa.patch(parks, "/api/v1/events/ours", version, "{\"title\": {\"lv\": \"Naudas lietas\"}}")
                .is(200);
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(10));
        return kopa.bean(Changes.class).due().get(0);
    }
}
