package lv.kopa.registration.waiting;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import lv.kopa.registration.offer.PlaceOffers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends offers that nobody answered; on as many servers as there are, since each offer ends once. */
@Singleton
class OfferKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(OfferKeeper.class);

    private final PlaceOffers offers;
    private final Offering offering;
    private final Clock clock;

    OfferKeeper(PlaceOffers offers, Offering offering, Clock clock) {
        this.offers = offers;
        this.offering = offering;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "${kopa.offers.interval}", initialDelay = "${kopa.offers.interval}")
    void endOverdue() {
        for (long registration : offers.overdue(clock.instant())) {
            try {
                offering.runOut(registration);
            } catch (RuntimeException fault) {
                LOG.warn("An offer that nobody answered could not be ended; it is tried again", fault);
            }
        }
    }
}
