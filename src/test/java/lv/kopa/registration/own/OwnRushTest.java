package lv.kopa.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.event.Session;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.UnlockedRegistrations;
import lv.kopa.registration.address.AddressChanges;
import lv.kopa.registration.address.EarlierAddresses;
import lv.kopa.registration.address.Mistypings;
import lv.kopa.registration.address.Mistypings.Slip;
import lv.kopa.registration.erasure.Erasing;
import lv.kopa.registration.handover.HandOvers;
import lv.kopa.registration.handover.Proposal;
import lv.kopa.registration.undo.Undoing;
import lv.kopa.registration.wish.Wish;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Refusal;
import lv.kopa.web.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many who undo, hand over, change sessions, erase themselves and register in the same moment. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OwnRushTest {
    private static final int PEOPLE = 2;
    private static final String CHOOSING = ", \"answers\": {\"bed\": \"window\"}";

    /** By how much the counters of an event, which stands in for %1$s, differ from rows. */
    private static final List<String> COUNTERS = List.of("""
            (SELECT ABS(e.places_taken - (SELECT COUNT(*) FROM registration r
              WHERE r.event_id = e.id AND r.status = 'CONFIRMED')) FROM event e WHERE e.id = %1$s)""", """
            (SELECT SUM(ABS(c.places_taken - (SELECT COUNT(*) FROM registration r
              WHERE r.category_id = c.id AND r.status = 'CONFIRMED'))) FROM category c WHERE c.event_id = %1$s)""", """
            (SELECT SUM(ABS(s.places_taken - (SELECT COUNT(*) FROM registration_session c
              JOIN registration r ON r.id = c.registration_id
              WHERE c.session_id = s.id AND r.status = 'CONFIRMED'))) FROM session s WHERE s.event_id = %1$s)""", """
            (SELECT SUM(ABS(c.places_taken - (SELECT COUNT(*) FROM answer a
              JOIN registration r ON r.id = a.registration_id
              WHERE a.choice_id = c.id AND r.status = 'CONFIRMED'))) FROM choice c
              JOIN question q ON q.id = c.question_id WHERE q.event_id = %1$s)""");

    private final TestDatabase database = TestDatabase.fresh();
    private final TestDatabase unlockedDatabase = TestDatabase.fresh();
    private final Program kopa = Program.start("OwnRushTest", database);
    private final Program unlocked = Program.start("unlocked-registrations", unlockedDatabase);
    private final String parks = kopa.found("parks");
    private final String unlockedParks = unlocked.found("parks");

    @AfterAll
    void stop() {
        kopa.close();
        unlocked.close();
    }

    /** What somebody does twice in the same moment, on two servers. */
    enum Deed {
        CANCEL {
            @Override
            void act(Program kopa, Registration person) {
                kopa.bean(Registrations.class).withdraw(person);
            }
        },
        UNDO {
            @Override
            void prepare(Program kopa, Registration person) {
                kopa.bean(Registrations.class).withdraw(person);
            }

            @Override
            void act(Program kopa, Registration person) {
                kopa.bean(Undoing.class).undo(person, Undoing.Terms.whateverIsLeft(false), "participant");
            }
        },
        CHANGE {
            @Override
            void act(Program kopa, Registration person) {
                Wish nothing = Wishes.of(null, person.name(), person.email(), List.of());
                kopa.bean(Changing.class).change(person, person.revision(), nothing);
            }
        },
        ERASE {
            @Override
            void act(Program kopa, Registration person) {
                kopa.bean(Erasing.class).erase(person);
            }
        },
        APPROVE {
            @Override
            void act(Program kopa, Registration person) {
                kopa.bean(Registrations.class).approve(person, "test");
            }
        },
        MOVE {
            @Override
            void prepare(Program kopa, Registration person) {
                Wish moved = Wishes.of(null, person.name(), elsewhere(person), List.of());
                kopa.bean(Changing.class).change(person, person.revision(), moved);
            }

            @Override
            void act(Program kopa, Registration person) {
                kopa.bean(AddressChanges.class)
                        .confirm(
                                secretFor(kopa, elsewhere(person)),
                                Token.random().hash());
            }
        },
        MOVE_BACK {
            @Override
            void prepare(Program kopa, Registration person) {
                MOVE.prepare(kopa, person);
                MOVE.act(kopa, person);
            }

            @Override
            void act(Program kopa, Registration person) {
                kopa.bean(EarlierAddresses.class).takeBack(secretFor(kopa, person.email()));
            }
        },
        MEND {
            @Override
            void act(Program kopa, Registration person) {
                EventDetails event = kopa.bean(Events.class).get(person.eventId());
                Wish right = Wishes.of("member", person.name(), elsewhere(person), List.of());
                kopa.bean(Mistypings.class)
                        .mend(
                                new Slip(person.reference(), person.name(), person.email()),
                                right.in(event, "form of " + person.reference()));
            }
        },
        TAKE_OVER {
            @Override
            void prepare(Program kopa, Registration person) {
                kopa.bean(HandOvers.class)
                        .offer(
                                person,
                                new Proposal(
                                        "New",
                                        new EmailAddress("new." + person.email()),
                                        null,
                                        Token.random().hash()));
            }

            @Override
            void act(Program kopa, Registration person) {
                kopa.bean(HandOvers.class)
                        .accept(
                                secretFor(kopa, "new." + person.email()),
                                Wishes.of(null, "New", "new." + person.email(), null),
                                Token.random().hash());
            }
        };

        void prepare(Program kopa, Registration person) {}

        abstract void act(Program kopa, Registration person);

        /** An address of which their own is no part, by which mails are looked for. */
        private static String elsewhere(Registration person) {
            return person.email().replace("@", ".new@");
        }

        private static Token secretFor(Program kopa, String address) {
            return new Token(Someone.linkIn(Someone.mailTo(kopa, address)).replaceFirst(".*/", ""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDoneTwiceAtOnceIsDoneOnce(Deed deed) {
        twice(deed, kopa, parks, slug(deed), CHOOSING);

        assertThat(amiss(deed, database)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whereNobodyWaitsForAnotherItIsDoneTwice(Deed deed) {
        twice(deed, unlocked, unlockedParks, slug(deed), deed == Deed.TAKE_OVER ? "" : CHOOSING);

        assertThat(amiss(deed, unlockedDatabase)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCEL", "UNDO", "APPROVE"})
    void whereNobodyWaitsForAnotherEachCounterIsWrong(Deed deed) {
        twice(deed, unlocked, unlockedParks, "again-" + slug(deed), CHOOSING);

        String event = "(SELECT id FROM event WHERE slug = 'again-" + slug(deed) + "')";
        for (String counter : COUNTERS) {
            assertThat(unlockedDatabase.number("SELECT " + counter.formatted(event)))
                    .as(counter)
                    .isPositive();
        }
    }

    /**
     * Some people do it, each twice, where others are registered besides.
     *
     * @param answers theirs; none for who takes over where nobody waits: the choices go before they meet, and those who
     *     chose the same would wait for each other for ever
     */
    private static void twice(Deed deed, Program kopa, String parks, String event, String answers) {
        String approval = deed == Deed.APPROVE ? "MANUAL" : "AUTOMATIC";
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "%s", "kind": "TRAINING", "title": {"en": "Science"}, "places": 30,
                 "timeZone": "Europe/Riga", "approval": "%s",
                 "categories": [{"key": "member", "name": {"en": "Member"}, "places": 30}],
                 "sessions": [
                   {"title": {"en": "One"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 30}],
                 "questions": [{"key": "bed", "type": "CHOICE", "label": {"en": "Bed"}, "choices": [
                   {"key": "window", "label": {"en": "By the window"}, "places": 30}]}]}""".formatted(event, approval));
        String one = "\"category\": \"member\", \"sessions\": [%d]"
                .formatted(kopa.bean(Events.class)
                        .find(event)
                        .orElseThrow()
                        .chosen()
                        .get(0)
                        .id());
        List<Registration> people = IntStream.range(0, 2 * PEOPLE)
                .mapToObj(
                        i -> kopa.register("", event, Wishes.of("p" + i + "@" + event + ".example.org", one + answers))
                                .is(201)
                                .text("reference"))
                .map(kopa.bean(Registrations.class)::byReference)
                .toList();
        people.subList(0, PEOPLE).forEach(person -> deed.prepare(kopa, person));
        if (deed == Deed.APPROVE) {
            people.subList(PEOPLE, 2 * PEOPLE).forEach(person -> deed.act(kopa, person));
        }
        UnlockedRegistrations.MEETING.expect(2 * PEOPLE);
        UnlockedRegistrations.CHECKED.expect(deed == Deed.UNDO || deed == Deed.TAKE_OVER ? 2 * PEOPLE : 0);
        List<Boolean> done = AtOnce.of(2 * PEOPLE, i -> {
            try {
                deed.act(kopa, people.get(i / 2));
            } catch (Refusal second) {
                return false;
            }
            return true;
        });
        assertThat(done).filteredOn(each -> each).hasSizeGreaterThanOrEqualTo(PEOPLE);
    }

    private static String slug(Deed deed) {
        return deed.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By how much counters differ from rows, and how many took over, or moved, what had been taken over, or moved. */
    private static long amiss(Deed deed, TestDatabase database) {
        String event = "(SELECT id FROM event WHERE slug = '" + slug(deed) + "')";
        return database.number(("SELECT " + String.join(" + ", COUNTERS) + """
                  + (SELECT COUNT(*) - COUNT(DISTINCT a.subject_id, a.deed)
                    FROM audit a JOIN registration r ON r.id = a.subject_id
                    WHERE a.subject = 'registration' AND r.event_id = %1$s
                      AND a.deed IN ('handed-over', 'address-changed', 'address-returned', 'address-mended'))
                """).formatted(event));
    }

    @Test
    void ofAnotherAddressAndATakeOverInTheSameMomentOnlyOneComesTrue() {
        assertThat(movedAndGone(kopa, database, parks)).isZero();
        assertThat(database.number("SELECT COUNT(*) FROM audit WHERE deed IN ('address-changed', 'handed-over')"
                        + " AND subject_id IN (SELECT id FROM registration WHERE event_id ="
                        + " (SELECT id FROM event WHERE slug = 'stolen'))"))
                .isEqualTo(PEOPLE);
    }

    @Test
    void whereNobodyWaitsForAnotherThePlaceIsGoneThatTheAddressBeforeCouldTakeBack() {
        assertThat(movedAndGone(unlocked, unlockedDatabase, unlockedParks)).isPositive();
    }

    /** How many got another address, and were taken over for all that, where both was done at once. */
    private static long movedAndGone(Program kopa, TestDatabase database, String parks) {
        kopa.publish(parks, Plans.training("parks", "stolen", ""));
        List<Registration> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> kopa.register("", "stolen", Wishes.of("p" + i + "@stolen.example.org"))
                        .is(201)
                        .text("reference"))
                .map(kopa.bean(Registrations.class)::byReference)
                .toList();
        people.forEach(person -> {
            Deed.TAKE_OVER.prepare(kopa, person);
            Deed.MOVE.prepare(kopa, person);
        });
        UnlockedRegistrations.MEETING.expect(2 * PEOPLE);
        UnlockedRegistrations.CHECKED.expect(2 * PEOPLE);
        AtOnce.of(2 * PEOPLE, i -> {
            try {
                (i % 2 == 0 ? Deed.MOVE : Deed.TAKE_OVER).act(kopa, people.get(i / 2));
            } catch (Refusal second) {
                return false;
            }
            return true;
        });
        return database.number("""
                SELECT COUNT(*) FROM audit moved JOIN audit gone
                  ON gone.subject = moved.subject AND gone.subject_id = moved.subject_id
                JOIN registration r ON r.id = moved.subject_id JOIN event e ON e.id = r.event_id
                WHERE moved.subject = 'registration' AND moved.deed = 'address-changed' AND gone.deed = 'handed-over'
                  AND e.slug = 'stolen'""");
    }

    @Test
    void whoeverTakesItBackAtOnceHasThePlaceAndAsManyHaveTheSessionAsCan() {
        assertThat(taken(kopa, database, parks)).isEqualTo(2 * PEOPLE);
        assertThat(database.number("SELECT COUNT(*) FROM session_turn")).isEqualTo(PEOPLE);
    }

    @Test
    void whereNobodyWaitsForAnotherSomeLoseThePlaceForTheSession() {
        assertThat(taken(unlocked, unlockedDatabase, unlockedParks)).isLessThan(2 * PEOPLE);
    }

    /** How many have their place again of those who had one with a session that has become smaller since. */
    private static long taken(Program kopa, TestDatabase database, String parks) {
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "smaller", "kind": "TRAINING", "title": {"en": "Science"}, "places": 30,
                 "timeZone": "Europe/Riga", "sessions": [
                   {"title": {"en": "One"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 30}]}""");
        long session = kopa.bean(Events.class)
                .find("smaller")
                .orElseThrow()
                .chosen()
                .get(0)
                .id();
        List<Registration> people = IntStream.range(0, 2 * PEOPLE)
                .mapToObj(i -> kopa.register(
                                "", "smaller", Wishes.of("s" + i + "@example.org", "\"sessions\": [" + session + "]"))
                        .is(201)
                        .text("reference"))
                .map(kopa.bean(Registrations.class)::byReference)
                .toList();
        UnlockedRegistrations.MEETING.expect(0);
        UnlockedRegistrations.CHECKED.expect(0);
        people.forEach(kopa.bean(Registrations.class)::withdraw);
        database.execute("UPDATE session SET places = " + PEOPLE + " WHERE id = " + session);
        UnlockedRegistrations.MEETING.expect(2 * PEOPLE);
        UnlockedRegistrations.CHECKED.expect(2 * PEOPLE);
        AtOnce.of(
                2 * PEOPLE,
                i -> kopa.bean(Undoing.class)
                        .undo(people.get(i), Undoing.Terms.whateverIsLeft(false), "participant")
                        .status());
        assertThat(database.number("SELECT places_taken FROM session WHERE id = " + session))
                .isEqualTo(PEOPLE);
        return database.number("SELECT places_taken FROM event WHERE slug = 'smaller'");
    }

    @Test
    void whateverPeopleDoAtOnceNoPlaceIsGivenTwiceOrLost() {
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Science"}, "places": 12,
                 "timeZone": "Europe/Riga", "sessions": [
                   {"title": {"en": "One"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 8},
                   {"title": {"en": "Two"}, "start": "2031-06-14T12:30", "end": "2031-06-14T14:00", "places": 8}]}""");
        List<Long> sessions = kopa.bean(Events.class).find("ours").orElseThrow().chosen().stream()
                .map(Session::id)
                .toList();
        List<Someone> people = IntStream.range(0, 12)
                .mapToObj(i -> Someone.registered(
                        kopa, "ours", "p" + i + "@example.org", "\"sessions\": [" + sessions.get(i % 2) + "]"))
                .toList();
        people.forEach(Someone::page);
        IntStream.range(0, 4).forEach(i -> people.get(i).cancels());
        IntStream.range(4, 6)
                .forEach(i -> people.get(i)
                        .send("/hand-over", "/hand-over", Map.of("name", "New", "email", "new" + i + "@example.org")));
        List<Someone> takers = IntStream.range(4, 6)
                .mapToObj(i -> Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "new" + i + "@example.org"))))
                .toList();

        AtOnce.of(30, i -> switch (i % 10) {
                    case 0, 1, 2, 3 -> i < 10 ? people.get(i).press("/undo").statusCode() : register(i, sessions);
                    case 4, 5 ->
                        i < 10
                                ? takers.get(i - 4)
                                        .send("", "", Map.of("consents", "privacy"))
                                        .statusCode()
                                : register(i, sessions);
                    case 6, 7 ->
                        i < 10
                                ? people.get(i)
                                        .send("/edit", "/edit", Map.of("sessions", "" + sessions.get((i + 1) % 2)))
                                        .statusCode()
                                : register(i, sessions);
                    case 8 ->
                        i < 10
                                ? people.get(i)
                                        .send("/erasure", "/erasure", Map.of("sure", "yes"))
                                        .statusCode()
                                : register(i, sessions);
                    default -> i < 10 ? people.get(i).press("/cancellation").statusCode() : register(i, sessions);
                })
                .forEach(status -> assertThat(status).isIn(201, 303, 422));

        assertThat(database.number("SELECT places_taken FROM event WHERE slug = 'ours'"))
                .isLessThanOrEqualTo(12);
        assertThat(database.number(
                        "SELECT places_taken - (SELECT COUNT(*) FROM registration r WHERE r.event_id = e.id AND r.status = 'CONFIRMED')"
                                + " FROM event e WHERE e.slug = 'ours'"))
                .isZero();
        assertThat(database.number("""
                SELECT COUNT(*) FROM session s WHERE s.places_taken <> (
                  SELECT COUNT(*) FROM registration_session c JOIN registration r ON r.id = c.registration_id
                  WHERE c.session_id = s.id AND r.status = 'CONFIRMED')""")).isZero();
        assertThat(database.texts(
                        "SELECT email FROM registration WHERE email LIKE 'new_@example.org' AND status = 'CONFIRMED'"))
                .hasSize(2);
    }

    private int register(int i, List<Long> sessions) {
        return kopa.register(
                        "",
                        "ours",
                        Wishes.of("late" + i + "@example.org", "\"sessions\": [" + sessions.get(i % 2) + "]"))
                .status();
    }
}
