package lv.kopa.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import lv.kopa.database.TestDatabase;

/** What registering cannot do without: a conditional update, two inserts, a commit. On as many connections as we use. */
final class BareTransaction implements AutoCloseable {
    private final HikariDataSource pool;

    BareTransaction(TestDatabase database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setMaximumPoolSize(connections);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        Map.of(
                        "cachePrepStmts", "true",
                        "useLocalSessionState", "true",
                        "cacheServerConfiguration", "true")
                .forEach(config::addDataSourceProperty);
        this.pool = new HikariDataSource(config);
        database.execute(
                "CREATE TABLE IF NOT EXISTS bare_event (id INT PRIMARY KEY, places INT NOT NULL, taken INT NOT NULL)",
                "CREATE TABLE IF NOT EXISTS bare_registration (id BIGINT PRIMARY KEY AUTO_INCREMENT, event INT NOT NULL,"
                        + " name VARCHAR(200), email VARCHAR(254), UNIQUE KEY (event, email))",
                "CREATE TABLE IF NOT EXISTS bare_mail (id BIGINT PRIMARY KEY AUTO_INCREMENT, address VARCHAR(254),"
                        + " body TEXT, event INT NOT NULL)");
    }

    void open(int firstEvent, int events, int places) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO bare_event VALUES (?, ?, 0)")) {
            for (int i = 0; i < events; i++) {
                insert.setInt(1, firstEvent + i);
                insert.setInt(2, places);
                insert.executeUpdate();
            }
            connection.commit();
        }
    }

    boolean register(int event, int number) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            if (take(connection, event) == 0) {
                connection.rollback();
                return false;
            }
            insert(connection, "INSERT INTO bare_registration (email, name, event) VALUES (?, ?, ?)", number, event);
            insert(connection, "INSERT INTO bare_mail (address, body, event) VALUES (?, ?, ?)", number, event);
            connection.commit();
            return true;
        }
    }

    private static int take(Connection connection, int event) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE bare_event SET taken = taken + 1 WHERE id = ? AND taken < places")) {
            update.setInt(1, event);
            return update.executeUpdate();
        }
    }

    private static void insert(Connection connection, String sql, int number, int event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, "person" + number + "@example.org");
            insert.setString(2, "Person no. " + number);
            insert.setInt(3, event);
            insert.executeUpdate();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
