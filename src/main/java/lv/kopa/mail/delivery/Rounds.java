package lv.kopa.mail.delivery;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lv.kopa.mail.HeaderText;
import lv.kopa.mail.delivery.Claims.Due;
import lv.kopa.mail.server.ServerOutages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks to the mail servers that there is mail for. Each on a thread of its own, so that none waits for another; one at a
 * time to each, since more connections are not welcome there; and to a server that is dead none at all for a while.
 */
@Singleton
class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int LONGEST_REASON = 300;
    private static final Duration FOR_THE_MAIL_IN_HAND = Duration.ofSeconds(25);

    private final Claims claims;
    private final Delivery delivery;
    private final Lookout lookout;
    private final TaskScheduler scheduler;
    private final Map<Long, Round> rounds = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "postman-walk");
        thread.setDaemon(true);
        return thread;
    });

    Rounds(Claims claims, Delivery delivery, Lookout lookout, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.claims = claims;
        this.delivery = delivery;
        this.lookout = lookout;
        this.scheduler = scheduler;
    }

    /** @param call has somebody look again */
    void look(Runnable call) {
        if (lookout.hasInstallation() && claims.anyDue()) {
            begin(new Due(ServerOutages.INSTALLATION, 0), call);
        }
        claims.due().forEach(due -> begin(due, call));
    }

    private void begin(Due due, Runnable call) {
        Round round = rounds.compute(
                due.organisation(),
                (organisation, known) ->
                        known != null && known.version() == due.version() ? known : new Round(due.version()));
        if (round.begin()) {
            threads.execute(() -> walk(due, round, call));
        }
    }

    private void walk(Due due, Round round, Runnable call) {
        Duration rest = walk(due, round.breaker());
        if (round.end(!rest.isZero())) {
            call.run();
        }
        if (!rest.isZero()) {
            scheduler.schedule(rest, () -> {
                round.rested();
                call.run();
            });
        }
    }

    /** Whatever goes wrong, others must be able to walk. */
    private Duration walk(Due due, Breaker breaker) {
        try {
            return delivery.deliverAll(lookout.find(due.organisation()), breaker);
        } catch (NoConnection e) {
            LOG.warn(
                    "The mail server of organisation {} (0: of all) takes no mail, which waits: {}",
                    due.organisation(),
                    HeaderText.clean(e.words(), LONGEST_REASON));
            return lookout.outage(due.organisation(), e.words(), breaker);
        } catch (RuntimeException | Error e) {
            LOG.warn("The outbox cannot be delivered at the moment", e);
            return lookout.pause(breaker);
        }
    }

    void awaitEnd() {
        threads.shutdown();
        try {
            threads.awaitTermination(FOR_THE_MAIL_IN_HAND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The walks to one mail server: one at a time, and none while it is left in peace. */
    private static final class Round {
        private final Breaker breaker = new Breaker();
        private final int version;
        private boolean walking;
        private boolean resting;
        private boolean calledAgain;

        /** @param version of the settings of the server; with others it is another server */
        Round(int version) {
            this.version = version;
        }

        Breaker breaker() {
            return breaker;
        }

        int version() {
            return version;
        }

        /** Whether a walk may begin now, which then has begun. */
        synchronized boolean begin() {
            calledAgain = walking;
            if (walking || resting) {
                return false;
            }
            walking = true;
            return true;
        }

        /** Ends a walk; answers whether there was a call meanwhile that it may not have heard. */
        synchronized boolean end(boolean rest) {
            walking = false;
            resting = rest;
            return calledAgain && !rest;
        }

        synchronized void rested() {
            resting = false;
        }
    }
}
