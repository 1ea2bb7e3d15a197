package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import lv.kopa.mail.MailState;
import lv.kopa.mail.OutboxRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of a mail. */
@Singleton
class Notes {
    private static final Logger LOG = LoggerFactory.getLogger(Notes.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final int TRIES_WHEN_STOPPING = 10;

    private final Claims claims;
    private final BackOff backOff;
    private final OutboxMetrics metrics;
    private final StopSignal stop;
    private final Clock clock;

    Notes(Claims claims, BackOff backOff, OutboxMetrics metrics, StopSignal stop, Clock clock) {
        this.claims = claims;
        this.backOff = backOff;
        this.metrics = metrics;
        this.stop = stop;
        this.clock = clock;
    }

    void write(OutboxRow row, Answer answer) {
        switch (answer.verdict()) {
            case TAKEN -> {
                insist(row, () -> claims.sent(row.number(), answer.words()));
                metrics.sent();
            }
            case REFUSED -> fail(row, answer);
            case LATER -> postpone(row, answer);
        }
    }

    void outage() {
        metrics.outage();
    }

    private void fail(OutboxRow row, Answer answer) {
        LOG.warn("Mail {} of the outbox has failed after {} attempts", row.id(), row.attempts() + 1);
        insist(row, () -> claims.unsent(row.number(), MailState.FAILED, row.nextAttemptAt(), answer.words()));
        metrics.failed();
    }

    private void postpone(OutboxRow row, Answer answer) {
        Optional<Duration> wait = backOff.afterFailures(row.attempts() + 1);
        if (wait.isEmpty()) {
            fail(row, answer);
            return;
        }
        LOG.info("Mail {} of the outbox was not taken and will be tried again in {}", row.id(), wait.get());
        Instant next = clock.instant().plus(wait.get());
        insist(row, () -> claims.unsent(row.number(), MailState.WAITING, next, answer.words()));
    }

    /** A mail that was taken but not noted would go out again: the database may be away for a while, we wait for it. */
    private void insist(OutboxRow row, Runnable note) {
        int triesLeft = TRIES_WHEN_STOPPING;
        while (true) {
            try {
                note.run();
                return;
            } catch (RuntimeException e) {
                LOG.warn(
                        "The database does not take the note about mail {} ({})",
                        row.id(),
                        e.getClass().getName());
                if (stop.isGiven() && --triesLeft == 0) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }
}
