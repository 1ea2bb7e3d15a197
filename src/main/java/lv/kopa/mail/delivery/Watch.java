package lv.kopa.mail.delivery;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import lv.kopa.mail.server.Wire;

/**
 * Cuts the wire when something takes too long. Time-outs do not do that: a server that sends a byte a second keeps to all
 * of them.
 */
@Singleton
class Watch {
    private static final Duration BRIEF = Duration.ofSeconds(20);

    private final TaskScheduler scheduler;
    private final Duration longest;

    @Inject
    Watch(MailSettings settings, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this(settings.longestMail(), scheduler);
    }

    private Watch(Duration longest, TaskScheduler scheduler) {
        this.scheduler = scheduler;
        this.longest = longest;
    }

    /** One with less patience, for where somebody waits. */
    Watch brief() {
        return new Watch(BRIEF, scheduler);
    }

    /** How long a mail may take. */
    Duration longest() {
        return longest;
    }

    /** Watches until it is closed. */
    Hand over(Wire wire) {
        ScheduledFuture<?> cut = scheduler.schedule(longest, wire::cut);
        return () -> cut.cancel(false);
    }

    /** Held over the wire. */
    interface Hand extends AutoCloseable {
        @Override
        void close();
    }
}
