package lv.kopa.event.notice;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import lv.kopa.organisation.audit.Deed;
import org.jspecify.annotations.Nullable;

/**
 * The revision of all that is told of events, asked of the database once a second at most, and again as soon as this
 * server has changed something itself.
 */
@Singleton
public class Pulse {
    private static final long TRUSTED_MILLIS = 1_000;
    private static final Set<String> TOLD = Set.of("event", "organisation", "project");

    private final PulseRepository repository;
    private final ExecutorService blocking;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Beat last;
    private @Nullable Reading reading;

    Pulse(PulseRepository repository, @Named(TaskExecutors.BLOCKING) ExecutorService blocking, Clock clock) {
        this.repository = repository;
        this.blocking = blocking;
        this.clock = clock;
    }

    private record Beat(long change, String revision, long readAt) {}

    private record Reading(long change, CompletableFuture<String> revision) {}

    @TransactionalEventListener
    void changed(Deed deed) {
        if (TOLD.contains(deed.subject())) {
            changes.incrementAndGet();
        }
    }

    /** The revision, unless it must be asked for. */
    public @Nullable String known() {
        Beat beat = last;
        return beat != null
                        && beat.change() == changes.get()
                        && Math.abs(clock.millis() - beat.readAt()) < TRUSTED_MILLIS
                ? beat.revision()
                : null;
    }

    /** The revision; many who must ask for it wait for one answer, or hear of one failure. */
    String revision() {
        String known = known();
        try {
            return known != null ? known : ask().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Asks for the revision; many who do so at once ask once. */
    public synchronized CompletionStage<String> ask() {
        long change = changes.get();
        Reading current = reading;
        if (current == null || current.change() != change) {
            Reading begun = new Reading(change, CompletableFuture.supplyAsync(this::read, blocking));
            reading = begun;
            var unused = begun.revision().whenComplete((revision, fault) -> ended(begun));
            return begun.revision();
        }
        return current.revision();
    }

    private String read() {
        long change = changes.get();
        long now = clock.millis();
        String revision = repository.revision();
        remember(new Beat(change, revision, now));
        return revision;
    }

    private synchronized void remember(Beat beat) {
        Beat before = last;
        if (before == null || before.change() <= beat.change()) {
            last = beat;
        }
    }

    private synchronized void ended(Reading ended) {
        if (ended.equals(reading)) {
            reading = null;
        }
    }
}
