package lv.kopa.registration.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import lv.kopa.event.Events;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.own.Changing;
import lv.kopa.registration.wish.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many who get in line for a session, and leave it, in the same moment. */
@Tag("database")
final class SessionRushTest {
    private static final int PEOPLE = 12;
    private static final int PLACES = 3;

    @Test
    void asManyGetTheSessionAsThereArePlacesAndEverybodyElseHasANumberOfTheirOwn() {
        try (Queue queue = rush("session-rush")) {
            assertThat(given(queue)).isEqualTo(PLACES);
            assertThat(queue.database().texts("SELECT DISTINCT number FROM session_turn"))
                    .hasSize(PEOPLE - PLACES);
            assertThat(Books.wrong(queue.database())).isEmpty();
        }
    }

    @Test
    void theGuardOfASessionIsEnoughByItself() {
        try (Queue queue = rush("unlocked-sessions")) {
            assertThat(given(queue)).isEqualTo(PLACES);
        }
    }

    @Test
    void withoutTheGuardMoreGetTheSessionThanThereArePlaces() {
        try (Queue queue = rush("unguarded-sessions")) {
            assertThat(given(queue)).isGreaterThan(PLACES);
        }
    }

    @Test
    void whoeverLeavesTheSessionAtOnceMakesRoomForAsManyAndNoTurnIsUsedTwice() {
        try (Queue queue = rush("session-leaving")) {
            List<String> holders = queue.database().texts("""
                    SELECT r.reference FROM registration r JOIN registration_session s ON s.registration_id = r.id""");
            AtOnce.of(PLACES * 2, i -> {
                Registrations registrations = queue.kopa().bean(Registrations.class);
                return registrations.cancel(registrations.byReference(holders.get(i / 2)), null, "test");
            });
            assertThat(given(queue)).isEqualTo(PLACES);
            assertThat(queue.database().number("SELECT COUNT(*) FROM audit WHERE deed = 'session-given'"))
                    .isEqualTo(2L * PLACES);
            assertThat(Books.wrong(queue.database())).isEmpty();
        }
    }

    /** Everybody has a place in the event and wants a session with some places; nothing guards it but what is tested. */
    private static Queue rush(String spec) {
        Queue queue = new Queue(spec);
        queue.kopa().publish(queue.parks(), """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Science"},
                 "timeZone": "Europe/Riga", "sessions": [
                   {"title": {"en": "Kitchen"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": %d}]}""".formatted(PLACES));
        queue.database().execute("ALTER TABLE session DROP CONSTRAINT session_never_overfull");
        queue.database().execute("ALTER TABLE session_turn DROP FOREIGN KEY session_turn_session");
        IntStream.range(0, PEOPLE).forEach(i -> queue.register("p" + i));
        long session = queue.kopa()
                .bean(Events.class)
                .find("ours")
                .orElseThrow()
                .chosen()
                .get(0)
                .id();
        AtOnce.of(PEOPLE, i -> {
            Registration person = queue.kopa().bean(Registrations.class).byReference(queue.reference("p" + i));
            return queue.kopa().bean(Changing.class).change(person, person.revision(), awaiting(person, session));
        });
        return queue;
    }

    private static Wish awaiting(Registration person, long session) {
        List<String> consents = List.of("privacy");
        return new Wish(
                null,
                person.name(),
                person.email(),
                null,
                null,
                "en",
                null,
                consents,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(session));
    }

    private static long given(Queue queue) {
        return queue.database().number("""
                SELECT COUNT(*) FROM registration_session s JOIN registration r ON r.id = s.registration_id
                WHERE r.status = 'CONFIRMED'""");
    }
}
