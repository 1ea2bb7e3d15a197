package lv.kopa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;

/**
 * What the migrations leave in an empty database. They run once in a JVM; a test's database gets a copy, which takes a
 * fraction of their time.
 *
 * @param statements that make the copy
 */
record FirstStart(List<String> statements) {
    private static final FirstStart TABLES = FirstStart.of(TestDatabase.empty());
    private static CompletableFuture<TestDatabase> ahead = CompletableFuture.supplyAsync(TABLES::copy);

    /** A copy that nobody else has. It was made while the test before it ran, and now the one for the next is. */
    static synchronized TestDatabase next() {
        TestDatabase next = ahead.join();
        ahead = CompletableFuture.supplyAsync(TABLES::copy);
        return next;
    }

    private static FirstStart of(TestDatabase database) {
        migrate(database);
        List<String> statements = new ArrayList<>(List.of("SET FOREIGN_KEY_CHECKS = 0"));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String name = connection.getCatalog();
            for (String table : database.texts("SHOW TABLES")) {
                statements.add(definition(statement, table));
                if (database.number("SELECT COUNT(*) FROM " + table) > 0) {
                    statements.add("INSERT INTO " + table + " SELECT * FROM " + name + "." + table);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new FirstStart(statements);
    }

    /** The number of migrations that were still to be run. */
    static int migrate(TestDatabase database) {
        return Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static String definition(Statement statement, String table) throws SQLException {
        try (var rows = statement.executeQuery("SHOW CREATE TABLE " + table)) {
            rows.next();
            return rows.getString(2);
        }
    }

    private TestDatabase copy() {
        TestDatabase database = TestDatabase.empty();
        database.execute(statements.toArray(String[]::new));
        return database;
    }
}
