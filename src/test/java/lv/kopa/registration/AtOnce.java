package lv.kopa.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many who want something in the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** What each of them got, in no order of time. */
    public static <T> List<T> of(int people, IntFunction<T> deed) {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> deeds = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                int person = i;
                deeds.add(threads.submit(() -> {
                    start.await();
                    return deed.apply(person);
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> each : deeds) {
                results.add(each.get());
            }
            return results;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
