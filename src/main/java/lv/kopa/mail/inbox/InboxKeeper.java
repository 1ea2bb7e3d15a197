package lv.kopa.mail.inbox;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the mailbox every minute or so, on one of our servers at a time. A thread of its own, since a mailbox may
 * hang, and others have work to do meanwhile.
 */
@Singleton
class InboxKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(InboxKeeper.class);
    private static final Duration FOR_THE_MAIL_IN_HAND = Duration.ofSeconds(5);

    private final Mailbox mailbox;
    private final Look look;
    private final InboxSettings settings;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "inbox");

    InboxKeeper(Mailbox mailbox, Look look, InboxSettings settings) {
        this.mailbox = mailbox;
        this.look = look;
        this.settings = settings;
    }

    @EventListener
    void start(StartupEvent started) {
        if (mailbox.exists()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    @EventListener
    void stop(ShutdownEvent stopping) {
        ending.countDown();
        look.end();
        try {
            thread.join(FOR_THE_MAIL_IN_HAND.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!ending.await(settings.interval().toMillis(), TimeUnit.MILLISECONDS)) {
                lookQuietly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong, this thread must live on. */
    private void lookQuietly() {
        try {
            look.take();
        } catch (RuntimeException | Error fault) {
            LOG.warn("The mailbox cannot be read at the moment", fault);
        }
    }
}
