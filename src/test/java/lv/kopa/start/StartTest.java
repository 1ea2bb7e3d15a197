package lv.kopa.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lv.kopa.database.Servers;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOKEN = "a-token-of-the-owner-for-tests-only";
    private static final Map<String, String> OWNER = Map.of(
            "KOPA_OWNER_EMAIL", "owner@example.org",
            "KOPA_OWNER_PASSWORD", "a pass phrase for tests",
            "KOPA_OWNER_TOKEN", TOKEN,
            "KOPA_ORGANISATION", "Parks");

    private static final String WAITING_FOR_A_LOCK =
            "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'UPDATE event%'";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @BeforeEach
    void shareProgram() throws IOException {
        Servers.shareProgram(folder);
    }

    @Test
    void toldToEndItClosesTheDatabaseToo() throws Exception {
        try (Program kopa = Program.start(folder, freePort())) {
            await().atMost(PATIENCE).until(kopa::isReady);
            kopa.process().destroy();

            assertThat(kopa.exitCode()).isEqualTo(143);
            assertThat(Servers.on(folder)).isEmpty();
            assertThat(Files.readString(folder.resolve("mariadb/mariadb.log"))).contains("Shutdown complete");
        }
    }

    @Test
    void toldToEndItStillAnswersWhoHasAskedAlready() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        Map<String, String> settings = database.environment();
        settings.putAll(OWNER);
        try (Program kopa = Program.start(folder, freePort(), settings, path -> path);
                Connection other = database.connect()) {
            await().atMost(PATIENCE).until(kopa::isReady);
            kopa.post("/api/v1/events", TOKEN, Plans.training("parks", "asked", ""));
            kopa.post("/api/v1/events/asked/publish", TOKEN, "{}");
            other.setAutoCommit(false);
            other.createStatement().executeQuery("SELECT id FROM event FOR UPDATE");
            var answer = CompletableFuture.supplyAsync(() -> registration(kopa));
            await().atMost(PATIENCE).until(() -> database.number(WAITING_FOR_A_LOCK) > 0);

            kopa.process().destroy();
            await().atMost(PATIENCE).until(() -> !takesConnections(kopa));
            await().during(Duration.ofMillis(2_500)).until(() -> !answer.isDone());
            other.commit();

            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(201);
            assertThat(kopa.exitCode()).isEqualTo(143);
        }
    }

    private static int registration(Program kopa) {
        try {
            return kopa.post("/api/v1/events/asked/registrations", TOKEN, """
                    {"name": "Anna", "email": "anna@example.org", "consents": ["privacy"]}""");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean takesConnections(Program kopa) {
        try (Socket socket = new Socket("127.0.0.1", kopa.port())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void killedAndStartedAtOnceItHasAllThatItHadAcknowledged() throws Exception {
        long left = killedOnceItAcknowledged("before-the-kill");

        assertThatItIsThere("before-the-kill");
        assertThat(ProcessHandle.of(left)).isEmpty();
    }

    @Test
    void aDatabaseThatWasLeftFrozenIsEndedByForceAndLosesNothing() throws Exception {
        long left = killedOnceItAcknowledged("before-the-frost");
        Servers.signal("STOP", left);

        assertThatItIsThere("before-the-frost");
        assertThat(ProcessHandle.of(left)).isEmpty();
    }

    /** Kills the program in the moment it has an event; gives the process of its database, which lives on. */
    private long killedOnceItAcknowledged(String event) throws Exception {
        try (Program killed = Program.start(folder, freePort(), OWNER, path -> path)) {
            await().atMost(PATIENCE).until(killed::isReady);
            assertThat(killed.post("/api/v1/events", TOKEN, Plans.training("parks", event, "")))
                    .isEqualTo(201);
            killed.process().destroyForcibly().waitFor();
            assertThat(Servers.on(folder)).hasSize(1);
            return Servers.on(folder).get(0);
        }
    }

    private void assertThatItIsThere(String event) throws Exception {
        try (Program kopa = Program.start(folder, freePort())) {
            await().atMost(PATIENCE).until(kopa::isReady);
            assertThat(kopa.get("/api/v1/events/" + event, TOKEN)).isEqualTo(200);
            assertThat(Servers.on(folder)).hasSize(1);
        }
        assertThat(Servers.on(folder)).isEmpty();
    }

    @Test
    void aSecondCopyOnTheSameDataSaysSoAndEnds() throws Exception {
        try (Program first = Program.start(folder, freePort())) {
            await().atMost(PATIENCE).until(first::isReady);
            try (Program second = Program.start(folder, freePort())) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.errorOutput())
                        .isEqualToIgnoringNewLines("Another copy of Kopa is running on the data folder " + folder
                                + "; end that one, or give this one a folder of its own with KOPA_DATA.");
            }
            assertThat(first.isReady()).isTrue();
        }
    }

    @Test
    void aTakenPortIsNamedAndNoDatabaseIsLeftBehind() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"));
                Program kopa = Program.start(folder, taken.getLocalPort())) {
            assertThat(kopa.exitCode()).isEqualTo(1);
            assertThat(kopa.errorOutput())
                    .isEqualToIgnoringNewLines("Port " + taken.getLocalPort()
                            + " is taken; end the program that has it, or set MICRONAUT_SERVER_PORT to another one.");
        }
        assertThat(Servers.on(folder)).isEmpty();
    }

    @Test
    void anOwnerWhoCannotBeIsNamedAndNoDatabaseIsLeftBehind() throws Exception {
        Map<String, String> owner =
                Map.of("KOPA_OWNER_EMAIL", "nobody", "KOPA_OWNER_PASSWORD", "a long enough password");
        try (Program kopa = Program.start(folder, freePort(), owner, path -> path)) {
            assertThat(kopa.exitCode()).isEqualTo(1);
            assertThat(kopa.errorOutput()).contains("KOPA_OWNER_EMAIL");
        }
        assertThat(Servers.on(folder)).isEmpty();
    }

    @Test
    void aDatabaseThatAMigrationTripsOverIsNotLeftRunning() throws Exception {
        Map<String, String> nowhere = Map.of("FLYWAY_DATASOURCES_DEFAULT_LOCATIONS", "classpath:trials/broken");
        try (Program kopa = Program.start(folder, freePort(), nowhere, path -> path)) {
            assertThat(kopa.exitCode()).isEqualTo(1);
        }
        assertThat(Servers.on(folder)).isEmpty();
        assertThat(folder.resolve("mariadb/mariadb.log")).content().contains("Shutdown complete");
    }

    @Test
    void withoutAnEmbeddedDatabaseTheSettingsForAnotherAreNamed(@TempDir Path empty) throws Exception {
        try (Program kopa = Program.start(empty, freePort(), Map.of(), Program::withoutEmbeddedDatabase)) {
            assertThat(kopa.exitCode()).isEqualTo(1);
            assertThat(kopa.errorOutput())
                    .isEqualToIgnoringNewLines("This copy of Kopa holds no embedded database; name a MySQL or MariaDB"
                            + " database with DATASOURCES_DEFAULT_URL, DATASOURCES_DEFAULT_USERNAME and"
                            + " DATASOURCES_DEFAULT_PASSWORD.");
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() throws Exception {
        String url = "jdbc:mysql://127.0.0.1:" + freePort() + "/kopa";
        Map<String, String> settings = Map.of(
                "DATASOURCES_DEFAULT_URL", url,
                "DATASOURCES_DEFAULT_USERNAME", "kopa",
                "DATASOURCES_DEFAULT_PASSWORD", "secret",
                "DATASOURCES_DEFAULT_INITIALIZATION_FAIL_TIMEOUT", "500");
        try (Program kopa = Program.start(folder, freePort(), settings, path -> path)) {
            assertThat(kopa.exitCode()).isEqualTo(1);
            assertThat(kopa.errorOutput())
                    .startsWith("The database " + url + " cannot be reached (")
                    .contains("DATASOURCES_DEFAULT_PASSWORD.")
                    .hasLineCount(1)
                    .doesNotContain("secret");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
