package lv.kopa.database;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Jars that are counted up two at a time, in an order that invites deadlocks. */
@Singleton
class Shelf {
    static final String TABLE = "CREATE TABLE jar (id INT PRIMARY KEY, count INT NOT NULL)";

    final AtomicInteger attempts = new AtomicInteger();
    private final JdbcOperations jdbc;
    private final Lid lid;

    Shelf(JdbcOperations jdbc, Lid lid) {
        this.jdbc = jdbc;
        this.lid = lid;
    }

    @UnitOfWork
    void fill(int first, int second, Runnable between) {
        fillInOrder(first, second, between);
    }

    @Transactional
    void fillWithoutRetries(int first, int second, Runnable between) {
        fillInOrder(first, second, between);
    }

    @UnitOfWork
    void fillAndClose(int jar) {
        attempts.incrementAndGet();
        fill(jar);
        lid.close();
    }

    private void fillInOrder(int first, int second, Runnable between) {
        attempts.incrementAndGet();
        fill(first);
        between.run();
        fill(second);
    }

    private void fill(int jar) {
        jdbc.prepareStatement("UPDATE jar SET count = count + 1 WHERE id = ?", statement -> {
            statement.setInt(1, jar);
            return statement.executeUpdate();
        });
    }

    /** Jams the first time, the way the database does. */
    @Singleton
    static class Lid {
        final AtomicInteger attempts = new AtomicInteger();

        @UnitOfWork
        void close() {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException(new SQLException("Deadlock found", "40001", 1213));
            }
        }
    }
}
