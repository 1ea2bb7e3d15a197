package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.figures.OutboxMetrics;
import lv.kopa.mail.server.ServerOutages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of a mail. */
@Singleton
class Notes {
    private static final Logger LOG = LoggerFactory.getLogger(Notes.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration BEHIND = Duration.ofMinutes(1);
    private static final int TRIES_WHEN_STOPPING = 10;

    private final Claims claims;
    private final BackOff backOff;
    private final OutboxMetrics metrics;
    private final ServerOutages outages;
    private final StopSignal stop;

    Notes(Claims claims, BackOff backOff, OutboxMetrics metrics, ServerOutages outages, StopSignal stop) {
        this.claims = claims;
        this.backOff = backOff;
        this.metrics = metrics;
        this.outages = outages;
        this.stop = stop;
    }

    void write(OutboxRow row, Answer answer, MailServer by) {
        switch (answer.verdict()) {
            case TAKEN -> {
                insist(row, () -> claims.sent(row.number(), answer.words(), by));
                metrics.sent();
            }
            case REFUSED -> fail(row, answer, by);
            case LATER, BROKEN -> postpone(row, answer, by);
        }
    }

    /** A mail was turned away, as all others may be: it is none the worse for it, and others go before it. */
    void turnedAway(OutboxRow row, Answer answer, MailServer by) {
        insist(row, () -> claims.behind(row.number(), BEHIND, answer, by));
    }

    /** A mail was turned away again, and nobody can tell whether all others would be: it may be awaited, so not for long. */
    void inDoubt(OutboxRow row, Answer answer, MailServer by) {
        Optional<Duration> wait = backOff.briefly(row.attempts() + 1);
        if (wait.isPresent()) {
            insist(row, () -> claims.postponed(row.number(), wait.get(), answer, by));
            return;
        }
        backOff.whileYoung(row.createdAt())
                .ifPresentOrElse(
                        more -> insist(row, () -> claims.behind(row.number(), more, answer, by)),
                        () -> fail(row, answer, by));
    }

    /** A server cannot be used; its mail stays as it is. */
    void outage(long organisation, String words) {
        metrics.outage();
        outages.began(organisation, words);
    }

    /** A server can be used, again perhaps. */
    void works(MailServer server) {
        outages.ended(server.route().organisation());
    }

    private void fail(OutboxRow row, Answer answer, MailServer by) {
        LOG.warn("Mail {} of the outbox has failed after {} attempts", row.id(), row.attempts() + 1);
        insist(row, () -> claims.failed(row.number(), answer, by));
        metrics.failed();
    }

    private void postpone(OutboxRow row, Answer answer, MailServer by) {
        Optional<Duration> wait = backOff.afterFailures(row.attempts() + 1);
        if (wait.isEmpty()) {
            fail(row, answer, by);
            return;
        }
        LOG.info("Mail {} of the outbox was not taken and will be tried again in {}", row.id(), wait.get());
        insist(row, () -> claims.postponed(row.number(), wait.get(), answer, by));
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
