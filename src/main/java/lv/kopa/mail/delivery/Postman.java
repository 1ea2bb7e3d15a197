package lv.kopa.mail.delivery;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lv.kopa.mail.HeaderText;
import lv.kopa.mail.MailPut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the mail of the outbox to the mail server: when told that there is some, and every few seconds. A thread of its
 * own, since a mail server may be slow; one only, since more connections are not welcome there.
 */
@Singleton
public class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int LONGEST_REASON = 300;
    private static final Duration FOR_THE_MAIL_IN_HAND = Duration.ofSeconds(25);

    private final Delivery delivery;
    private final MailServer server;
    private final BackOff backOff;
    private final PostmanSettings settings;
    private final StopSignal stop;
    private final Semaphore calls = new Semaphore(0);
    private final Thread thread = new Thread(this::work, "postman");
    private int outages;

    Postman(Delivery delivery, MailServer server, BackOff backOff, PostmanSettings settings, StopSignal stop) {
        this.delivery = delivery;
        this.server = server;
        this.backOff = backOff;
        this.settings = settings;
        this.stop = stop;
    }

    /** Whether there is a mail server; without one all mail stays in the outbox, to be read. */
    public boolean works() {
        return server.exists();
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
        if (works()) {
            server.sending(); // settings that no mail can be sent with are to be known now
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** While everything that the mail in hand needs is still there. */
    @EventListener
    void stop(ShutdownEvent ending) {
        stop.give();
        wake();
        try {
            thread.join(FOR_THE_MAIL_IN_HAND.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!stop.isGiven()) {
            if (walk()) {
                outages = 0;
                awaitCall();
            } else {
                outages++;
                stop.await(backOff.afterOutages(outages)); // calls do not bring the mail server back
            }
        }
    }

    /** Whatever goes wrong, this thread must live on. */
    private boolean walk() {
        try {
            delivery.deliverAll();
            return true;
        } catch (NoConnection e) {
            LOG.warn(
                    "The mail server cannot be reached, mail waits: {}",
                    HeaderText.clean(e.toString(), LONGEST_REASON));
        } catch (RuntimeException | Error e) {
            LOG.warn("The outbox cannot be delivered at the moment", e);
        }
        return false;
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
