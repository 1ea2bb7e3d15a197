package lv.kopa.registration.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Token;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several tabs, an expiring date, and others who want the places. */
@Tag("database")
final class DelegationRushTest {
    private static final int TABS = 12;

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void theLastPlaceIsFilledOnceHoweverManyTabsNameSomebody() {
        try (Program kopa = Program.start("DelegationRushTest", database)) {
            assertThat(filled(kopa, 3)).isEqualTo(3);
            new Ledger(database).isTrue("a rush of tabs");
            assertThat(database.number("SELECT COUNT(*) FROM mail_outbox WHERE kind = 'delegated'"))
                    .isEqualTo(3);
        }
    }

    @Test
    void theGuardOfAPlaceIsEnoughByItself() {
        try (Program kopa = Program.start("unlocked-delegations", database)) {
            database.execute("ALTER TABLE delegation_places DROP CONSTRAINT delegation_never_overfull");
            assertThat(filled(kopa, 1)).isEqualTo(1);
        }
    }

    @Test
    void withoutTheGuardMorePeopleAreNamedThanThereArePlaces() {
        try (Program kopa = Program.start("unguarded-delegations", database)) {
            database.execute("ALTER TABLE delegation_places DROP CONSTRAINT delegation_never_overfull");
            assertThat(filled(kopa, 1)).isGreaterThan(1);
        }
    }

    @Test
    void theSameFormSentByTwoClicksNamesOnePerson() {
        try (Program kopa = Program.start("DelegationRushTest", database)) {
            Delegation delegation = given(kopa, 4);
            String submission = Token.random().hash();

            AtOnce.of(6, i -> names(kopa, delegation, "Kate", "ilze@example.org", false, submission));

            assertThat(database.texts("SELECT name FROM registration")).containsExactly("Kate");
            new Ledger(database).isTrue("clicks");
        }
    }

    @Test
    void namingRacesTheDateAndNoPlaceIsCountedTwiceOrLost() {
        try (Program kopa = Program.start("DelegationRushTest", database)) {
            Delegation delegation = given(kopa, 8);
            IntStream.range(0, 6).forEach(i -> kopa.register("", "rush", Wishes.of("w" + i + "@example.org")));

            AtOnce.of(TABS, i -> {
                if (i % 4 == 3) {
                    kopa.bean(MovableClock.class).set(Heads.UNTIL);
                    kopa.bean(Deadlines.class).look();
                    return true;
                }
                return names(
                        kopa,
                        delegation,
                        "P" + i,
                        "p" + i + "@example.org",
                        true,
                        Token.random().hash());
            });

            new Ledger(database).isTrue("the date");
            assertThat(database.number("SELECT COUNT(*) FROM delegation WHERE closed_at IS NOT NULL"))
                    .isEqualTo(1);
            assertThat(database.number("SELECT COUNT(*) FROM mail_outbox WHERE kind = 'delegation-closed'"))
                    .isEqualTo(1);
            assertThat(database.number("""
                    SELECT COUNT(*) FROM registration r JOIN event e ON e.id = r.event_id
                    WHERE r.status = 'WAITING' AND e.places_taken < e.places"""))
                    .as("who waits while a place is free")
                    .isZero();
        }
    }

    private long filled(Program kopa, int places) {
        Delegation delegation = given(kopa, places);
        return AtOnce.of(
                        TABS,
                        i -> names(
                                kopa,
                                delegation,
                                "P" + i,
                                "p" + i + "@example.org",
                                true,
                                Token.random().hash()))
                .stream()
                .filter(named -> named)
                .count();
    }

    private static Delegation given(Program kopa, int places) {
        kopa.bean(MovableClock.class).set(Heads.GIVEN);
        kopa.publish(
                kopa.found("parks"),
                Plans.training("parks", "rush", "\"places\": " + (places + 2) + ", \"waitingList\": true"));
        return Heads.give(kopa, "rush", Map.of("", places));
    }

    private boolean names(
            Program kopa, Delegation delegation, String name, String email, boolean own, String submission) {
        Guest guest = new Guest(Wishes.of(null, name, email, null).withoutAnswersIn(Heads.event(kopa, "rush")), own);
        try {
            kopa.bean(Filling.class)
                    .name(delegation, database.number("SELECT id FROM delegation_places"), guest, submission);
            return true;
        } catch (DelegationFull | DelegationSettled none) {
            return false;
        }
    }
}
