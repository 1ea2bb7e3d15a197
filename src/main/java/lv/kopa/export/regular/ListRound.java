package lv.kopa.export.regular;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for lists that are to be mailed by now. */
@Singleton
class ListRound {
    private static final Logger LOG = LoggerFactory.getLogger(ListRound.class);

    private final ListOrderRepository repository;
    private final ListMail mail;
    private final Clock clock;

    ListRound(ListOrderRepository repository, ListMail mail, Clock clock) {
        this.repository = repository;
        this.mail = mail;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "${kopa.reminders.interval}", initialDelay = "${kopa.reminders.interval}")
    void go() {
        for (long order : repository.due(clock.instant())) {
            try {
                mail.send(order);
            } catch (RuntimeException fault) {
                LOG.warn("List {} could not be sent; it is tried again", order, fault);
            }
        }
    }
}
