package lv.kopa.registration.minor;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import lv.kopa.registration.Telling;
import lv.kopa.registration.guardian.Guardians;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks guardians again, once, some days before the event, who have not answered. */
@Singleton
class GuardianReminders {
    private static final Logger LOG = LoggerFactory.getLogger(GuardianReminders.class);

    /** Whoever was asked only now needs no reminder yet. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Guardians guardians;
    private final Consenting consenting;
    private final Telling telling;
    private final Duration ahead;

    GuardianReminders(
            Guardians guardians,
            Consenting consenting,
            Telling telling,
            @Value("${kopa.guardians.remind}") Duration ahead) {
        this.guardians = guardians;
        this.consenting = consenting;
        this.telling = telling;
        this.ahead = ahead;
    }

    /** Whatever was missed while no server ran is made up for. */
    @Scheduled(fixedDelay = "${kopa.guardians.interval}", initialDelay = "${kopa.guardians.interval}")
    void remind() {
        Instant now = telling.now();
        for (long registration : guardians.silent(now.minus(PATIENCE), now, now.plus(ahead))) {
            try {
                consenting.remind(registration, now);
            } catch (RuntimeException fault) {
                LOG.warn("A guardian could not be reminded; it is tried again", fault);
            }
        }
    }
}
