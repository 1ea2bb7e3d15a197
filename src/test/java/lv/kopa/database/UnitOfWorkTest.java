package lv.kopa.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
final class UnitOfWorkTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final ApplicationContext context = ApplicationContext.run(database.settings());
    private final Shelf shelf = context.getBean(Shelf.class);
    private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    private final ExecutorService people = Executors.newFixedThreadPool(2);

    @BeforeEach
    void putTwoJarsOnTheShelf() {
        database.execute(Shelf.TABLE, "INSERT INTO jar VALUES (1, 0), (2, 0)");
    }

    @AfterEach
    void close() {
        people.shutdown();
        context.close();
    }

    @Test
    void ofTwoInADeadlockTheOneBrokenOffIsTriedAgain() throws SQLException {
        List<Throwable> failures = together(
                meet -> shelf.fill(1, 2, meet), // first this jar, then that
                meet -> shelf.fill(2, 1, meet));

        assertThat(failures).isEmpty();
        assertThat(shelf.attempts).hasValue(3);
        assertThat(counts()).containsExactly(2, 2);
    }

    @Test
    void withoutRetriesADeadlockFailsOneOfTheTwo() throws SQLException {
        List<Throwable> failures =
                together(meet -> shelf.fillWithoutRetries(1, 2, meet), meet -> shelf.fillWithoutRetries(2, 1, meet));

        assertThat(failures).hasSize(1);
        assertThat(counts()).containsExactly(1, 1);
    }

    @Test
    void theOuterUnitIsTriedAgainAsAWholeAndNotTheInnerAlone() throws SQLException {
        shelf.fillAndClose(1);

        assertThat(shelf.attempts).hasValue(2);
        assertThat(context.getBean(Shelf.Lid.class).attempts).hasValue(2);
        assertThat(counts()).containsExactly(1, 0);
    }

    private List<Throwable> together(Consumer<Runnable> one, Consumer<Runnable> other) {
        var failures = new ArrayList<Throwable>();
        for (var each : List.of(inBackground(one), inBackground(other))) {
            try {
                each.join();
            } catch (CompletionException e) {
                failures.add(e);
            }
        }
        return failures;
    }

    /** Both meet once, each with its first jar in hand; an attempt after that goes straight on. */
    private CompletableFuture<Void> inBackground(Consumer<Runnable> deed) {
        var met = new AtomicBoolean();
        return CompletableFuture.runAsync(
                () -> deed.accept(() -> {
                    if (met.compareAndSet(false, true)) {
                        meet();
                    }
                }),
                people);
    }

    private void meet() {
        try {
            bothHoldOne.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Integer> counts() throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery("SELECT count FROM jar ORDER BY id")) {
            var counts = new ArrayList<Integer>();
            while (rows.next()) {
                counts.add(rows.getInt(1));
            }
            return counts;
        }
    }
}
