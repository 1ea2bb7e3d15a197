package lv.kopa.paper;

import gg.jte.models.runtime.JteModel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Prints lists, few at a time: each takes a processor for itself and lies in memory as a whole. Whoever comes meanwhile
 * waits a little, so that many who print at once do not slow down those who register.
 */
@Singleton
public class Press {
    public static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /**
     * Prints a page, which is made when its turn has come.
     *
     * @throws PressBusy where the turn does not come soon
     */
    public byte[] print(Supplier<? extends JteModel> page) {
        if (!hasTurn()) {
            throw new PressBusy();
        }
        try {
            return Pdf.of(page.get());
        } finally {
            free.release();
        }
    }

    private boolean hasTurn() {
        try {
            return free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
