package lv.kopa.registration.party;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.Bringing.NotForAll;
import lv.kopa.registration.Registration;
import lv.kopa.registration.wish.Wish;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Parties that come to an event, many of four in the same moment or one alone. */
public final class PartyRush {
    static final int SIZE = 4;

    private PartyRush() {}

    /** How many of them were registered. */
    static long of(Program kopa, String event, int parties) {
        EventDetails details = kopa.bean(Events.class).find(event).orElseThrow();
        return AtOnce.of(parties, party -> comes(kopa, details, party)).stream()
                .filter(registered -> registered)
                .count();
    }

    private static boolean comes(Program kopa, EventDetails event, int party) {
        List<String> people = IntStream.range(0, SIZE)
                .mapToObj(i -> "p" + party + "." + i + "@example.org")
                .toList();
        return comes(kopa, event, null, people, false);
    }

    /**
     * Puts somebody in the place of one whom a contact registered, whose form says whom it was shown for.
     *
     * @param address of their own; null where they have none
     */
    public static void exchanges(Program kopa, Registration one, String name, @Nullable String address) {
        kopa.bean(Parties.class).of(one).ifPresent(party -> {
            EventDetails event = kopa.bean(Events.class).get(party.eventId());
            Wish wish = Wishes.of(
                    event.categoryKey(one.categoryId()), name, address == null ? party.email() : address, null);
            Guest guest = new Guest(wish.withoutAnswersIn(event), address != null);
            kopa.bean(PartyRepository.class).members(party.key()).stream()
                    .filter(member -> Objects.equals(member.registrationId(), one.id()))
                    .findFirst()
                    .ifPresent(member -> kopa.bean(Exchanging.class)
                            .exchange(
                                    party,
                                    member.key(),
                                    new Exchanging.Successor(
                                            guest,
                                            Optional.of(one.name()),
                                            Token.random().hash())));
        });
    }

    /** Whether people were registered by their contact; all but the first have an address of their own. */
    public static boolean comes(
            Program kopa, EventDetails event, @Nullable String kind, List<String> people, boolean restMayWait) {
        Contact contact = new Contact("Ilze", new EmailAddress("ilze@example.org"), null, null, Language.EN);
        List<Guest> guests = people.stream()
                .map(address -> new Guest(
                        Wishes.of(kind, "Person", address, null).fromContactIn(event), !address.equals(people.get(0))))
                .toList();
        try {
            kopa.bean(Parties.class)
                    .register(
                            contact,
                            new Parties.Request(event, guests, Token.random().hash(), restMayWait, Optional.empty()));
            return true;
        } catch (NotForAll full) {
            return false;
        }
    }
}
