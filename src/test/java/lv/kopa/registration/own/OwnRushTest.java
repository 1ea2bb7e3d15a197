package lv.kopa.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.wish.Wishes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many who undo, hand over, change sessions, erase themselves and register in the same moment. */
@Tag("database")
final class OwnRushTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("OwnRushTest", database);

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void whateverPeopleDoAtOnceNoPlaceIsGivenTwiceOrLost() {
        kopa.publish(kopa.found("parks"), """
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

        assertThat(database.number("SELECT places_taken FROM event")).isLessThanOrEqualTo(12);
        assertThat(
                        database.number(
                                "SELECT places_taken - (SELECT COUNT(*) FROM registration WHERE status = 'CONFIRMED') FROM event"))
                .isZero();
        assertThat(database.number("""
                SELECT COUNT(*) FROM session s WHERE s.places_taken <> (
                  SELECT COUNT(*) FROM registration_session c JOIN registration r ON r.id = c.registration_id
                  WHERE c.session_id = s.id AND r.status = 'CONFIRMED')""")).isZero();
        assertThat(database.texts("SELECT email FROM registration WHERE email LIKE 'new%' AND status = 'CONFIRMED'"))
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
