package lv.kopa.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
final class TestDatabaseTest {
    @Test
    void everyTestGetsAnEmptyDatabaseOfItsOwn() throws SQLException {
        TestDatabase one = TestDatabase.fresh();
        TestDatabase other = TestDatabase.fresh();
        one.execute("CREATE TABLE note (id INT PRIMARY KEY)");

        try (var connection = other.connect();
                var statement = connection.createStatement();
                var tables = statement.executeQuery("SHOW TABLES")) {
            assertThat(tables.next()).isFalse();
        }
    }
}
