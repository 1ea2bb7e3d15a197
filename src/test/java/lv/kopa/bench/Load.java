package lv.kopa.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Many who do the same thing again and again. */
final class Load {
    private final int clients;

    Load(int clients) {
        this.clients = clients;
    }

    /** One of them. */
    interface Client extends AutoCloseable {
        /** Does it once; says whether there is more to do. */
        boolean act(int number) throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** How often in a second they get it done, as often as it is to be done. */
    double perSecond(int times, Callable<Client> arriving) throws Exception {
        AtomicInteger next = new AtomicInteger();
        return run(arriving, () -> next.getAndIncrement(), number -> number < times);
    }

    /** How often in a second they get it done, for that long. */
    double perSecond(Duration time, Callable<Client> arriving) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        AtomicInteger next = new AtomicInteger();
        return run(arriving, () -> next.getAndIncrement(), number -> System.nanoTime() < end);
    }

    private interface Go {
        boolean on(int number);
    }

    private double run(Callable<Client> arriving, Callable<Integer> next, Go go) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<Integer>> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit(() -> work(arriving, next, go)));
        }
        int done = 0;
        for (Future<Integer> each : running) {
            done += each.get();
        }
        threads.shutdown();
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private static int work(Callable<Client> arriving, Callable<Integer> next, Go go) throws Exception {
        int done = 0;
        try (Client client = arriving.call()) {
            for (int number = next.call(); go.on(number); number = next.call()) {
                boolean more = client.act(number);
                done++;
                if (!more) {
                    break;
                }
            }
        }
        return done;
    }
}
