package lv.kopa.organisation.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lv.kopa.database.TestDatabase;
import lv.kopa.organisation.Teams;
import lv.kopa.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is shown twice at once lets in once. */
@Tag("database")
class PasskeyRushTest {
    private static final int ROUNDS = 15;
    private static final String HERE = "https://kopa.example";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = start();
    private static final Teams TEAMS = Teams.settle(SITE);

    private final Passkeys passkeys = SITE.bean(Passkeys.class);
    private final Device device = new Device(HERE);

    private static Site start() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.public-url", HERE);
        return Site.start("passkey-rush", settings);
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @Test
    void anAnswerThatComesTwiceAtOnceIsTakenOnce() throws Exception {
        add();
        for (int i = 0; i < ROUNDS; i++) {
            Asked asked = passkeys.ask();
            String shown = device.count(2 + i).get(asked.options());

            assertThat(atOnce(() -> isTaken(asked, shown), () -> isTaken(asked, shown)))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void aKeyAndItsCopyThatSignAtOnceAreNotBothTaken() throws Exception {
        add();
        for (int i = 0; i < ROUNDS; i++) {
            Asked one = passkeys.ask();
            Asked other = passkeys.ask();
            device.count(2 + i);
            String byOne = device.get(one.options());
            String byOther = device.get(other.options());

            assertThat(atOnce(() -> isTaken(one, byOne), () -> isTaken(other, byOther)))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    /** The control: whoever looks whether it was asked, and then takes it, takes both. */
    @Test
    void withoutTheGuardBothWouldBeTaken() throws Exception {
        Asked asked = passkeys.ask();
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);

        assertThat(atOnce(() -> isTakenUnguarded(asked, bothHaveLooked), () -> isTakenUnguarded(asked, bothHaveLooked)))
                .containsExactly(true, true);
    }

    private void add() {
        Asked asked = passkeys.ask(TEAMS.ilze());
        assertThat(passkeys.add(TEAMS.ilze(), asked.challenge(), device.create(asked.options()), "Telephone", "test"))
                .isTrue();
    }

    private boolean isTaken(Asked asked, String shown) {
        return passkeys.recognise(asked.challenge(), shown).isPresent();
    }

    private static boolean isTakenUnguarded(Asked asked, CyclicBarrier bothHaveLooked) throws Exception {
        String which = " FROM passkey_challenge WHERE token_hash = '"
                + asked.challenge().hash() + "'";
        long there = DATABASE.number("SELECT COUNT(*)" + which);
        bothHaveLooked.await();
        DATABASE.execute("DELETE" + which);
        return there == 1;
    }

    private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> done = List.of(both.submit(from(start, one)), both.submit(from(start, other)));
            return List.of(done.get(0).get(), done.get(1).get());
        } finally {
            both.shutdownNow();
        }
    }

    private static Callable<Boolean> from(CyclicBarrier start, Callable<Boolean> deed) {
        return () -> {
            start.await();
            return deed.call();
        };
    }
}
