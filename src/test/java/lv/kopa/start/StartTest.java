package lv.kopa.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import lv.kopa.database.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void killedAndStartedAtOnceItRunsAgain() throws Exception {
        try (Program killed = Program.start(folder, freePort())) {
            await().atMost(PATIENCE).until(killed::isReady);
            killed.process().destroyForcibly().waitFor();
            assertThat(Servers.on(folder)).hasSize(1);
        }
        try (Program kopa = Program.start(folder, freePort())) {
            await().atMost(PATIENCE).until(kopa::isReady);
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
