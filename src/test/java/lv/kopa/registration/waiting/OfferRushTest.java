package lv.kopa.registration.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationSettled;
import lv.kopa.registration.Registrations;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People who answer in the very moment in which their time is over, on several servers. */
@Tag("database")
final class OfferRushTest {
    private static final int PEOPLE = 12;

    @Test
    void whoeverAnswersAsTheTimeIsOverHasThePlaceOrHasNot() {
        try (Queue queue = race("offer-rush")) {
            assertThat(deeds(queue)).isEqualTo(PEOPLE);
            assertThat(Books.wrong(queue.database())).isEmpty();
            assertThat(queue.database().number("""
                    SELECT COUNT(*) FROM registration r JOIN place_offer o ON o.registration_id = r.id
                    WHERE (r.status = 'CONFIRMED') <> (o.ending = 'ACCEPTED')""")).isZero();
        }
    }

    @Test
    void withoutTheGuardSomeHaveItAndHaveItNot() {
        try (Queue queue = race("unguarded-offers")) {
            assertThat(deeds(queue)).isGreaterThan(PEOPLE);
        }
    }

    @Test
    void onHoweverManyServersWhoeverIsNextIsAskedOnce() {
        try (Queue queue = new Queue("offer-servers")) {
            queue.of(Queue.OFFERS + ", \"places\": 2").register("anna", "zane", "janis", "kate", "liga", "ilze");
            queue.organiserCancels("anna");
            queue.organiserCancels("zane");
            queue.kopa().bean(MovableClock.class).advance(Duration.ofHours(24));
            AtOnce.of(4, server -> {
                queue.kopa().bean(OfferKeeper.class).endOverdue();
                return server;
            });

            assertThat(queue.statuses()).endsWith("janis CANCELLED", "kate CANCELLED", "liga OFFERED", "ilze OFFERED");
            assertThat(queue.database().number("SELECT COUNT(*) FROM place_offer"))
                    .isEqualTo(4);
            queue.isInOrder();
        }
    }

    /** Everybody is offered a place, and each says yes while it runs out. */
    private static Queue race(String spec) {
        Queue queue = new Queue(spec);
        queue.of(Queue.OFFERS + ", \"places\": " + PEOPLE);
        List<String> first = names("first");
        List<String> next = names("next");
        first.forEach(queue::register);
        next.forEach(queue::register);
        first.forEach(queue::organiserCancels);
        queue.kopa().bean(MovableClock.class).advance(Duration.ofHours(24));
        Offering offering = queue.kopa().bean(Offering.class);
        List<Registration> people = next.stream()
                .map(name -> queue.kopa().bean(Registrations.class).byReference(queue.reference(name)))
                .toList();
        AtOnce.of(2 * PEOPLE, i -> {
            Registration person = people.get(i / 2);
            if (i % 2 == 0) {
                offering.runOut(person.id());
            } else {
                accept(offering, person);
            }
            return i;
        });
        return queue;
    }

    private static void accept(Offering offering, Registration person) {
        try {
            offering.accept(person);
        } catch (RegistrationSettled late) {
            assertThat(late.sentence().key()).isEqualTo("registration.offer.gone");
        }
    }

    private static List<String> names(String kind) {
        return IntStream.range(0, PEOPLE).mapToObj(i -> kind + i).toList();
    }

    private static long deeds(Queue queue) {
        return queue.database().number("SELECT COUNT(*) FROM audit WHERE deed IN ('offer-accepted', 'offer-ran-out')");
    }
}
