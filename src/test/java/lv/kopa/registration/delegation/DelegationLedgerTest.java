package lv.kopa.registration.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.erasure.Erasing;
import lv.kopa.registration.own.Undoing;
import lv.kopa.registration.waiting.Offering;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Refusal;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Token;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever organisers, heads and people do, in whatever order, the counters say what the rows do. */
@Tag("database")
final class DelegationLedgerTest {
    private static final int DEEDS = 200;
    private static final List<String> KINDS = List.of("member", "volunteer");

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("DelegationLedgerTest", database);
    private final Random chance = new Random(20230614);
    private final AtomicInteger people = new AtomicInteger();

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void countersSayWhatRowsDo() {
        kopa.bean(MovableClock.class).set(Heads.GIVEN);
        kopa.publish(kopa.found("parks"), """
                {"organisation": "parks", "slug": "hamar", "kind": "STUDY_VISIT", "title": {"en": "Hamar"}, "places": 6,
                 "waitingList": true, "timeZone": "Europe/Riga", "registration": {"offerHours": 48},
                 "categories": [{"key": "member", "name": {"en": "Member"}, "places": 4},
                   {"key": "volunteer", "name": {"en": "Volunteer"}, "places": 4}],
                 "sessions": [{"title": {"en": "One"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 4}]}
                """);
        Ledger ledger = new Ledger(database);
        for (int i = 0; i < DEEDS; i++) {
            int deed = chance.nextInt(15);
            attempt(deed);
            ledger.isTrue("deed " + i + " of kind " + deed);
        }
        assertThat(database.number("SELECT COUNT(*) FROM delegation_member")).isPositive();
        assertThat(database.number("SELECT COUNT(*) FROM place_offer")).isPositive();
    }

    private void attempt(int deed) {
        try {
            act(deed);
        } catch (Refusal refused) {
            // what cannot be done must leave no trace, which the ledger shows
        }
    }

    private void act(int deed) {
        switch (deed) {
            case 0 -> Heads.give(kopa, "hamar", numbers(), soon());
            case 1 ->
                delegation()
                        .ifPresent(one -> kopa.bean(Granting.class)
                                .change(one, Heads.grant(event(), numbers(), soon()), "person:1"));
            case 2, 3, 4 -> delegation().ifPresent(this::name);
            case 5 ->
                member().ifPresent(one -> kopa.bean(Filling.class)
                        .exchange(
                                of(one),
                                one.id(),
                                guest(of(one), one.allotment()),
                                Token.random().hash()));
            case 6 -> member().ifPresent(one -> kopa.bean(Filling.class).takeOut(of(one), one.id()));
            case 7, 13, 14 -> register();
            case 12 -> registration("WAITING").ifPresent(kopa.bean(Offering.class)::accept);
            case 8 ->
                registration(chance.nextInt(3) > 0 ? "CONFIRMED" : "WAITING")
                        .ifPresent(kopa.bean(Registrations.class)::withdraw);
            case 9 ->
                registration("CANCELLED")
                        .ifPresent(one -> kopa.bean(Undoing.class).undo(one, true));
            case 10 -> registration("CONFIRMED").ifPresent(kopa.bean(Erasing.class)::erase);
            default -> pass();
        }
    }

    /** Days pass, and now and then an organiser changes their mind. */
    private void pass() {
        if (chance.nextInt(4) == 0) {
            delegation().ifPresent(one -> kopa.bean(Granting.class).withdraw(one, "person:1"));
        } else {
            kopa.bean(MovableClock.class).advance(Duration.ofHours(chance.nextInt(12)));
            kopa.bean(Deadlines.class).look();
        }
    }

    private Map<String, Integer> numbers() {
        return Map.of("member", 1 + chance.nextInt(3), "volunteer", chance.nextInt(3) + 1);
    }

    private Instant soon() {
        return kopa.bean(MovableClock.class).instant().plus(Duration.ofHours(1 + chance.nextInt(48)));
    }

    private void register() {
        String email = address();
        kopa.register(
                "", "hamar", Wishes.of(email, "\"category\": \"" + any(KINDS).orElseThrow() + "\""));
    }

    private void name(Delegation delegation) {
        Standing standing = kopa.bean(Delegations.class).standing(delegation, event());
        any(standing.allotments())
                .ifPresent(places -> kopa.bean(Filling.class)
                        .name(
                                delegation,
                                places.key(),
                                guest(delegation, places.key()),
                                Token.random().hash()));
    }

    private Guest guest(Delegation delegation, long allotment) {
        Long kind = kopa.bean(Delegations.class)
                .standing(delegation, event())
                .allotment(allotment)
                .categoryId();
        String name = "P" + people.incrementAndGet();
        return new Guest(
                Wishes.of(event().categoryKey(kind), name, address(), null).withoutAnswersIn(event()),
                chance.nextInt(4) > 0);
    }

    /** Few enough that many are known already. */
    private String address() {
        return "p" + chance.nextInt(20) + "@example.org";
    }

    private EventDetails event() {
        return Heads.event(kopa, "hamar");
    }

    private Optional<Delegation> delegation() {
        return any(kopa.bean(Delegations.class).of(event())).map(Standing::delegation);
    }

    private Optional<Named> member() {
        return any(kopa.bean(Delegations.class).of(event()).stream()
                .flatMap(standing -> standing.people().stream())
                .toList());
    }

    private Delegation of(Named member) {
        return kopa.bean(Delegations.class).of(event()).stream()
                .filter(standing -> standing.people().contains(member))
                .findFirst()
                .map(Standing::delegation)
                .orElseThrow();
    }

    private Optional<Registration> registration(String status) {
        return any(kopa.bean(Registrations.class).of(event().event().id()).stream()
                .filter(one -> one.status().name().equals(status) && !one.isErased())
                .toList());
    }

    private <T> Optional<T> any(List<T> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(chance.nextInt(some.size())));
    }
}
