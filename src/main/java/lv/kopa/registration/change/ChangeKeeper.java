package lv.kopa.registration.change;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees that people hear of changes in time; on as many servers as there are, since each takes them over once. */
@Singleton
class ChangeKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeKeeper.class);

    private final Changes changes;
    private final ChangeTeller teller;

    ChangeKeeper(Changes changes, ChangeTeller teller) {
        this.changes = changes;
        this.teller = teller;
    }

    @Scheduled(fixedDelay = "${kopa.changes.interval}", initialDelay = "${kopa.changes.interval}")
    void tellDue() {
        for (long event : changes.due()) {
            try {
                teller.tell(event);
            } catch (RuntimeException fault) {
                LOG.warn("The people of an event could not be told what changed; it is tried again", fault);
            }
        }
    }
}
