package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait after a failure; a little more or less each time, lest all that failed together come back together. */
@Singleton
class BackOff {
    private static final double JITTER = 0.2;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;
    private static final Duration LONGEST_IN_DOUBT = Duration.ofMinutes(30);
    private static final Duration YOUTH = Duration.ofDays(3);

    private final List<Duration> waits;
    private final Duration longestOutage;
    private final Clock clock;

    BackOff(PostmanSettings settings, Clock clock) {
        this.waits = settings.backOff();
        this.longestOutage = settings.longestOutage();
        this.clock = clock;
    }

    /** Until the next attempt with a mail that failed that many times; empty when it is to be given up. */
    Optional<Duration> afterFailures(int failures) {
        return failures > waits.size() ? Optional.empty() : Optional.of(shaken(waits.get(failures - 1)));
    }

    /** The same while that is soon, for a mail that may not be to blame; later ones cost it nothing. */
    Optional<Duration> briefly(int failures) {
        return failures > waits.size()
                ? Optional.empty()
                : Optional.of(waits.get(failures - 1))
                        .filter(wait -> wait.compareTo(LONGEST_IN_DOUBT) < 0)
                        .map(BackOff::shaken);
    }

    /** From then on, until the next; empty when it has been in the outbox for so long that it is to be given up. */
    Optional<Duration> whileYoung(Instant since) {
        return clock.instant().isBefore(since.plus(YOUTH)) ? Optional.of(shaken(LONGEST_IN_DOUBT)) : Optional.empty();
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
