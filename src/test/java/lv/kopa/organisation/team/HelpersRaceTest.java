package lv.kopa.organisation.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.Teams;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.web.Site;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One organiser lets a colleague help with an event while an owner takes the colleague out of the team. */
@Tag("database")
final class HelpersRaceTest {
    /** How many statements with this in them are being carried out; those that cannot go on are for long. */
    private static final String UNDER_WAY = """
            SELECT COUNT(*) FROM information_schema.processlist
            WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info LIKE '%{}%'""";

    @Test
    void aRoleThatIsGivenMeanwhileIsGoneWithThePerson() throws Exception {
        assertThat(rolesThatAreLeft("locked-team")).isZero();
    }

    @Test
    void withoutTheLockItWouldStay() throws Exception {
        assertThat(rolesThatAreLeft("unlocked-team")).isEqualTo(1);
    }

    /** Giving has read that the person is a colleague, and is kept from writing until taking out is done, or waits. */
    private static long rolesThatAreLeft(String spec) throws Exception {
        TestDatabase database = TestDatabase.fresh();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.limits", "off");
        try (Site site = Site.start(spec, settings);
                Connection brake = database.connect()) {
            Teams teams = Teams.settle(site);
            long team = teams.intelektaParks().id();
            long event = planned(site, database, teams.ilze());
            EmailAddress address = new EmailAddress(Teams.JANIS);
            Person janis = site.bean(People.class).find(address).orElseThrow();
            Organiser owner = site.bean(People.class).organiser(teams.ilze(), "test");
            stop(brake, event);

            Future<?> gives =
                    threads.submit(() -> site.bean(Helpers.class).give(address, Role.CHECK_IN, team, event, "test"));
            await().until(() -> isUnderWay(database, "INSERT INTO event_role"));
            Future<?> takesOut = threads.submit(() -> site.bean(Team.class).takeOut(team, janis.id(), owner));
            await().until(() -> takesOut.isDone() || isUnderWay(database, "organisation WHERE id%FOR UPDATE"));
            brake.rollback();
            gives.get();
            takesOut.get();

            assertThat(database.number("SELECT COUNT(*) FROM membership WHERE person_id = " + janis.id()))
                    .isZero();
            return database.number("SELECT COUNT(*) FROM event_role WHERE person_id = " + janis.id());
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isUnderWay(TestDatabase database, String statement) {
        return database.number(UNDER_WAY.replace("{}", statement)) > 0;
    }

    /** A role in an event is written once nobody holds the event. */
    private static void stop(Connection brake, long event) throws SQLException {
        brake.setAutoCommit(false);
        try (var statement = brake.createStatement()) {
            statement.execute("SELECT id FROM event WHERE id = " + event + " FOR UPDATE");
        }
    }

    private static long planned(Site site, TestDatabase database, Person owner) {
        String token =
                site.bean(ApiTokens.class).create(owner.id(), "test", "test").secret();
        String plan = Plans.training("intelekta-parks", "race", "");
        assertThat(site.postJson("/api/v1/events", plan, "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(201);
        return database.number("SELECT id FROM event WHERE slug = 'race'");
    }
}
