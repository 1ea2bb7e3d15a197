package lv.kopa.registration;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.wish.Wishes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What must hold whatever happens at once. */
@Tag("database")
class RushTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static Program program;
    private static String parks;

    @BeforeAll
    static void start() {
        program = Program.start("rush", DATABASE);
        parks = program.found("parks");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void ofTwoHundredAtOnceTwentyGetTheLastPlacesAndTheOthersWaitInTurn() {
        training("rush", "\"places\": 20");
        List<Answer> answers = rush("rush", 200, i -> Wishes.of("p" + i + "@example.org"));
        assertThat(answers).allSatisfy(answer -> answer.is(201));
        assertThat(with(answers, "CONFIRMED")).hasSize(20);
        List<Answer> waiting = with(answers, "WAITING");
        assertThat(waiting.stream().map(answer -> answer.number("position")))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 180).mapToObj(Long::valueOf).toList());
        List<String> inTheOrderTold = waiting.stream()
                .sorted((one, other) -> Long.compare(one.number("position"), other.number("position")))
                .map(answer -> answer.text("reference"))
                .toList();
        assertThat(DATABASE.texts("SELECT r.reference FROM registration r JOIN event e ON e.id = r.event_id"
                        + " WHERE e.slug = 'rush' AND r.status = 'WAITING' ORDER BY r.queue_number"))
                .isEqualTo(inTheOrderTold);
        assertCountersEqualRows("rush", 20);
    }

    @Test
    void withoutAWaitingListAllButTwentyAreRefused() {
        training("refusing", "\"places\": 20, \"waitingList\": false");
        List<Answer> answers = rush("refusing", 200, i -> Wishes.of("p" + i + "@example.org"));
        assertThat(with(answers, "CONFIRMED")).hasSize(20);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .hasSize(180)
                .allSatisfy(answer -> answer.isProblem(409));
        assertCountersEqualRows("refusing", 20);
        assertThat(registrations("refusing")).isEqualTo(20);
    }

    @Test
    void theSamePersonTwentyTimesAtOnceIsOneRegistration() {
        training("same", "\"places\": 20");
        List<Answer> answers = rush("same", 20, i -> Wishes.of("anna@example.org"));
        assertThat(answers).allSatisfy(answer -> answer.is(201));
        assertThat(registrations("same")).isEqualTo(1);
        assertCountersEqualRows("same", 1);
    }

    @Test
    void whoIsRegisteredAlreadyKeepsNobodyElseOutWhoComesInTheSameMoment() {
        training("known", "\"places\": 60");
        rush("known", 10, i -> Wishes.of("p" + i + "@example.org"));
        List<Answer> answers = rush("known", 40, i -> Wishes.of("p" + i + "@example.org"));
        assertThat(answers).allSatisfy(answer -> answer.is(201));
        assertThat(with(answers, "CONFIRMED")).hasSize(40);
        assertThat(registrations("known")).isEqualTo(40);
        assertCountersEqualRows("known", 40);
    }

    @Test
    void whoComesInTheSameMomentIsRegisteredTogether() {
        training("together", "\"places\": 40");
        rush("together", 40, i -> Wishes.of("p" + i + "@example.org"));
        assertCountersEqualRows("together", 40);
        assertThat(DATABASE.number("SELECT COUNT(DISTINCT r.registered_at) FROM registration r"
                        + " JOIN event e ON e.id = r.event_id WHERE e.slug = 'together'"))
                .as("transactions")
                .isLessThan(40);
    }

    @Test
    void sixEventsThatFillAtOnceEachTakeAsManyAsTheyHavePlacesFor() {
        IntStream.range(0, 6).forEach(i -> training("several" + i, "\"places\": 5"));
        List<Answer> answers =
                AtOnce.of(60, i -> program.register(STRANGER, "several" + i % 6, Wishes.of("p" + i + "@example.org")));
        assertThat(answers).allSatisfy(answer -> answer.is(201));
        assertThat(with(answers, "CONFIRMED")).hasSize(30);
        IntStream.range(0, 6).forEach(i -> assertCountersEqualRows("several" + i, 5));
        assertThat(
                        DATABASE.texts(
                                "SELECT CONCAT(m.kind, ' ', COUNT(*)) FROM mail_outbox m"
                                        + " JOIN event e ON e.id = m.event_id WHERE e.slug LIKE 'several%' GROUP BY m.kind ORDER BY m.kind"))
                .containsExactly("confirmed 30", "waiting 30");
    }

    @Test
    void twoKindsOfFifteenShareTwentyPlaces() {
        training("kinds", """
                "places": 20, "categories": [{"key": "member", "name": {"en": "Member"}, "places": 15},
                  {"key": "guest", "name": {"en": "Guest"}, "places": 15}]""");
        List<Answer> answers = rush(
                "kinds",
                60,
                i -> Wishes.of(
                        "p" + i + "@example.org", i % 2 == 0 ? "\"category\": \"member\"" : "\"category\": \"guest\""));
        assertThat(answers).allSatisfy(answer -> answer.is(201));
        assertCountersEqualRows("kinds", 20);
        assertThat(DATABASE.number("SELECT MAX(c.places_taken) FROM category c JOIN event e ON e.id = c.event_id"
                        + " WHERE e.slug = 'kinds'"))
                .isLessThanOrEqualTo(15);
        assertThat(DATABASE.number("""
                SELECT COUNT(*) FROM category c WHERE c.places_taken <> (SELECT COUNT(*) FROM registration r
                  WHERE r.category_id = c.id AND r.status = 'CONFIRMED')""")).isZero();
    }

    @Test
    void aPlaceGivenUpInTheRushIsNeverLost() {
        training("turning", "\"places\": 10");
        List<Answer> first = rush("turning", 30, i -> Wishes.of("early" + i + "@example.org"));
        List<String> confirmed = with(first, "CONFIRMED").stream()
                .map(answer -> answer.text("links.manage").replaceFirst(".*/r/", "") + " "
                        + answer.text("links.self").replaceFirst("https?://[^/]+", ""))
                .toList();
        List<Answer> both = AtOnce.of(60, i -> {
            if (i % 6 > 0) {
                return program.register(STRANGER, "turning", Wishes.of("late" + i + "@example.org"));
            }
            String[] tokenAndPath = confirmed.get(i / 6).split(" ");
            return program.post(tokenAndPath[0], tokenAndPath[1] + "/cancel");
        });
        assertThat(both).allSatisfy(answer -> assertThat(answer.status()).isBetween(200, 201));
        assertCountersEqualRows("turning", 10);
        assertThat(DATABASE.texts("""
                SELECT r.name FROM registration r JOIN event e ON e.id = r.event_id
                WHERE e.slug = 'turning' AND r.status = 'CONFIRMED' AND r.email LIKE 'late%'"""))
                .as("those who came early had waited longer")
                .isEmpty();
    }

    private static void training(String slug, String more) {
        program.publish(parks, Plans.training("parks", slug, more));
    }

    private static List<Answer> rush(String event, int people, IntFunction<String> wish) {
        return AtOnce.of(people, i -> program.register(STRANGER, event, wish.apply(i)));
    }

    private static List<Answer> with(List<Answer> answers, String status) {
        return answers.stream()
                .filter(answer -> answer.text("status").equals(status))
                .toList();
    }

    private static long registrations(String slug) {
        return DATABASE.number(
                "SELECT COUNT(*) FROM registration r JOIN event e ON e.id = r.event_id WHERE e.slug = '" + slug + "'");
    }

    private static void assertCountersEqualRows(String slug, int taken) {
        assertThat(DATABASE.number("SELECT places_taken FROM event WHERE slug = '" + slug + "'"))
                .isEqualTo(taken);
        assertThat(DATABASE.number("SELECT COUNT(*) FROM registration r JOIN event e ON e.id = r.event_id"
                        + " WHERE r.status = 'CONFIRMED' AND e.slug = '" + slug + "'"))
                .isEqualTo(taken);
    }
}
