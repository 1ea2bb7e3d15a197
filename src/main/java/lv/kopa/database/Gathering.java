package lv.kopa.database;

import io.micronaut.data.exceptions.DataAccessException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has what is asked for at the same moment done in one transaction, which costs the database little more than one of
 * the things does. Nothing waits to find company: what comes while other things are being done is done together next.
 *
 * <p>Things about the same subject, whose row all of them lock, are in the hands of one thread at a time. So a row that
 * somebody holds for long keeps one thread waiting, with whatever it took in hand together, and leaves the others for
 * what comes then.
 *
 * @param <T> what is asked for
 * @param <R> what comes of it
 */
public final class Gathering<T, R> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
    private static final int THREADS = 3;
    private static final int MOST_TOGETHER = 16;

    private final Function<T, Long> subject;
    private final Function<List<T>, List<R>> together;
    private final Function<T, R> alone;
    private final ExecutorService threads;

    @SuppressWarnings("JdkObsolete") // much is taken out of its middle
    private final List<Asked<T, R>> line = new LinkedList<>();

    private final Set<Long> subjectsInHand = new HashSet<>();

    /**
     * @param name of the threads
     * @param subject the id of the row that all things about it lock
     * @param together does all of them, in their order, or none: a failure sends each to be done alone
     * @param alone does one, on the thread of whoever asked
     */
    public Gathering(
            String name, Function<T, Long> subject, Function<List<T>, List<R>> together, Function<T, R> alone) {
        this.subject = subject;
        this.together = together;
        this.alone = alone;
        this.threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The answer is what whoever asked is to do next: take what came of it, fail, or try alone. */
    private record Asked<T, R>(T thing, Long subject, CompletableFuture<Supplier<R>> answer) {}

    /**
     * Does the thing, with others or alone.
     *
     * @throws DataAccessException if the database was not there when it was to be done with others
     * @throws RuntimeException whatever doing it alone throws
     */
    public R ask(T thing) {
        Asked<T, R> asked = new Asked<>(thing, subject.apply(thing), new CompletableFuture<>());
        synchronized (line) {
            line.add(asked);
        }
        callThread();
        return asked.answer().join().get();
    }

    /** How many things are waited for that nobody has in hand. */
    int waiting() {
        synchronized (line) {
            return line.size();
        }
    }

    private void work() {
        List<Asked<T, R>> group = next();
        if (!group.isEmpty()) {
            try {
                answer(group);
            } finally {
                leaveAlone(group);
                letGo(group);
            }
        }
    }

    private List<Asked<T, R>> next() {
        List<Asked<T, R>> group = new ArrayList<>();
        synchronized (line) {
            for (Iterator<Asked<T, R>> each = line.iterator(); each.hasNext() && group.size() < MOST_TOGETHER; ) {
                Asked<T, R> asked = each.next();
                if (!subjectsInHand.contains(asked.subject())) {
                    group.add(asked);
                    each.remove();
                }
            }
            group.forEach(asked -> subjectsInHand.add(asked.subject()));
        }
        return group;
    }

    private void answer(List<Asked<T, R>> group) {
        try {
            List<R> results = together.apply(group.stream().map(Asked::thing).toList());
            for (int i = 0; i < results.size(); i++) {
                R result = results.get(i);
                group.get(i).answer().complete(() -> result);
            }
        } catch (RuntimeException | Error failure) {
            LOG.debug("{} are left alone", group.size(), failure);
            if (Outage.isBehind(failure) && !Retries.isBrokenOff(failure)) {
                tell(failure, group);
                if (Outage.isForAll(failure)) {
                    tell(failure, everybody());
                }
            }
        }
    }

    private void tell(Throwable outage, Collection<Asked<T, R>> all) {
        all.forEach(asked -> asked.answer().complete(() -> {
            throw new DataAccessException("The database was not there for several who came together", outage);
        }));
    }

    /** Whoever stands in line would meet the same outage, each after another wait. */
    private List<Asked<T, R>> everybody() {
        synchronized (line) {
            List<Asked<T, R>> all = List.copyOf(line);
            line.clear();
            return all;
        }
    }

    private void leaveAlone(List<Asked<T, R>> group) {
        group.forEach(asked -> asked.answer().complete(() -> alone.apply(asked.thing())));
    }

    private void letGo(List<Asked<T, R>> group) {
        synchronized (line) {
            group.forEach(asked -> subjectsInHand.remove(asked.subject()));
            if (!line.isEmpty()) {
                callThread();
            }
        }
    }

    private void callThread() {
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException closed) {
            leaveAlone(everybody());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
