package lv.kopa.workspace.deeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.annotation.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import lv.kopa.database.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A page of the record is read from an index, however many deeds others have done since. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeedIndexTest {
    private static final int PAGE = 51;

    /** Half of what the small association did; MySQL may walk through its latest deeds for those of one person. */
    private static final int MOST_READ = PAGE * 20;

    private final TestDatabase database = TestDatabase.fresh();

    /** The first association did 2,000 deeds in its year, and another one 20,000 more after each tenth of them. */
    @BeforeAll
    void fill() {
        database.execute(
                "INSERT INTO organisation (id, slug, name, about, accent, time_zone, version, created_at) VALUES"
                        + " (1, 'small', 'Small', '{}', 'PINE', 'Europe/Riga', 0, NOW(6)),"
                        + " (2, 'large', 'Large', '{}', 'PINE', 'Europe/Riga', 0, NOW(6))",
                "INSERT INTO audit (at, actor, subject, subject_id, deed, organisation_id, event_id)"
                        + " SELECT '2031-01-01' + INTERVAL n.n * 20 MINUTE,"
                        + " CONCAT('person:', IF(MOD(n.n, 11) = 0, MOD(n.n, 7), 9)), 'organisation', 1 + (MOD(n.n, 11) > 0),"
                        + " IF(MOD(n.n, 121) = 0, 'invited', 'changed'), 1 + (MOD(n.n, 11) > 0), MOD(n.n, 500)"
                        + " FROM (SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n AS n FROM " + digits("a") + ", "
                        + digits("b") + ", " + digits("c") + ", (SELECT x.n + 10 * y.n AS n FROM " + digits("x") + ", "
                        + digits("y") + ") d WHERE d.n < 22) n ORDER BY n.n",
                "ANALYZE TABLE audit");
    }

    private static String digits(String name) {
        return "(SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6"
                + " UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) " + name;
    }

    @Test
    void theFirstPageIsReadFromTheEndOfAnIndex() throws Exception {
        assertThat(read("of", Map.of())).isLessThan(MOST_READ);
    }

    @Test
    void aLaterPageBeginsWhereTheOneBeforeItEnded() throws Exception {
        assertThat(read("of", Map.of("before", "'2031-02-01'", "beforeId", "2000")))
                .isLessThan(MOST_READ);
    }

    @Test
    void theDeedsOfAPersonAreReadFromAnIndex() throws Exception {
        assertThat(read("of", Map.of("actor", "'person:3'"))).isLessThan(MOST_READ);
    }

    @Test
    void theDeedsOfAKindAreReadFromAnIndex() throws Exception {
        assertThat(read("of", Map.of("deed", "'invited'"))).isLessThan(MOST_READ);
    }

    @Test
    void theDeedsOfADayAreReadFromAnIndex() throws Exception {
        assertThat(read("of", Map.of("since", "'2031-01-05'", "until", "'2031-01-06'")))
                .isLessThan(MOST_READ);
    }

    @Test
    void theDeedsOfAnEventAreReadFromAnIndex() throws Exception {
        assertThat(read("ofEvent", Map.of())).isLessThan(MOST_READ);
    }

    /** How many rows the database reads or sorts for a page. */
    private long read(String query, Map<String, String> wanted) throws SQLException {
        String sql = Arrays.stream(DeedRepository.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(query))
                .findFirst()
                .orElseThrow()
                .getAnnotation(Query.class)
                .value();
        Map<String, String> values = new TreeMap<>(
                Map.of("organisation", "1", "event", "7", "actor", "''", "deed", "''", "most", Integer.toString(PAGE)));
        values.putAll(Map.of("since", "NULL", "until", "NULL", "before", "NULL", "beforeId", "0"));
        values.putAll(wanted);
        for (Map.Entry<String, String> value : values.entrySet()) {
            sql = sql.replaceAll(":" + value.getKey() + "\\b", value.getValue());
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            long before = handled(statement);
            try (ResultSet rows = statement.executeQuery(sql)) {
                assertThat(rows.next()).as("there is something on the page").isTrue();
            }
            return handled(statement) - before;
        }
    }

    private static long handled(Statement statement) throws SQLException {
        long sum = 0;
        try (ResultSet rows = statement.executeQuery(
                "SHOW SESSION STATUS WHERE Variable_name LIKE 'Handler_read%'" + " OR Variable_name = 'Sort_rows'")) {
            while (rows.next()) {
                sum += rows.getLong(2);
            }
        }
        return sum;
    }
}
