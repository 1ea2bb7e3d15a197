package lv.kopa.mail.server;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/**
 * Cuts the wire when something takes too long. Time-outs do not do that: a server that sends a byte a second keeps to all
 * of them. This one has little patience, for where somebody waits.
 */
@Singleton
public class Watch {
    private static final Duration BRIEF = Duration.ofSeconds(20);

    private final TaskScheduler scheduler;
    private final Duration longest;

    @Inject
    Watch(@Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this(scheduler, BRIEF);
    }

    private Watch(TaskScheduler scheduler, Duration longest) {
        this.scheduler = scheduler;
        this.longest = longest;
    }

    /** One with other patience. */
    public Watch lasting(Duration duration) {
        return new Watch(scheduler, duration);
    }

    /** How long something may take. */
    public Duration longest() {
        return longest;
    }

    /** Watches until it is closed, and cuts again whatever is laid anew meanwhile. */
    public Hand over(Wire wire) {
        ScheduledFuture<?> cut = scheduler.scheduleWithFixedDelay(longest, longest, wire::cut);
        return () -> cut.cancel(false);
    }

    /** Held over the wire. */
    public interface Hand extends AutoCloseable {
        @Override
        void close();
    }
}
