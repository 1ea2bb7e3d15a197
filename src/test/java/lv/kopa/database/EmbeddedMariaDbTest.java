package lv.kopa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import lv.kopa.start.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedMariaDbTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void whatWasWrittenIsThereAfterAnEnd() throws Exception {
        try (EmbeddedMariaDb server = Servers.startIn(folder)) {
            connect(server).execute("CREATE TABLE note (text VARCHAR(9))", "INSERT INTO note VALUES ('kopā 🎉')");
        }
        try (EmbeddedMariaDb server = EmbeddedMariaDb.startIn(folder)) {
            assertThat(notes(server)).containsExactly("kopā 🎉");
        }
        assertThat(Files.readString(folder.resolve("mariadb/mariadb.log"))).contains("Shutdown complete");
    }

    @Test
    void aSecondOneOnTheSameFolderIsRefused() throws IOException {
        try (EmbeddedMariaDb server = Servers.startIn(folder)) {
            assertThat(server.pid()).isPositive();
            assertThatThrownBy(() -> EmbeddedMariaDb.startIn(folder))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage(
                            "Another copy of Kopa is running on the data folder %s; end that one, or give this one"
                                    + " a folder of its own with KOPA_DATA.",
                            folder);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path occupied = Files.createFile(folder.resolve("occupied"));

        assertThatThrownBy(() -> EmbeddedMariaDb.startIn(occupied))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("The data folder " + occupied)
                .hasMessageContaining("KOPA_DATA");
    }

    @Test
    void strangersOnThisMachineStayOutside() throws Exception {
        try (EmbeddedMariaDb server = Servers.startIn(folder)) {
            String url = server.url("kopa");
            for (String name : List.of("root", "kopa", "")) {
                assertThatThrownBy(
                                () -> DriverManager.getConnection(url, name, "").close())
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("Access denied");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("mariadb"))))
                .isEqualTo("rwx------");
        assertThat(folder.resolve("mariadb/welcome.sql")).doesNotExist();
    }

    @Test
    void anInstallationThatWasBrokenOffIsBegunAnew() throws IOException {
        Files.createDirectories(prepared().resolve("mariadb.partial/mysql"));
        Files.writeString(folder.resolve("mariadb.partial/ibdata1"), "half");

        try (EmbeddedMariaDb server = EmbeddedMariaDb.startIn(folder)) {
            assertThat(server.pid()).isPositive();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.contains("partial"));
        }
    }

    @Test
    void temporaryFilesStayInAFolderOfItsOwnThatIsEmptyAtEveryStart() throws Exception {
        Path temporary = Files.createDirectories(prepared().resolve("mariadb.tmp"));
        Files.writeString(temporary.resolve("ML12345"), "left by a server that was killed");

        try (EmbeddedMariaDb server = EmbeddedMariaDb.startIn(folder)) {
            assertThat(connect(server).texts("SELECT @@tmpdir")).containsExactly("../mariadb.tmp");
            assertThat(temporary).isEmptyDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary)))
                    .isEqualTo("rwx------");
        }
    }

    private Path prepared() throws IOException {
        Servers.shareProgram(folder);
        return folder;
    }

    private static TestDatabase connect(EmbeddedMariaDb server) {
        return new TestDatabase(server.url("kopa"), server.username(), server.password());
    }

    private static List<String> notes(EmbeddedMariaDb server) throws SQLException {
        try (var connection = connect(server).connect();
                var rows = connection.createStatement().executeQuery("SELECT text FROM note")) {
            return rows.next() ? List.of(rows.getString(1)) : List.of();
        }
    }
}
