package lv.kopa.registration.delegation;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.LongConsumer;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.registration.Turning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends delegations whose date has come, and reminds heads of what is empty; on as many servers as there are. */
@Singleton
class Deadlines {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private final DelegationRepository repository;
    private final Watch watch;
    private final Foresight foresight;

    Deadlines(DelegationRepository repository, Watch watch, Foresight foresight) {
        this.repository = repository;
        this.watch = watch;
        this.foresight = foresight;
    }

    /** Whatever was missed while no server ran is made up for. */
    @Scheduled(fixedDelay = "${kopa.delegation.interval}", initialDelay = "${kopa.delegation.interval}")
    void look() {
        Instant now = foresight.now();
        repository.due(now).forEach(id -> attempt(id, watch::end));
        repository.unreminded(now, now.plus(foresight.ahead())).forEach(id -> attempt(id, watch::remind));
    }

    private static void attempt(long id, LongConsumer deed) {
        try {
            deed.accept(id);
        } catch (RuntimeException fault) {
            LOG.warn("A delegation could not be seen to; it is tried again", fault);
        }
    }

    /** One delegation at a time, so that one failure is not that of all. */
    @Singleton
    @UnitOfWork
    static class Watch {
        private final DelegationRepository repository;
        private final AllotmentRepository allotments;
        private final Closing closing;
        private final Places places;
        private final Sight sight;

        Watch(
                DelegationRepository repository,
                AllotmentRepository allotments,
                Closing closing,
                Places places,
                Sight sight) {
            this.repository = repository;
            this.allotments = allotments;
            this.closing = closing;
            this.places = places;
            this.sight = sight;
        }

        /** Events, who waits for them, and who writes. */
        @Singleton
        record Sight(Turning turning, DelegationMail mail, Foresight foresight) {}

        /** Ends one whose date has come, unless another server was faster; those who wait move up. */
        void end(long id) {
            Delegation delegation = lock(id);
            EventDetails event = sight.turning().event(delegation.eventId());
            if (closing.endIfDue(delegation, event, sight.foresight().now())) {
                sight.turning().promote(event);
            }
        }

        void remind(long id) {
            Delegation delegation = lock(id);
            EventDetails event = sight.turning().event(delegation.eventId());
            Instant now = sight.foresight().now();
            if (delegation.isFillable(event.event(), now) && repository.noteReminded(id, now) == 1) {
                sight.mail().reminder(event, delegation, allotments.of(id));
            }
        }

        private Delegation lock(long id) {
            places.lock(
                    repository.findById(id).orElseThrow(UnknownDelegation::new).eventId());
            return repository.lock(id).orElseThrow(UnknownDelegation::new);
        }
    }
}
