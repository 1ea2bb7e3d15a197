package lv.kopa.web.idempotency;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.web.Token;

/** Remembers for a day what was sent and how it was answered. */
@Singleton
class Submissions {
    private static final Duration MEMORY = Duration.ofHours(24);

    /** Longer than any request takes, so that whoever holds it past that is dead. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SubmissionRepository rows;
    private final Clock clock;

    Submissions(SubmissionRepository rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Begins, or finds the answer that was given before.
     *
     * @return the attempt that is now to be made, or that answer
     * @throws KeyReused where the key was sent with another body
     * @throws StillWorking where the same is being worked on already
     */
    @UnitOfWork
    public Beginning begin(Submission submission, Seal seal) {
        Instant now = clock.instant();
        Attempt attempt = new Attempt(submission, seal, Token.random().secret());
        Instant until = now.plus(LEASE);
        if (rows.begin(submission.hash(), seal.fingerprint(), attempt.lease(), until, now) == 1) {
            return new Beginning(Optional.of(attempt), Optional.empty());
        }
        SubmissionRow row = rows.findById(submission.hash()).orElseThrow(StillWorking::new);
        if (row.beganAt().plus(MEMORY).isAfter(now)) {
            if (!row.fingerprint().equals(seal.fingerprint())) {
                throw new KeyReused();
            }
            if (row.isAnswered()) {
                return new Beginning(Optional.empty(), Optional.of(Answer.of(seal.open(row.answer()))));
            }
            if (row.leasedUntil().isAfter(now)) {
                throw new StillWorking();
            }
        }
        if (rows.takeOver(submission.hash(), row.lease(), seal.fingerprint(), attempt.lease(), until, now) == 0) {
            throw new StillWorking();
        }
        return new Beginning(Optional.of(attempt), Optional.empty());
    }

    @UnitOfWork
    public void finish(Attempt attempt, Answer answer) {
        rows.finish(attempt.submission().hash(), attempt.lease(), attempt.seal().close(answer.bytes()));
    }

    /** Lets the same key be sent again, as if it had not been. */
    @UnitOfWork
    public void giveUp(Attempt attempt) {
        rows.giveUp(attempt.submission().hash(), attempt.lease());
    }

    @Scheduled(cron = "0 40 3 * * ?")
    void forget() {
        Instant before = clock.instant().minus(MEMORY);
        while (rows.deleteSome(before) > 0) {
            // some at a time, so that nobody waits for a long deletion
        }
    }

    /** Exactly one of both. */
    record Beginning(Optional<Attempt> attempt, Optional<Answer> given) {}
}
