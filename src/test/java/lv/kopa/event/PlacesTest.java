package lv.kopa.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.util.List;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Places.Seat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is taken for several people at once, and when nothing is. */
@Tag("database")
class PlacesTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static Program program;
    private static String parks;

    @BeforeAll
    static void start() {
        program = Program.start("places", DATABASE);
        parks = program.found("parks");
    }

    @AfterAll
    static void stop() {
        program.close();
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
