package lv.kopa.feedback.answer;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import lv.kopa.database.UnitOfWork;
import lv.kopa.feedback.Terms;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;

/**
 * Takes names off what people said of an event, once nobody needs to ask them back: some months after it. What was said
 * stays, as it does where it was asked without names, since the results and the report of the event rest on it. Of how many
 * sheets that was done is recorded.
 */
@Singleton
class NamesKept {
    private final Removal removal;
    private final AnswerRepository repository;
    private final Clock clock;

    NamesKept(Removal removal, AnswerRepository repository, Clock clock) {
        this.removal = removal;
        this.repository = repository;
        this.clock = clock;
    }

    @Scheduled(cron = "0 55 3 * * ?")
    void removeOld() {
        Instant before = clock.instant()
                .atZone(ZoneOffset.UTC)
                .minusMonths(Terms.MONTHS_OF_NAMES)
                .toInstant();
        repository.eventsWithOldNames(before).forEach(removal::remove);
    }

    /** One event at a time. */
    @Singleton
    @UnitOfWork
    static class Removal {
        private final AnswerRepository repository;
        private final Audit audit;

        Removal(AnswerRepository repository, Audit audit) {
            this.repository = repository;
            this.audit = audit;
        }

        void remove(long event) {
            long sheets = repository.unnameAll(event);
            if (sheets > 0) {
                audit.record(new Deed(Deed.SYSTEM, "event", event, "feedback-unnamed", Long.toString(sheets)));
            }
        }
    }
}
