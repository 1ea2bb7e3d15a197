package lv.kopa.registration.answer;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;

/**
 * Deletes answers to sensitive questions when nobody needs them any longer: some days after the event, and a day after a
 * registration was given up or declined, when nobody can take that back any more. How many were deleted is recorded.
 */
@Singleton
class SecretsKept {
    private static final Duration AFTER_GIVING_UP = Duration.ofDays(1);

    private final Deletion deletion;
    private final AnswerRepository repository;
    private final Clock clock;
    private final Duration afterEvent;

    SecretsKept(
            Deletion deletion,
            AnswerRepository repository,
            Clock clock,
            @Value("${kopa.answers.keep-sensitive}") Duration afterEvent) {
        this.deletion = deletion;
        this.repository = repository;
        this.clock = clock;
        this.afterEvent = afterEvent;
    }

    @Scheduled(cron = "0 50 3 * * ?")
    void deleteOld() {
        Instant now = clock.instant();
        repository
                .eventsWithOldSecrets(now.minus(afterEvent), now.minus(AFTER_GIVING_UP))
                .forEach(event -> deletion.delete(event, now.minus(afterEvent), now.minus(AFTER_GIVING_UP)));
    }

    /** One event at a time. */
    @Singleton
    @UnitOfWork
    static class Deletion {
        private final AnswerRepository repository;
        private final AnswerFiles files;
        private final Audit audit;

        Deletion(AnswerRepository repository, AnswerFiles files, Audit audit) {
            this.repository = repository;
            this.files = files;
            this.audit = audit;
        }

        void delete(long event, Instant endedBefore, Instant givenUpBefore) {
            List<Long> given = repository.filesOfOldSecrets(event, endedBefore, givenUpBefore);
            long deleted = repository.deleteOldSecrets(event, endedBefore, givenUpBefore);
            given.forEach(files::delete);
            if (deleted > 0) {
                audit.record(List.of(
                        new Deed(Deed.SYSTEM, "event", event, "sensitive-answers-deleted", Long.toString(deleted))));
            }
        }
    }
}
