package lv.kopa.registration.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.party.Exchanging.Successor;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Refusal;
import lv.kopa.web.Token;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A contact who puts people in the place of others from several windows in the same moment. */
@Tag("database")
final class ExchangingRushTest {
    private static final int WINDOWS = 6;

    @Test
    void ofManyWindowsOneCountsAndTheOthersAreToldWhoIsThere() {
        try (Desk desk = new Desk("exchanging-rush")) {
            List<Boolean> done = AtOnce.of(WINDOWS, i -> desk.exchanges("Next " + i, Token.random()));

            assertThat(done).filteredOn(yes -> yes).hasSize(1);
            assertThat(desk.handedOver()).isOne();
            assertThat(desk.statuses()).containsExactly("Next " + done.indexOf(true) + " CONFIRMED");
        }
    }

    @Test
    void theSameFormSentManyTimesCountsOnce() {
        try (Desk desk = new Desk("exchanging-twice")) {
            Token form = Token.random();

            assertThat(AtOnce.of(WINDOWS, i -> desk.exchanges("Next", form))).containsOnly(true);

            assertThat(desk.handedOver()).isOne();
            assertThat(desk.statuses()).containsExactly("Next CONFIRMED");
        }
    }

    @Test
    void whereNobodyWaitsForAnotherThePlaceIsHandedOverTwice() {
        try (Desk desk = new Desk("unlocked-exchanges")) {
            UnlockedMembers.MEETING.expect(2);

            assertThat(AtOnce.of(2, i -> desk.exchanges("Next " + i, Token.random())))
                    .containsOnly(true);

            assertThat(desk.handedOver()).isEqualTo(2);
        }
    }

    /** Where Ilze has registered Anna, who has no address of her own. */
    private static final class Desk implements AutoCloseable {
        private final TestDatabase database = TestDatabase.fresh();
        private final Program kopa;
        private final EventDetails event;
        private final Party party;
        private final long anna;

        Desk(String spec) {
            kopa = Program.start(spec, database);
            kopa.publish(kopa.found("parks"), Plans.training("parks", "ours", "\"places\": 3"));
            event = kopa.bean(Events.class).find("ours").orElseThrow();
            PartyRush.comes(kopa, event, null, List.of("anna@example.org"), false);
            Registration registration =
                    kopa.bean(Registrations.class).of(event.event().id()).get(0);
            party = kopa.bean(Parties.class).of(registration).orElseThrow();
            anna = kopa.bean(Parties.class).people(party).get(0).id();
        }

        boolean exchanges(String name, Token form) {
            Guest guest =
                    new Guest(Wishes.of(null, name, "ilze@example.org", null).fromContactIn(event), false);
            try {
                kopa.bean(Exchanging.class)
                        .exchange(party, anna, new Successor(guest, Optional.of("Person"), form.hash()));
                return true;
            } catch (ExchangedMeanwhile told) {
                return false;
            } catch (Refusal other) {
                throw new AssertionError(other);
            }
        }

        long handedOver() {
            return database.number("SELECT COUNT(*) FROM audit WHERE deed = 'handed-over'");
        }

        List<String> statuses() {
            return database.texts("SELECT CONCAT(name, ' ', status) FROM registration");
        }

        @Override
        public void close() {
            kopa.close();
        }
    }
}
