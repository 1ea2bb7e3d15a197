package lv.kopa.event.notice;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Profile;
import lv.kopa.project.Acknowledgement;
import lv.kopa.project.Activity;
import lv.kopa.project.Project;
import lv.kopa.project.ProjectPlan;
import lv.kopa.project.Projects;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people see of an event that organisers and other people change at the same time, on this server and another. */
@Tag("database")
class NoticeboardTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant ONE_DAY = Instant.parse("2030-01-01T12:00:00Z");
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

    @AfterEach
    void letTimeGoOn() {
        here.bean(MovableClock.class).release();
        there.bean(MovableClock.class).release();
    }

    /** Stops the clock there, far from the time at which anything was read. */
    private static MovableClock stopTimeThere() {
        MovableClock clock = there.bean(MovableClock.class);
        clock.set(ONE_DAY);
        return clock;
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

    /** Calls an event off here, and has somebody read it anew before that is done, or undone. */
    private static void cancel(String slug, boolean done) {
        here.bean(DataSourceTransactionManager.class).executeWrite(transaction -> {
            long id = here.bean(Events.class).find(slug).orElseThrow().event().id();
            here.bean(Announcements.class).cancel(id, "Because of snow", "test");
            here.bean(MovableClock.class).advance(ofSeconds(1));
            assertThat(page(here, slug)).contains("3 places left").doesNotContain("Because of snow");
            if (!done) {
                transaction.setRollbackOnly();
            }
            return id;
        });
    }

    private static Optional<Integer> placesToActOn(String slug) {
        return there.bean(Noticeboard.class).find(slug).flatMap(EventDetails::placesLeft);
    }

    private static Optional<Integer> placesToLookAt(String slug) {
        return there.bean(Noticeboard.class).show(slug).flatMap(EventDetails::placesLeft);
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

    @Test
    void aChangeIsShownHereAsSoonAsItIsDoneAndNotBefore() {
        announce("called-off");

        cancel("called-off", true);

        assertThat(page(here, "called-off")).contains("Because of snow").doesNotContain("class=\"call\"");
    }

    @Test
    void aChangeThatIsRolledBackIsNotShown() {
        announce("rolled-back");

        cancel("rolled-back", false);

        assertThat(page(here, "rolled-back")).contains("3 places left").doesNotContain("Because of snow");
        assertThat(page(there, "rolled-back")).contains("3 places left").doesNotContain("Because of snow");
    }

    @Test
    void whoeverLooksSeesNothingThatIsASecondOld() {
        announce("looked-at");
        MovableClock clock = stopTimeThere();
        assertThat(placesToLookAt("looked-at")).hasValue(3);

        register(here, "looked-at", "anna");

        clock.advance(ofMillis(999));
        assertThat(placesToLookAt("looked-at")).hasValue(3);
        clock.advance(ofMillis(1));
        assertThat(placesToLookAt("looked-at")).hasValue(2);
    }

    @Test
    void whoeverActsGoesByNothingThatIsTenSecondsOld() {
        announce("acted-on");
        MovableClock clock = stopTimeThere();
        assertThat(placesToActOn("acted-on")).hasValue(3);

        register(here, "acted-on", "anna");

        clock.advance(ofMillis(9_999));
        assertThat(placesToActOn("acted-on")).hasValue(3);
        clock.advance(ofMillis(1));
        assertThat(placesToActOn("acted-on")).hasValue(2);
    }

    @Test
    void whoeverActsElsewhereGoesByWhoHoldsTheEventASecondAgo() {
        String token = here.found("meadows");
        here.publish(token, Plans.training("meadows", "held", ""));
        MovableClock clock = stopTimeThere();
        assertThat(holder("held")).hasValue("meadows");

        Organisations organisations = here.bean(Organisations.class);
        Organisation meadows = organisations.get("meadows");
        organisations.change(
                meadows.id(), meadows.version(), Profile.of("Meadows and woods", ZoneId.of("Europe/Riga")), "test");

        clock.advance(ofSeconds(1));
        assertThat(holder("held")).hasValue("Meadows and woods");
    }

    private static Optional<String> holder(String slug) {
        return there.bean(Noticeboard.class)
                .find(slug)
                .map(event -> event.organisation().name());
    }

    @Test
    void whoeverActsElsewhereGoesByWhoPaysForTheEventASecondAgo() {
        Projects projects = here.bean(Projects.class);
        Project project = projects.create(
                here.bean(Organisations.class).get("parks").id(), paidBy("A small fund", List.of()), "test");
        here.publish(parks, Plans.training("parks", "paid", "\"activity\": \"ponds/1\""));
        MovableClock clock = stopTimeThere();
        assertThat(funder("paid")).hasValue("A small fund");

        projects.change(
                project.id(), project.version(), paidBy("A great fund", projects.activities(project.id())), "test");

        clock.advance(ofSeconds(1));
        assertThat(funder("paid")).hasValue("A great fund");
    }

    private static ProjectPlan paidBy(String funder, List<Activity> standing) {
        Translated title = Translated.of(Language.EN, "Ponds");
        long id = standing.stream().map(Activity::id).findFirst().orElse(0L);
        return new ProjectPlan(
                "ponds",
                "17",
                title,
                Translated.nothing(),
                funder,
                Translated.nothing(),
                null,
                null,
                List.of(new ProjectPlan.Item(id, "1", title, null)));
    }

    private static Optional<String> funder(String slug) {
        return there.bean(Noticeboard.class)
                .find(slug)
                .flatMap(EventDetails::funding)
                .map(Acknowledgement::funder);
    }

    @Test
    void whoeverFindsTheLastPlaceGoneIsWrittenToOnceThatTheyWait() {
        here.publish(parks, Plans.training("parks", "last-place", "\"places\": 1"));
        stopTimeThere();
        assertThat(placesToActOn("last-place")).hasValue(1);
        register(here, "last-place", "quick");
        assertThat(placesToActOn("last-place")).hasValue(1);

        register(there, "last-place", "slow");

        assertThat(DATABASE.texts("SELECT kind FROM mail_outbox WHERE to_address = 'slow@example.org'"))
                .containsExactly("waiting");
    }
}
