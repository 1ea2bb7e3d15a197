package lv.kopa.registration.party;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.Bringing.NotForAll;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.web.Token;

/** Many parties of four that come in the same moment. */
final class PartyRush {
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
        Contact contact = new Contact("Ilze", new EmailAddress("ilze@example.org"), null, null, Language.EN);
        List<Guest> guests = IntStream.range(0, SIZE)
                .mapToObj(i -> new Guest(
                        Wishes.of(null, "Person " + i, "p" + party + "." + i + "@example.org", null)
                                .fromContactIn(event),
                        i > 0))
                .toList();
        try {
            kopa.bean(Parties.class)
                    .register(
                            contact,
                            new Parties.Request(event, guests, Token.random().hash(), false, Optional.empty()));
            return true;
        } catch (NotForAll full) {
            return false;
        }
    }
}
