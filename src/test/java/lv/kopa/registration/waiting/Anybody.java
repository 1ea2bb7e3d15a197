package lv.kopa.registration.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Outbox;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.confirmation.Confirmations;
import lv.kopa.registration.confirmation.Overdue;
import lv.kopa.registration.handover.HandOvers;
import lv.kopa.registration.handover.Proposal;
import lv.kopa.registration.hold.AddressHolds;
import lv.kopa.registration.offer.PlaceOffers;
import lv.kopa.registration.own.Answering;
import lv.kopa.registration.own.Changing;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.party.Parties;
import lv.kopa.registration.party.PartyRush;
import lv.kopa.registration.wish.GuardianWish;
import lv.kopa.registration.wish.Wish;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Whoever has to do with an event; a number says which of them, and how they do it. */
final class Anybody {
    /** Few enough that many are known already. */
    private static final int ADDRESSES = 30;

    private final Program kopa;
    private final String organiser;
    private final String event;

    Anybody(Program kopa, String organiser, String event) {
        this.kopa = kopa;
        this.organiser = organiser;
        this.event = event;
    }

    EventDetails details() {
        return kopa.bean(Events.class).find(event).orElseThrow();
    }

    List<Registration> people() {
        return kopa.bean(Registrations.class).of(details().event().id()).stream()
                .filter(person -> !person.isErased())
                .toList();
    }

    Optional<Registration> person(int how) {
        return any(people(), how);
    }

    Optional<Registration> confirmed(int how) {
        return any(people().stream().filter(Registration::isConfirmed).toList(), how);
    }

    Optional<Registration> cancelled(int how) {
        return any(
                people().stream()
                        .filter(person -> person.status().name().equals("CANCELLED"))
                        .toList(),
                how);
    }

    Optional<Registration> awaitingApproval(int how) {
        return any(
                people().stream()
                        .filter(person -> person.status().name().equals("AWAITING_APPROVAL"))
                        .toList(),
                how);
    }

    Optional<Registration> offered(int how) {
        PlaceOffers offers = kopa.bean(PlaceOffers.class);
        return any(
                people().stream()
                        .filter(person -> offers.open(person.id()).isPresent())
                        .toList(),
                how);
    }

    String address(int how) {
        return "p" + how % ADDRESSES + "@" + event + ".example.org";
    }

    void registers(int how) {
        Wish wish = new Wish(
                kind(how),
                "Person",
                address(how / 2),
                null,
                null,
                "en",
                how / 2 % 3 == 0 ? Map.of("bed", bed(how / 6)) : null,
                List.of("privacy"),
                how / 12 % 3 == 0 ? sessions() : null,
                null,
                how / 36 % 3 == 0 ? List.of("a", "b") : null,
                null,
                null,
                null);
        boolean asked = details().event().minors().name().equals("ASKED");
        boolean minor = how / 3 % 2 == 0;
        kopa.bean(Registrations.class)
                .register(details(), asked ? wish.aged(minor, minor ? guardian() : null) : wish, null);
    }

    private static @Nullable GuardianWish guardian() {
        return new GuardianWish("Ilze Kalna", "guardian@example.org", "+371 20 000 000");
    }

    private static String kind(int how) {
        return how % 2 == 0 ? "a" : "b";
    }

    private static String bed(int how) {
        return how % 2 == 0 ? "window" : "floor";
    }

    private List<Long> sessions() {
        return details().chosen().stream().map(Session::id).toList();
    }

    void bringsOthers(int how) {
        List<String> people = IntStream.range(0, 2 + how % 2)
                .mapToObj(i -> address(how / 4 + i))
                .toList();
        PartyRush.comes(kopa, details(), kind(how), people, how % 3 == 0);
    }

    void confirmsTheAddress(int how) {
        AddressHolds holds = kopa.bean(AddressHolds.class);
        any(
                        people().stream()
                                .filter(person -> holds.open(person.id()).isPresent())
                                .toList(),
                        how)
                .map(person -> new Token(Someone.proofFor(kopa, person.email())))
                .ifPresent(kopa.bean(Confirmations.class)::confirm);
    }

    void changesSessions(int how) {
        confirmed(how).ifPresent(person -> {
            Wish wish = Wishes.of(
                    details().categoryKey(person.categoryId()),
                    person.name(),
                    person.email(),
                    how % 3 == 0 ? List.of() : sessions());
            kopa.bean(Changing.class).change(person, person.revision(), wish);
        });
    }

    void answers(int how) {
        person(how)
                .ifPresent(person -> kopa.bean(Answering.class)
                        .answer(
                                person,
                                kopa.bean(AnswerBook.class).edition(person.id()),
                                how % 3 == 0 ? Map.of() : Map.of("bed", bed(how / 3))));
    }

    void handsOver(int how) {
        person(how).ifPresent(person -> {
            HandOvers handOvers = kopa.bean(HandOvers.class);
            String address = "next." + address(how);
            handOvers.offer(
                    person,
                    new Proposal(
                            "Next",
                            new EmailAddress(address),
                            null,
                            Token.random().hash()));
            takes(address);
        });
    }

    /** A contact puts somebody new, somebody known, or the very same person in a place, with or without an address. */
    void isExchanged(int how) {
        List<Registration> brought = people().stream()
                .filter(person -> person.status().isLive())
                .filter(person -> kopa.bean(Parties.class).of(person).isPresent())
                .toList();
        any(brought, how).ifPresent(person -> {
            int kind = how / 7 % 4;
            switch (kind) {
                case 0 -> PartyRush.exchanges(kopa, person, "Next", "next." + address(how));
                case 1 -> PartyRush.exchanges(kopa, person, "Next", address(how));
                case 2 -> PartyRush.exchanges(kopa, person, "Next", null);
                default -> putsTheNameRight(person);
            }
        });
    }

    private void putsTheNameRight(Registration person) {
        PartyRush.exchanges(
                kopa,
                person,
                person.hasOwnAddress() ? person.name() + "s" : person.name(),
                person.hasOwnAddress() ? person.email() : null);
        assertThat(people())
                .filteredOn(after -> after.id() == person.id())
                .as("whose name is put right keeps the place")
                .allMatch(after ->
                        after.status() == person.status() && after.linkHash().equals(person.linkHash()));
    }

    /** Whoever is registered already was told so, and has no link to take anything by. */
    private void takes(String address) {
        Someone.mails(kopa, address).stream()
                .filter(mail -> mail.kind().equals("hand-over"))
                .findFirst()
                .map(mail ->
                        kopa.bean(Outbox.class).find(mail.id()).orElseThrow().mail())
                .map(mail -> new Token(Someone.linkIn(mail).replaceFirst(".*/", "")))
                .ifPresent(link -> kopa.bean(HandOvers.class)
                        .accept(
                                link,
                                Wishes.of(null, "Next", address, null),
                                Token.random().hash()));
    }

    /** What was offered, or held, for too long goes to others. */
    void waitsLong(int how) {
        kopa.bean(MovableClock.class).advance(Duration.ofHours(how % 2 == 0 ? 5 : 25));
        kopa.bean(OfferKeeper.class).endOverdue();
        Overdue.end(kopa);
    }

    /** Fewer places than are taken are refused, unless it is by what is only offered. */
    void changesPlaces(int how) {
        change("""
                {"places": %d, "categories": [{"key": "a", "places": %d}, {"key": "b", "places": %d}]}""".formatted(3 + how % 5, 1 + how / 5 % 3, 1 + how / 15 % 3));
    }

    void changesTheProgramme(int how) {
        String programme = details().chosen().stream()
                .map(session -> """
                        {"id": %d, "title": {"en": "One"}, "start": "2031-06-14T%02d:30", "end": "2031-06-14T12:00", "places": %d}""".formatted(session.id(), 9 + how % 2, 1 + how / 2 % 3))
                .findFirst()
                .orElseThrow();
        long all = details().sessions().stream()
                .map(Session::id)
                .filter(id -> !sessions().contains(id))
                .findFirst()
                .orElseThrow();
        change("""
                {"sessions": [{"id": %d, "title": {"en": "All"}, "start": "2031-06-14T08:30", "end": "2031-06-14T09:00"}, %s]}""".formatted(all, programme));
    }

    private void change(String json) {
        String path = "/api/v1/events/" + event;
        Program.Answer answer =
                kopa.patch(organiser, path, kopa.get(organiser, path).header("ETag"), json);
        assertThat(answer.status()).as(answer.response().body()).isIn(200, 409, 422);
    }

    void callsItOff() {
        kopa.post(organiser, "/api/v1/events/" + event + "/cancel", "{\"reason\": \"rain\"}")
                .is(200);
    }

    private static <T> Optional<T> any(List<T> some, int how) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(how % some.size()));
    }
}
