package lv.kopa.registration.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.delegation.Heads;
import lv.kopa.registration.delegation.Ledger;
import lv.kopa.registration.delegation.Partner;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever other tests hold to be true of counters and rows is found where it is not: each is spoilt once on purpose. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BooksTest {
    private static final String OF = " WHERE email = '%s@example.org'";
    private static final String COUNTED = "UPDATE %s SET places_taken = places_taken %s 1 WHERE places_taken > 0";

    private final Line line = new Line("BooksTest");
    private final Line shared = new Line("LedgerTest");
    private final Ledger ledger = new Ledger(shared.database);

    BooksTest() {
        shared.kopa.bean(MovableClock.class).set(Heads.GIVEN);
        Heads.give(shared.kopa, "line", Map.of("a", 2));
        new Partner(shared.kopa, "line").names(1, "kate@example.org");
        shared.fill();
        line.fill();
    }

    @AfterAll
    void stop() {
        line.kopa.close();
        shared.kopa.close();
    }

    @ParameterizedTest
    @CsvSource({"event", "category", "session", "choice"})
    void aCounterThatDiffersFromItsRowsIsFound(String counter) {
        Books.balance(line.database);
        ledger.isTrue("nothing");

        line.database.execute(COUNTED.formatted(counter, "-"));
        shared.database.execute(COUNTED.formatted(counter, "-"));

        assertThat(Books.wrong(line.database))
                .singleElement()
                .asString()
                .startsWith(counter + " ")
                .contains(" counts ");
        complains(counter + " ");

        line.database.execute(COUNTED.formatted(counter, "+"));
        shared.database.execute(COUNTED.formatted(counter, "+"));
        Books.balance(line.database);
        ledger.isTrue("mended");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filled = filled + 1 | filled = filled - 1 | of a delegation",
                "apart = apart + 1 | apart = apart - 1 | of a delegation",
                "filled = filled - 1 | filled = filled + 1 | of a delegation"
            })
    void aCounterOfADelegationThatDiffersFromItsRowsIsFound(String spoil, String mend, String complaint) {
        shared.database.execute("UPDATE delegation_places SET " + spoil);

        complains(complaint);

        shared.database.execute("UPDATE delegation_places SET " + mend);
        ledger.isTrue("mended");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "janis | status = 'CANCELLED' | status = 'WAITING' | is CANCELLED and offered a place",
                "kate | status = 'CANCELLED' | status = 'CONFIRMED' | is named and CANCELLED",
                "anna | queue_number = 77 | queue_number = NULL | is CONFIRMED with number 77",
                "liga | queue_number = 1 | queue_number = 2 | 2 have number 1",
                "liga | queue_number = NULL | queue_number = 2 | is WAITING with number none",
                "liga | queue_number = 9 | queue_number = 2 | has number 9 of 2"
            })
    void aRowThatCannotBeIsFound(String person, String spoil, String mend, String complaint) {
        shared.database.execute("UPDATE registration SET " + spoil + OF.formatted(person));

        complains(complaint);

        shared.database.execute("UPDATE registration SET " + mend + OF.formatted(person));
        ledger.isTrue("mended");
    }

    @Test
    void anOfferToSomebodyWhoDoesNotWaitIsFound() {
        line.database.execute("UPDATE registration SET status = 'DECLINED'" + OF.formatted("janis"));

        assertThat(Books.wrong(line.database)).anyMatch(wrong -> wrong.contains("which is DECLINED"));

        line.database.execute("UPDATE registration SET status = 'WAITING'" + OF.formatted("janis"));
        Books.balance(line.database);
    }

    @Test
    void whoAwaitsASessionThatTheyHaveIsFound() {
        shared.awaits("anna", 0);

        complains("has and awaits session");

        shared.database.execute("DELETE FROM session_turn");
        ledger.isTrue("mended");
    }

    @Test
    void whoWaitsAlthoughThereIsAllThatTheyWantIsFound() {
        assertThat(Crowd.of(line.database, "line").forgotten(line.database, "line"))
                .isEmpty();

        line.database.execute("UPDATE event SET places = places + 1");

        assertThat(Crowd.of(line.database, "line").forgotten(line.database, "line"))
                .as("who is offered one already is not")
                .hasSize(1);

        line.database.execute("UPDATE event SET places = places - 1");
    }

    @ParameterizedTest
    @CsvSource({"category", "session", "choice"})
    void whoWantsWhatThereIsNoMoreOfIsNotForgotten(String what) {
        line.database.execute("UPDATE event SET places = places + 1", "UPDATE " + what + " SET places = places_taken");

        assertThat(Crowd.of(line.database, "line").forgotten(line.database, "line"))
                .isEmpty();

        line.database.execute("UPDATE " + what + " SET places = 9", "UPDATE event SET places = places - 1");
    }

    @Test
    void whoWaitsForASessionThatHasAPlaceIsFound() {
        line.awaits("anna", 1);

        assertThat(WorkshopLine.of(line.database, "line").forgotten(line.database, "line"))
                .hasSize(1);
        line.database.execute("UPDATE session SET places = places_taken");
        assertThat(WorkshopLine.of(line.database, "line").forgotten(line.database, "line"))
                .isEmpty();

        line.database.execute("UPDATE session SET places = 9", "DELETE FROM session_turn");
    }

    private void complains(String complaint) {
        assertThatThrownBy(() -> ledger.isTrue("spoilt"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(complaint);
    }

    /** An event with somebody who has a place, somebody who is offered one, and somebody who waits. */
    private static final class Line {
        private final TestDatabase database = TestDatabase.fresh();
        private final Program kopa;

        Line(String spec) {
            kopa = Program.start(spec, database);
            kopa.bean(MovableClock.class).set(Heads.GIVEN);
            kopa.publish(kopa.found("parks"), """
                    {"organisation": "parks", "slug": "line", "kind": "TRAINING", "title": {"en": "In line"}, "places": 4,
                     "timeZone": "Europe/Riga", "registration": {"offerHours": 24},
                     "categories": [{"key": "a", "name": {"en": "A"}, "places": 9}],
                     "sessions": [
                       {"title": {"en": "One"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 9},
                       {"title": {"en": "Two"}, "start": "2031-06-14T12:30", "end": "2031-06-14T14:00", "places": 9}],
                     "questions": [{"key": "bed", "type": "CHOICE", "label": {"en": "Bed"}, "choices": [
                       {"key": "window", "label": {"en": "By the window"}, "places": 9}]}]}""");
        }

        /** Takes all places that are left, gives one up, and waits. */
        void fill() {
            registers("anna");
            registers("zane");
            for (int i = 0; database.number("SELECT places - places_taken FROM event") > 0; i++) {
                registers("more" + i);
            }
            registers("janis");
            registers("liga");
            Registrations registrations = kopa.bean(Registrations.class);
            registrations.cancel(
                    registrations.byReference(
                            database.texts("SELECT reference FROM registration" + OF.formatted("zane"))
                                    .get(0)),
                    null,
                    "test");
        }

        private void registers(String name) {
            kopa.register("", "line", Wishes.of(name + "@example.org", """
                            "category": "a", "sessions": [%d], "answers": {"bed": "window"}""".formatted(session(0))))
                    .is(201);
        }

        private long session(int place) {
            Session session =
                    kopa.bean(Events.class).find("line").orElseThrow().chosen().get(place);
            return session.id();
        }

        void awaits(String name, int session) {
            database.execute("INSERT INTO session_turn (registration_id, session_id, number) SELECT id, "
                    + session(session) + ", 99 FROM registration" + OF.formatted(name));
        }
    }
}
