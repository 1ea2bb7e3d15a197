package lv.kopa.registration.delegation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lv.kopa.Program;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Token;

/** Partners who are given places of an event, `a` and `b`, and their heads who name people; a number says which and how. */
public final class Partner {
    private final Program kopa;
    private final String event;

    public Partner(Program kopa, String event) {
        this.kopa = kopa;
        this.event = event;
    }

    public void isGivenPlaces(int how) {
        Heads.give(kopa, event, numbers(how), soon(how));
    }

    public void isGivenOtherPlaces(int how) {
        delegation(how)
                .ifPresent(one -> kopa.bean(Granting.class)
                        .change(one, Heads.grant(details(), numbers(how), soon(how)), "person:1"));
    }

    public void losesPlaces(int how) {
        delegation(how).ifPresent(one -> kopa.bean(Granting.class).withdraw(one, "person:1"));
    }

    public void names(int how, String address) {
        delegation(how).ifPresent(one -> {
            Standing standing = kopa.bean(Delegations.class).standing(one, details());
            any(standing.allotments(), how / 3)
                    .ifPresent(places -> kopa.bean(Filling.class)
                            .name(one, places.key(), guest(one, places.key(), how, address), submission()));
        });
    }

    public void swaps(int how, String address) {
        named(
                how,
                standing -> any(standing.people(), how / 3)
                        .ifPresent(person -> kopa.bean(Filling.class)
                                .exchange(
                                        standing.delegation(),
                                        person.id(),
                                        guest(standing.delegation(), person.allotment(), how, address),
                                        submission())));
    }

    public void takesOut(int how) {
        named(
                how,
                standing -> any(standing.people(), how / 3)
                        .ifPresent(person -> kopa.bean(Filling.class).takeOut(standing.delegation(), person.id())));
    }

    /** Ends delegations whose date has come. */
    public void looksAtTheDate() {
        kopa.bean(Deadlines.class).look();
    }

    private void named(int how, Consumer<Standing> deed) {
        any(
                        kopa.bean(Delegations.class).of(details()).stream()
                                .filter(standing -> !standing.people().isEmpty())
                                .toList(),
                        how)
                .ifPresent(deed);
    }

    private static Map<String, Integer> numbers(int how) {
        return Map.of("a", 1 + how % 2, "b", how / 2 % 2 + 1);
    }

    private Instant soon(int how) {
        return kopa.bean(MovableClock.class).instant().plus(Duration.ofHours(1 + how % 48));
    }

    private Guest guest(Delegation delegation, long allotment, int how, String address) {
        Long kind = kopa.bean(Delegations.class)
                .standing(delegation, details())
                .allotment(allotment)
                .categoryId();
        return new Guest(
                Wishes.of(details().categoryKey(kind), "Named", address, null).withoutAnswersIn(details()),
                how % 4 > 0);
    }

    private EventDetails details() {
        return Heads.event(kopa, event);
    }

    private Optional<Delegation> delegation(int how) {
        return any(kopa.bean(Delegations.class).of(details()), how).map(Standing::delegation);
    }

    private static String submission() {
        return Token.random().hash();
    }

    private static <T> Optional<T> any(List<T> some, int how) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(how % some.size()));
    }
}
