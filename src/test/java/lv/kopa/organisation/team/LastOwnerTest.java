package lv.kopa.organisation.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lv.kopa.database.TestDatabase;
import lv.kopa.organisation.LastOwner;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.Teams;
import lv.kopa.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An organisation always has an owner, whatever its owners do to one another at once. */
@Tag("database")
class LastOwnerTest {
    private static final int ROUNDS = 25;
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = Site.start("last-owner", DATABASE.settings());
    private static final Teams TEAMS = Teams.settle(SITE);

    private final People people = SITE.bean(People.class);
    private final long parks = TEAMS.intelektaParks().id();
    private final long ilze = TEAMS.ilze().id();
    private final long kari = TEAMS.kari().id();

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @BeforeEach
    void twoOwners() {
        people.join(ilze, parks, Role.OWNER, "test");
        people.join(kari, parks, Role.OWNER, "test");
    }

    @Test
    void ofTwoOwnersWhoTakeEachOtherOutAtOnceOneStays() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            twoOwners();
            atOnce(() -> people.leave(kari, parks, "person:1"), () -> people.leave(ilze, parks, "person:2"));
            assertThat(owners()).isEqualTo(1);
        }
    }

    @Test
    void ofTwoOwnersWhoGiveTheirRoleAwayAtOnceOneStays() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            twoOwners();
            atOnce(() -> demote(kari), () -> demote(ilze));
            assertThat(owners()).isEqualTo(1);
        }
    }

    @Test
    void whoeverBecomesOwnerTwiceAtOnceIsCountedOnce() throws Exception {
        demote(kari);
        atOnce(() -> promote(kari), () -> promote(kari));

        assertThat(DATABASE.number("SELECT owners FROM organisation WHERE id = " + parks))
                .isEqualTo(2);
    }

    /** The control: whoever reads how many there are, and then writes, leaves none. */
    @Test
    void withoutTheGuardNobodyWouldBeLeft() throws Exception {
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);

        atOnce(() -> leaveUnguarded(kari, bothHaveRead), () -> leaveUnguarded(ilze, bothHaveRead));

        assertThat(owners()).isZero();
        DATABASE.execute("UPDATE organisation SET owners = 0 WHERE id = " + parks);
    }

    private boolean leaveUnguarded(long person, CyclicBarrier bothHaveRead) throws Exception {
        long before = owners();
        bothHaveRead.await();
        if (before > 1) {
            DATABASE.execute("DELETE FROM membership WHERE organisation_id = " + parks + " AND person_id = " + person);
        }
        return true;
    }

    private boolean demote(long person) {
        people.join(person, parks, Role.AUDITOR, "test");
        return true;
    }

    private boolean promote(long person) {
        people.join(person, parks, Role.OWNER, "test");
        return true;
    }

    private long owners() {
        return DATABASE.number("SELECT COUNT(*) FROM membership WHERE role = 'OWNER' AND organisation_id = " + parks);
    }

    private static void atOnce(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> done = List.of(both.submit(from(start, one)), both.submit(from(start, other)));
            for (Future<Boolean> each : done) {
                each.get();
            }
        } finally {
            both.shutdownNow();
        }
    }

    private static Callable<Boolean> from(CyclicBarrier start, Callable<Boolean> deed) {
        return () -> {
            start.await();
            try {
                return deed.call();
            } catch (LastOwner refused) {
                return false;
            }
        };
    }
}
