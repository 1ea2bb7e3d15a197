package lv.kopa.registration.confirmation;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import lv.kopa.registration.hold.AddressHolds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what was held too long; on as many servers as there are, since each registration is ended once. */
@Singleton
class HoldKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(HoldKeeper.class);

    private final AddressHolds holds;
    private final Confirmations confirmations;
    private final Clock clock;

    HoldKeeper(AddressHolds holds, Confirmations confirmations, Clock clock) {
        this.holds = holds;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "${kopa.confirmation.interval}", initialDelay = "${kopa.confirmation.interval}")
    void endOverdue() {
        for (long registration : holds.overdue(clock.instant())) {
            try {
                confirmations.end(registration);
            } catch (RuntimeException fault) {
                LOG.warn("A registration that nobody confirmed could not be ended; it is tried again", fault);
            }
        }
    }
}
