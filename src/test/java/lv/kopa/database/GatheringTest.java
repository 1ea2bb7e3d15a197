package lv.kopa.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done together, what alone, and who waits for whom. */
final class GatheringTest {
    private static final String HOLD = "hold";

    private final CountDownLatch held = new CountDownLatch(1);
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final List<List<String>> groups = new CopyOnWriteArrayList<>();
    private final List<String> alone = new CopyOnWriteArrayList<>();
    private volatile Function<List<String>, List<String>> together = things -> things;

    private final Gathering<String, String> gathering =
            new Gathering<>("gathering", GatheringTest::subject, this::together, this::alone);

    @AfterEach
    void end() {
        held.countDown();
        people.shutdown();
        gathering.close();
    }

    @Test
    void whatComesAloneIsDoneAtOnce() throws Exception {
        assertThat(ask("1 a").get(5, SECONDS)).isEqualTo("1 a");
        assertThat(groups).containsExactly(List.of("1 a"));
    }

    @Test
    void whatComesWhileSomethingIsDoneIsDoneTogetherNextAndInTheOrderItCame() throws Exception {
        CompletableFuture<String> first = hold("1");
        List<CompletableFuture<String>> next = line(5);
        held.countDown();
        assertThat(first.get(5, SECONDS)).isEqualTo("1 hold");
        for (int i = 0; i < 5; i++) {
            assertThat(next.get(i).get(5, SECONDS)).isEqualTo("1 " + i);
        }
        assertThat(groups).containsExactly(List.of("1 hold"), List.of("1 0", "1 1", "1 2", "1 3", "1 4"));
        assertThat(alone).isEmpty();
    }

    @Test
    void aGroupHasAnEnd() throws Exception {
        CompletableFuture<String> first = hold("1");
        List<CompletableFuture<String>> next = line(40);
        held.countDown();
        first.get(5, SECONDS);
        for (CompletableFuture<String> each : next) {
            each.get(5, SECONDS);
        }
        assertThat(groups).extracting(List::size).containsExactly(1, 16, 16, 8);
    }

    @Test
    void aSubjectThatIsHeldKeepsItsOwnPeopleWaitingAndNobodyElse() throws Exception {
        CompletableFuture<String> first = hold("1");
        List<CompletableFuture<String>> sameSubject = line(5);
        assertThat(ask("2 a").get(5, SECONDS)).isEqualTo("2 a");
        assertThatThrownBy(() -> first.get(0, SECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(sameSubject).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void whatCannotBeDoneTogetherIsDoneAlone() throws Exception {
        together = things -> {
            throw new IllegalStateException("one of them cannot be done");
        };
        assertThat(ask("1 a").get(5, SECONDS)).isEqualTo("alone 1 a");
    }

    @Test
    void whatCannotBeDoneAloneEitherFailsForWhoAskedForIt() {
        together = things -> {
            throw new IllegalStateException("one of them cannot be done");
        };
        assertThatThrownBy(() -> ask("1 impossible").get(5, SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("impossible");
    }

    @Test
    void aLockThatIsNotHadInTimeSendsEachToWaitAlone() throws Exception {
        together = things -> {
            throw new DataAccessException("broken off", new SQLException("Lock wait timeout", "HY000", 1205));
        };
        assertThat(ask("1 a").get(5, SECONDS)).isEqualTo("alone 1 a");
    }

    @Test
    void anOutageIsToldToAllWhoStandInLine() throws Exception {
        CompletableFuture<String> first = hold("1");
        List<CompletableFuture<String>> next = line(20);
        together = things -> {
            throw new DataAccessException("gone", new SQLTransientConnectionException("the database is gone"));
        };
        held.countDown();
        first.get(5, SECONDS);
        assertThat(next)
                .allSatisfy(each ->
                        assertThatThrownBy(() -> each.get(5, SECONDS)).hasRootCauseMessage("the database is gone"));
        assertThat(groups).as("nobody asked it again").hasSize(2);
        assertThat(alone).isEmpty();
    }

    @Test
    void aConnectionThatBreaksIsNoReasonForThoseInLineToFail() throws Exception {
        CompletableFuture<String> first = hold("1");
        List<CompletableFuture<String>> next = line(17);
        together = things -> {
            if (things.size() > 1) {
                throw new DataAccessException("gone", new SQLException("Connection was killed", "70100", 1927));
            }
            return things;
        };
        held.countDown();
        first.get(5, SECONDS);
        assertThatThrownBy(() -> next.get(0).get(5, SECONDS)).hasRootCauseMessage("Connection was killed");
        assertThat(next.get(16).get(5, SECONDS)).isEqualTo("1 16");
    }

    @Test
    void nobodyIsForgottenWhateverBreaks() throws Exception {
        together = things -> {
            throw new StackOverflowError();
        };
        assertThat(ask("1 a").get(5, SECONDS)).isEqualTo("alone 1 a");
        together = things -> things;
        assertThat(ask("1 b").get(5, SECONDS)).isEqualTo("1 b");
    }

    @Test
    void whoComesAfterTheEndIsServedAlone() throws Exception {
        CompletableFuture<String> first = hold("1");
        CompletableFuture<String> inLine = askInTurn("1 a", 1);
        gathering.close();
        assertThat(ask("2 b").get(5, SECONDS)).isEqualTo("alone 2 b");
        held.countDown();
        assertThat(first.get(5, SECONDS)).isEqualTo("1 hold");
        assertThat(inLine.get(5, SECONDS)).isEqualTo("alone 1 a");
    }

    private static Long subject(String thing) {
        return Long.valueOf(thing.replaceAll(" .*", ""));
    }

    private List<String> together(List<String> things) {
        groups.add(things);
        if (things.get(0).endsWith(HOLD)) {
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return things;
        }
        return together.apply(things);
    }

    private String alone(String thing) {
        alone.add(thing);
        if (thing.endsWith("impossible")) {
            throw new IllegalStateException("impossible");
        }
        return "alone " + thing;
    }

    private CompletableFuture<String> ask(String thing) {
        return CompletableFuture.supplyAsync(() -> gathering.ask(thing), people);
    }

    private CompletableFuture<String> hold(String subject) {
        CompletableFuture<String> holding = ask(subject + " " + HOLD);
        await().until(() -> groups.size() == 1);
        return holding;
    }

    /** People who ask about the held subject, one after another. */
    private List<CompletableFuture<String>> line(int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> askInTurn("1 " + i, i + 1))
                .toList();
    }

    private CompletableFuture<String> askInTurn(String thing, int length) {
        CompletableFuture<String> asked = ask(thing);
        await().until(() -> gathering.waiting() == length);
        return asked;
    }
}
