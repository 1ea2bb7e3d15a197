package lv.kopa.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
final class TestDatabaseTest {
    private static final List<String> COLUMNS_AND_KEYS = List.of("""
            SELECT CONCAT_WS(' ', table_name, column_name, column_type, is_nullable, column_default, collation_name, extra)
            FROM information_schema.columns WHERE table_schema = '%s' ORDER BY table_name, ordinal_position""", """
            SELECT CONCAT_WS(' ', table_name, index_name, non_unique, seq_in_index, column_name, sub_part)
            FROM information_schema.statistics WHERE table_schema = '%s' ORDER BY table_name, index_name, seq_in_index""", """
            SELECT CONCAT_WS(' ', table_name, constraint_name, constraint_type)
            FROM information_schema.table_constraints WHERE table_schema = '%s' ORDER BY table_name, constraint_name""");

    @Test
    void everyTestGetsAnEmptyDatabaseOfItsOwn() throws SQLException {
        TestDatabase one = TestDatabase.empty();
        TestDatabase other = TestDatabase.empty();
        one.execute("CREATE TABLE note (id INT PRIMARY KEY)");

        try (var connection = other.connect();
                var statement = connection.createStatement();
                var tables = statement.executeQuery("SHOW TABLES")) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void aFreshDatabaseIsAsTheMigrationsLeaveIt() {
        TestDatabase migrated = TestDatabase.empty();
        assertThat(FirstStart.migrate(migrated)).isPositive();
        TestDatabase copied = TestDatabase.fresh();

        assertThat(FirstStart.migrate(copied)).isZero();
        assertThat(COLUMNS_AND_KEYS)
                .allSatisfy(query -> assertThat(copied.texts(query.formatted(name(copied))))
                        .isNotEmpty()
                        .isEqualTo(migrated.texts(query.formatted(name(migrated)))));
    }

    private static String name(TestDatabase database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }
}
