package lv.kopa.mail.delivery;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lv.kopa.mail.MailPut;
import lv.kopa.mail.server.Away;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the mail of the outbox to the mail servers: when told that there is some, and every few seconds. Looks which
 * servers there is mail for, and sends somebody to each.
 */
@Singleton
public class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Lookout lookout;
    private final Rounds rounds;
    private final PostmanSettings settings;
    private final StopSignal stop;
    private final Semaphore calls = new Semaphore(0);
    private final Thread thread = new Thread(this::work, "postman");

    Postman(Lookout lookout, Rounds rounds, PostmanSettings settings, StopSignal stop) {
        this.lookout = lookout;
        this.rounds = rounds;
        this.settings = settings;
        this.stop = stop;
    }

    /** Whether there is a mail server for one of these organisations; without one mail stays in the outbox, to be read. */
    public boolean works(Collection<Long> organisations) {
        return lookout.hasFor(organisations);
    }

    /** The servers that mail of these organisations would go through, as far as they take none at the moment. */
    public List<Away> outages(Collection<Long> organisations) {
        return lookout.outages(organisations);
    }

    /** Hears that there is mail. */
    @TransactionalEventListener
    void called(MailPut news) {
        wake();
    }

    private void wake() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    @EventListener
    void start(StartupEvent started) {
        lookout.check();
        thread.setDaemon(true);
        thread.start();
    }

    /** While everything that the mail in hand needs is still there. */
    @EventListener
    void stop(ShutdownEvent ending) {
        stop.give();
        wake();
        rounds.awaitEnd();
    }

    /** Whatever goes wrong, this thread must live on. */
    private void work() {
        while (!stop.isGiven()) {
            try {
                rounds.look(this::wake);
            } catch (RuntimeException | Error e) {
                LOG.warn("The outbox cannot be looked into at the moment", e);
            }
            awaitCall();
        }
    }

    private void awaitCall() {
        try {
            calls.tryAcquire(settings.interval().toNanos(), TimeUnit.NANOSECONDS);
            calls.drainPermits();
        } catch (InterruptedException e) {
            stop.give();
        }
    }
}
