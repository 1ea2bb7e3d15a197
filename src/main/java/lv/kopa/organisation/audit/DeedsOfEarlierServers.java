package lv.kopa.organisation.audit;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import lv.kopa.database.UnitOfWork;

/**
 * Says whose deeds are that a server of an earlier release records without, while servers are renewed one by one. It may go
 * once nobody comes from a release that did not write it.
 */
@Singleton
public class DeedsOfEarlierServers {
    private static final Duration REACH = Duration.ofDays(1);

    private final AuditRepository entries;
    private final Clock clock;

    DeedsOfEarlierServers(AuditRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @Scheduled(cron = "0 10 * * * ?")
    @UnitOfWork
    public void attribute() {
        entries.attribute(clock.instant().minus(REACH));
    }
}
