package lv.kopa.database;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where people who do the same meet once each has looked and before anybody writes. So what a guard is there for is
 * certain to happen where it is taken away, and not only likely.
 */
public final class Meeting {
    private volatile CountDownLatch missing = new CountDownLatch(0);

    /** From now on nobody goes on before so many have come. */
    public void expect(int people) {
        missing = new CountDownLatch(people);
    }

    /** Waits for the others; whoever comes again, or later, does not. */
    public void join() {
        missing.countDown();
        try {
            if (!missing.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException(missing.getCount() + " never came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
