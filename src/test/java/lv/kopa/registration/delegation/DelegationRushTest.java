package lv.kopa.registration.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.InvalidInput;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Several tabs, an expiring date, and others who want the places. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DelegationRushTest {
    private static final int TABS = 12;

    private final Partners guarded = new Partners("DelegationRushTest");
    private final Partners unlocked = new Partners("unlocked-delegations");
    private final Partners unguarded = new Partners("unguarded-delegations");

    @AfterAll
    void stop() {
        List.of(guarded, unlocked, unguarded).forEach(Partners::close);
    }

    @Test
    void theLastPlaceIsFilledOnceHoweverManyTabsNameSomebody() {
        assertThat(guarded.filled(3)).isEqualTo(3);
        guarded.isTrue("a rush of tabs");
        assertThat(guarded.mails("delegated")).isEqualTo(3);
    }

    @Test
    void theGuardOfAPlaceIsEnoughByItself() {
        assertThat(unlocked.filled(1)).isEqualTo(1);
    }

    @Test
    void withoutTheGuardMorePeopleAreNamedThanThereArePlaces() {
        UnguardedAllotments.MEETING.expect(TABS);
        assertThat(unguarded.filled(1)).isEqualTo(TABS);
    }

    @Test
    void noPlaceIsTakenBackThatAHeadFilledMeanwhile() {
        for (Partners partners : List.of(guarded, unlocked)) {
            Delegation delegation = partners.given(4);
            IntStream.range(0, 3).forEach(i -> partners.names(delegation, "P" + i));

            assertThat(partners.keeps(delegation, 2)).isFalse();
            partners.isTrue("three named, and two wanted");
        }
    }

    @Test
    void anOrganiserWhoTakesPlacesBackRacesHeadsWhoFillThem() {
        for (Partners partners : List.of(guarded, unlocked)) {
            Delegation delegation = partners.given(4);
            AtOnce.of(TABS, i -> i == 5 ? partners.keeps(delegation, 2) : partners.names(delegation, "P" + i));

            assertThat(partners.overfull()).isZero();
        }
        guarded.isTrue("taken back in a rush");
    }

    @Test
    void withoutTheGuardMorePlacesAreFilledThanAreLeft() {
        UnguardedAllotments.MEETING.expect(0);
        Delegation delegation = unguarded.given(4);
        IntStream.range(0, 3).forEach(i -> unguarded.names(delegation, "P" + i));

        assertThat(unguarded.keeps(delegation, 2)).isTrue();
        assertThat(unguarded.overfull()).isOne();
    }

    @Test
    void whoWasRegisteredBeforeIsTakenOutOnceHoweverManyTabsDo() {
        guarded.takenOutByTwoTabs();
        guarded.isTrue("two tabs");
        unlocked.takenOutByTwoTabs();
        unlocked.isTrue("two tabs, and nothing but the guard");
    }

    @Test
    void withoutTheGuardTheyAreTakenOutTwice() {
        UnguardedDelegates.MEETING.expect(2);
        unguarded.takenOutByTwoTabs();
        assertThat(unguarded.number("SELECT apart FROM delegation_places p JOIN delegation d ON d.id = p.delegation_id"
                        + " WHERE d.event_id = :event"))
                .isEqualTo(-1);
    }

    @Test
    void asManyPartnersAreGivenPlacesAsThereArePlacesFor() {
        for (Partners partners : List.of(guarded, unlocked)) {
            partners.announce("\"places\": 5");

            assertThat(AtOnce.of(6, i -> partners.isGiven(2)))
                    .filteredOn(given -> given)
                    .hasSize(2);

            partners.isTrue("six partners");
        }
    }

    @Test
    void theSameFormSentByTwoClicksNamesOnePerson() {
        Delegation delegation = guarded.given(4);
        String submission = Token.random().hash();

        AtOnce.of(6, i -> guarded.names(delegation, "Kate", "ilze@example.org", false, submission));

        assertThat(guarded.number("SELECT COUNT(*) FROM registration WHERE event_id = :event"))
                .isOne();
        guarded.isTrue("clicks");
    }

    @Test
    void namingRacesTheDateAndNoPlaceIsCountedTwiceOrLost() {
        Delegation delegation = guarded.given(8);
        IntStream.range(0, 6).forEach(i -> guarded.registers("w" + i));

        AtOnce.of(TABS, i -> {
            if (i % 4 == 3) {
                guarded.kopa.bean(MovableClock.class).set(Heads.UNTIL);
                guarded.kopa.bean(Deadlines.class).look();
                return true;
            }
            return guarded.names(delegation, "P" + i);
        });

        guarded.isTrue("the date");
        assertThat(guarded.number("SELECT COUNT(*) FROM delegation WHERE event_id = :event AND closed_at IS NOT NULL"))
                .isEqualTo(1);
        assertThat(guarded.mails("delegation-closed")).isEqualTo(1);
        assertThat(guarded.number("""
                SELECT COUNT(*) FROM registration r JOIN event e ON e.id = r.event_id
                WHERE e.id = :event AND r.status = 'WAITING' AND e.places_taken < e.places""")).as("who waits while a place is free").isZero();
    }

    /** Those who give, and fill, places of one event after another. */
    private static final class Partners {
        private final TestDatabase database = TestDatabase.fresh();
        private final Program kopa;
        private final String parks;
        private int events;
        private String slug = "";

        Partners(String spec) {
            kopa = Program.start(spec, database);
            parks = kopa.found("parks");
            if (spec.startsWith("un")) {
                database.execute("ALTER TABLE delegation_places DROP CONSTRAINT delegation_never_overfull");
            }
        }

        void close() {
            kopa.close();
        }

        void announce(String more) {
            kopa.bean(MovableClock.class).set(Heads.GIVEN);
            slug = "rush" + events++;
            kopa.publish(parks, Plans.training("parks", slug, more));
        }

        Delegation given(int places) {
            announce("\"places\": " + (places + 2) + ", \"waitingList\": true");
            return Heads.give(kopa, slug, Map.of("", places));
        }

        boolean isGiven(int places) {
            try {
                Heads.give(kopa, slug, Map.of("", places));
                return true;
            } catch (InvalidInput few) {
                return false;
            }
        }

        /** Whether an organiser leaves them so many places. */
        boolean keeps(Delegation delegation, int places) {
            try {
                kopa.bean(Granting.class)
                        .change(
                                delegation,
                                Heads.grant(Heads.event(kopa, slug), Map.of("", places), Heads.UNTIL),
                                "person:1");
                return true;
            } catch (InvalidInput filled) {
                return false;
            }
        }

        long overfull() {
            return number("SELECT COUNT(*) FROM delegation_places p JOIN delegation d ON d.id = p.delegation_id"
                    + " WHERE d.event_id = :event AND p.filled > p.places");
        }

        long filled(int places) {
            Delegation delegation = given(places);
            return AtOnce.of(TABS, i -> names(delegation, "P" + i)).stream()
                    .filter(named -> named)
                    .count();
        }

        void registers(String name) {
            kopa.register("", slug, Wishes.of(name + "@example.org")).is(201);
        }

        boolean names(Delegation delegation, String name) {
            return names(
                    delegation,
                    name,
                    name + "@example.org",
                    true,
                    Token.random().hash());
        }

        boolean names(Delegation delegation, String name, String email, boolean own, String submission) {
            Guest guest = new Guest(Wishes.of(null, name, email, null).withoutAnswersIn(Heads.event(kopa, slug)), own);
            long places = number("SELECT id FROM delegation_places WHERE delegation_id = " + delegation.key());
            try {
                kopa.bean(Filling.class).name(delegation, places, guest, submission);
                return true;
            } catch (DelegationFull | DelegationSettled none) {
                return false;
            }
        }

        void takenOutByTwoTabs() {
            Delegation delegation = given(2);
            registers("anna");
            names(delegation, "anna");
            long anna = number("SELECT id FROM delegation_member WHERE delegation_id = " + delegation.key());
            AtOnce.of(2, tab -> {
                kopa.bean(Filling.class).takeOut(delegation, anna);
                return tab;
            });
        }

        long mails(String kind) {
            return number("SELECT COUNT(*) FROM mail_outbox WHERE event_id = :event AND kind = '" + kind + "'");
        }

        long number(String query) {
            return database.number(
                    query.replace(":event", "" + Heads.event(kopa, slug).event().id()));
        }

        void isTrue(String after) {
            new Ledger(database).isTrue(after);
        }
    }
}
