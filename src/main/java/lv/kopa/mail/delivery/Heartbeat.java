package lv.kopa.mail.delivery;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/** Renews the leases while the postman is busy, so that a slow mail server is no reason for another to take over. */
@Singleton
class Heartbeat {
    private static final int BEATS_PER_LEASE = 4;
    private final Claims claims;
    private final PostmanSettings settings;
    private final TaskScheduler scheduler;
    private @Nullable ScheduledFuture<?> beats;

    Heartbeat(Claims claims, PostmanSettings settings, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.claims = claims;
        this.settings = settings;
        this.scheduler = scheduler;
    }

    @EventListener
    void start(StartupEvent started) {
        Duration pause = settings.lease().dividedBy(BEATS_PER_LEASE);
        beats = scheduler.scheduleWithFixedDelay(pause, pause, claims::renew);
    }

    @PreDestroy
    void stop() {
        if (beats != null) {
            beats.cancel(false);
        }
    }
}
