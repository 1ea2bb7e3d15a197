package lv.kopa.demo;

import java.sql.SQLException;
import lv.kopa.database.TestDatabase;

/** Counts in a database. */
final class Numbers {
    private Numbers() {}

    static long of(TestDatabase database, String query) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
