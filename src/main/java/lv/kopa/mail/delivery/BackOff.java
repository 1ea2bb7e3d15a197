package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait after a failure; a little more or less each time, lest all that failed together come back together. */
@Singleton
class BackOff {
    private static final double JITTER = 0.2;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    private final List<Duration> waits;
    private final Duration longestOutage;

    BackOff(PostmanSettings settings) {
        this.waits = settings.backOff();
        this.longestOutage = settings.longestOutage();
    }

    /** Until the next attempt with a mail that failed that many times; empty when it is to be given up. */
    Optional<Duration> afterFailures(int failures) {
        return failures > waits.size() ? Optional.empty() : Optional.of(shaken(waits.get(failures - 1)));
    }

    /** Until the next call to a mail server that could not be reached that many times in a row. */
    Duration afterOutages(int outages) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(outages, MOST_DOUBLINGS));
        return shaken(doubled.compareTo(longestOutage) < 0 ? doubled : longestOutage);
    }

    private static Duration shaken(Duration wait) {
        double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        return Duration.ofNanos((long) (wait.toNanos() * factor));
    }
}
