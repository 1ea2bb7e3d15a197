package lv.kopa.event.notice;

import static java.time.Duration.ofSeconds;
import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people see of an event that organisers and other people change at the same time, on this server and another. */
@Tag("database")
class NoticeboardTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static Program here;
    private static Program there;
    private static String parks;

    @BeforeAll
    static void start() {
        here = Program.start("noticeboard-here", DATABASE);
        there = Program.start("noticeboard-there", DATABASE);
        parks = here.found("parks");
    }

    @AfterAll
    static void stop() {
        there.close();
        here.close();
    }

    private static String page(Program server, String slug) {
        return server.site().get("/events/" + slug + "?lang=en").body();
    }

    private static void announce(String slug) {
        here.publish(parks, Plans.training("parks", slug, "\"places\": 3"));
        assertThat(page(here, slug)).contains("3 places left");
        assertThat(page(there, slug)).contains("3 places left");
    }

    private static void register(Program server, String slug, String name) {
        server.register(STRANGER, slug, """
                {"name": "%s", "email": "%s@example.org", "consents": ["privacy"]}""".formatted(name, name)).is(201);
    }

    private static void call(String slug, String title) {
        String version = here.get(parks, "/api/v1/events/" + slug).is(200).header("ETag");
        here.patch(parks, "/api/v1/events/" + slug, version, "{\"title\": {\"en\": \"" + title + "\"}}")
                .is(200);
    }

    @Test
    void aPlaceThatWasTakenHereIsGoneAtOnce() {
        announce("taken-here");

        register(here, "taken-here", "anna");

        assertThat(page(here, "taken-here")).contains("2 places left");
    }

    @Test
    void aPlaceThatWasTakenElsewhereIsGoneSoon() {
        announce("taken-there");

        register(there, "taken-there", "anna");

        await().atMost(ofSeconds(5)).until(() -> page(here, "taken-there").contains("2 places left"));
    }

    @Test
    void whatAnOrganiserChangesIsSeenHereAtOnceAndElsewhereSoon() {
        announce("renamed");

        call("renamed", "Seeds and soil");

        assertThat(page(here, "renamed")).contains("Seeds and soil");
        await().atMost(ofSeconds(5)).until(() -> page(there, "renamed").contains("Seeds and soil"));
    }

    @Test
    void whoeverRegistersElsewhereBeforeTheChangeIsSeenThereIsToldOfTheEventAsItIs() {
        announce("changed");

        call("changed", "Compost");
        register(there, "changed", "baiba");

        assertThat(DATABASE.texts("SELECT subject FROM mail_outbox WHERE to_address = 'baiba@example.org'"))
                .singleElement()
                .asString()
                .contains("Compost");
    }
}
