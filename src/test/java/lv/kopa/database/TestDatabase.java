package lv.kopa.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A database of a test's own. The server is an embedded MariaDB, one for the JVM, or the one that the system
 * property {@code kopa.test.mysql} names, such as {@code jdbc:mysql://127.0.0.1:23306/} (user root, no password).
 */
public record TestDatabase(String url, String username, String password) {
    private static final Path FOLDER = Path.of("target", "mariadb").toAbsolutePath();
    private static final long PROCESS = ProcessHandle.current().pid();
    private static final Path KEYS =
            Path.of("target", "keys", PROCESS + ".json").toAbsolutePath();
    private static final String OURS = "kopa_test_" + PROCESS + "_";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** One with the tables of a first start, and nothing else in them. */
    public static TestDatabase fresh() {
        return FirstStart.next();
    }

    /** One with no tables at all. */
    public static TestDatabase empty() {
        TestDatabase server = Server.SHARED;
        String name = OURS + COUNT.incrementAndGet();
        server.execute("CREATE DATABASE " + name);
        return new TestDatabase(server.url + name, server.username, server.password);
    }

    /** Where the shared server's program lies, for servers that a test starts for itself. */
    static Path programFolder() throws IOException {
        try (FolderLock lock = Server.firstFree("program")) {
            return MariaDbProgram.unpackedIn(lock.folder()).home();
        }
    }

    /** Settings that make a Micronaut context use this database. */
    public Map<String, Object> settings() {
        return Map.of(
                "datasources.default.url", url,
                "datasources.default.username", username,
                "datasources.default.password", password,
                "kopa.answer-keys", KEYS.toString());
    }

    /** The same for a program that is a process of its own; for the caller to add to. */
    public Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "DATASOURCES_DEFAULT_URL", url,
                "DATASOURCES_DEFAULT_USERNAME", username,
                "DATASOURCES_DEFAULT_PASSWORD", password,
                "KOPA_ANSWER_KEYS", KEYS.toString()));
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    public void execute(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number that a query answers with. */
    public long number(String query) {
        return Long.parseLong(texts(query).get(0));
    }

    /** The first column of what a query answers with. */
    public List<String> texts(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {
        /** What was committed outlives the server, but not the machine, and a table is no file of its own. */
        private static final String[] QUICK = {
            "--innodb-flush-log-at-trx-commit=2", "--innodb-file-per-table=OFF", "--sync-frm=OFF"
        };

        private static final TestDatabase SHARED = Optional.ofNullable(System.getProperty("kopa.test.mysql"))
                .filter(url -> url.startsWith("jdbc:"))
                .map(Server::running)
                .orElseGet(Server::embedded);

        private static TestDatabase running(String url) {
            var database = new TestDatabase(url, "root", "");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> database.drop(OURS)));
            return database;
        }

        private static TestDatabase embedded() {
            try {
                EmbeddedMariaDb server = EmbeddedMariaDb.start(firstFree("server"), QUICK);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                var database = new TestDatabase(server.url(""), server.username(), server.password());
                database.drop("kopa_test_");
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Tests may run in several JVMs at once. */
        private static FolderLock firstFree(String what) {
            return IntStream.rangeClosed(1, 9)
                    .mapToObj(number -> FOLDER.resolve(what + number))
                    .flatMap(Server::lock)
                    .findFirst()
                    .orElseThrow();
        }

        private static Stream<FolderLock> lock(Path folder) {
            try {
                return FolderLock.of(folder).stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedMariaDb server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void drop(String prefix) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var names = statement.executeQuery("SHOW DATABASES LIKE '" + prefix + "%'")) {
            while (names.next()) {
                execute("DROP DATABASE " + names.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
