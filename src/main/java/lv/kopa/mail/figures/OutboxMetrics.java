package lv.kopa.mail.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says whether mail flows. Looks into the outbox beforehand, not when asked, since that is on a thread of the network. */
@Singleton
public class OutboxMetrics {
    private static final double MILLIS_PER_SECOND = 1000;
    private final FiguresRepository repository;
    private final Clock clock;
    private final Counter sent;
    private final Counter failed;
    private final Counter outages;
    private volatile long waiting;
    private volatile @Nullable Instant oldest;
    private volatile long failedByNow;

    OutboxMetrics(FiguresRepository repository, Clock clock, MeterRegistry registry) {
        this.repository = repository;
        this.clock = clock;
        this.sent = registry.counter("kopa.mail.sent");
        this.failed = registry.counter("kopa.mail.failed");
        this.outages = registry.counter("kopa.mail.outages");
        Gauge.builder("kopa.mail.waiting", () -> waiting).register(registry);
        Gauge.builder("kopa.mail.waiting.age", this::ageInSeconds)
                .baseUnit("seconds")
                .register(registry);
    }

    public void sent() {
        sent.increment();
    }

    public void failed() {
        failed.increment();
    }

    public void outage() {
        outages.increment();
    }

    public double outages() {
        return outages.count();
    }

    @Scheduled(fixedDelay = "${kopa.mail.metrics.interval}", initialDelay = "${kopa.mail.metrics.interval}")
    public void look() {
        Waiting now = repository.waiting();
        waiting = now.mails();
        oldest = now.oldest();
        failedByNow = now.failed();
    }

    long waiting() {
        return waiting;
    }

    /** How many mails in the outbox have failed and were not tried again. */
    long failedByNow() {
        return failedByNow;
    }

    double ageInSeconds() {
        Instant since = oldest;
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / MILLIS_PER_SECOND;
    }
}
