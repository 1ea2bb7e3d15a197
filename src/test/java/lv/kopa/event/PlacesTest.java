package lv.kopa.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.util.List;
import java.util.function.Supplier;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Places.Seat;
import lv.kopa.registration.AtOnce;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is taken for several people at once, and when nothing is; each counter in a rush, with its guard and without. */
@Tag("database")
class PlacesTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestDatabase UNGUARDED_DATABASE = TestDatabase.fresh();
    private static Program unguarded;
    private static String unguardedParks;
    private static Program program;
    private static String parks;

    @BeforeAll
    static void start() {
        program = Program.start("places", DATABASE);
        parks = program.found("parks");
        unguarded = Program.start("unguarded-counters", UNGUARDED_DATABASE);
        unguardedParks = unguarded.found("parks");
        for (String counted : List.of("event", "category", "session", "choice")) {
            UNGUARDED_DATABASE.execute("ALTER TABLE " + counted + " DROP CONSTRAINT " + counted + "_never_overfull");
        }
    }

    @AfterAll
    static void stop() {
        program.close();
        unguarded.close();
    }

    @Test
    void eachPersonOfSeveralEventsTakesOne() {
        Event one = training("one", "\"places\": 2");
        Event other = training("other", "\"places\": 1");
        assertThat(taken(new Seat(other, null), new Seat(one, null), new Seat(one, null)))
                .isTrue();
        assertThat(counter("one")).isEqualTo(2);
        assertThat(counter("other")).isEqualTo(1);
    }

    @Test
    void whereThereAreFewerPlacesThanPeopleNobodyHasOne() {
        Event event = training("short", "\"places\": 2");
        assertThat(taken(new Seat(event, null), new Seat(event, null), new Seat(event, null)))
                .isFalse();
        assertThat(counter("short")).isZero();
    }

    @Test
    void aCategoryHasNoMoreThanItsOwn() {
        training("kinds", "\"categories\": [{\"key\": \"guest\", \"name\": {\"en\": \"Guest\"}, \"places\": 1}]");
        EventDetails kinds = details("kinds");
        Long guest = kinds.category("guest").orElseThrow().id();
        assertThat(taken(new Seat(kinds.event(), guest), new Seat(kinds.event(), guest)))
                .isFalse();
        assertThat(taken(new Seat(kinds.event(), guest))).isTrue();
    }

    @Test
    void whoSawTheEventAsItWasBeforeAChangeTakesNothingInTheCompanyOfWhoSawItAfter() {
        Event before = training("changed", "\"places\": 9");
        String version = program.get(parks, "/api/v1/events/changed").header("ETag");
        program.patch(parks, "/api/v1/events/changed", version, "{\"places\": 8}")
                .is(200);
        Event after = details("changed").event();
        assertThat(taken(new Seat(after, null), new Seat(before, null))).isFalse();
        assertThat(taken(new Seat(before, null), new Seat(after, null))).isFalse();
        assertThat(taken(new Seat(after, null))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theGuardOfACounterIsEnoughByItself(Counter counter) {
        program.publish(parks, counter.plan());

        assertThat(rush(program, counter, 12)).isEqualTo(Counter.PLACES / counter.atATime);

        assertThat(DATABASE.number(counter.taken())).isEqualTo(Counter.PLACES / counter.atATime * counter.atATime);
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheGuardMoreIsTakenThanThereIs(Counter counter) {
        unguarded.publish(unguardedParks, counter.plan());
        int people = Counter.PLACES / counter.atATime + 1;
        UnguardedCounters.MEETING.expect(people);

        assertThat(rush(unguarded, counter, people)).isEqualTo(people);

        assertThat(UNGUARDED_DATABASE.number(counter.taken())).isGreaterThan(Counter.PLACES);
    }

    @Test
    void everybodyInLineHasANumberOfTheirOwnUnlessNothingGuardsIt() {
        program.publish(parks, Plans.training("parks", "line", ""));
        assertThat(AtOnce.of(12, i -> number(program))).doesNotHaveDuplicates().hasSize(12);

        unguarded.publish(unguardedParks, Plans.training("parks", "line", ""));
        UnguardedCounters.MEETING.expect(2);
        assertThat(AtOnce.of(2, i -> number(unguarded))).containsExactly(1, 1);
    }

    private static int number(Program kopa) {
        long line = kopa.bean(Events.class).find("line").orElseThrow().event().id();
        return within(kopa, () -> kopa.bean(Places.class).nextInQueue(line));
    }

    /** How many of them take what they want, with nothing to keep them apart but the counter. */
    private static long rush(Program kopa, Counter counter, int people) {
        EventDetails event = kopa.bean(Events.class).find(counter.slug()).orElseThrow();
        PlacesRepository counters = kopa.bean(PlacesRepository.class);
        return AtOnce.of(people, i -> within(kopa, () -> counter.take(counters, event))).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static <T> T within(Program kopa, Supplier<T> deed) {
        return kopa.bean(DataSourceTransactionManager.class).executeWrite(status -> deed.get());
    }

    private static Event training(String slug, String more) {
        program.publish(parks, Plans.training("parks", slug, more));
        return details(slug).event();
    }

    private static EventDetails details(String slug) {
        return program.bean(Events.class).find(slug).orElseThrow();
    }

    /** Ends the transaction as whoever registers several people does. */
    private static boolean taken(Seat... seats) {
        return program.bean(DataSourceTransactionManager.class).executeWrite(status -> {
            boolean taken = program.bean(Places.class).takeTogether(List.of(seats));
            if (!taken) {
                status.setRollbackOnly();
            }
            return taken;
        });
    }

    private static long counter(String slug) {
        return DATABASE.number("SELECT places_taken FROM event WHERE slug = '" + slug + "'");
    }
}
