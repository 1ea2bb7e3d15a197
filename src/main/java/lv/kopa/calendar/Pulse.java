package lv.kopa.calendar;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import lv.kopa.organisation.audit.Deed;
import org.jspecify.annotations.Nullable;

/**
 * The revision of all that feeds tell, asked of the database once a second at most, and again as soon as this server
 * has changed something itself.
 */
@Singleton
class Pulse {
    private static final long TRUSTED_MILLIS = 1_000;
    private static final Set<String> TOLD = Set.of("event", "organisation", "project");

    private final FeedRepository repository;
    private final ExecutorService blocking;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Beat last;
    private @Nullable Reading reading;

    Pulse(FeedRepository repository, @Named(TaskExecutors.BLOCKING) ExecutorService blocking, Clock clock) {
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
    @Nullable
    String known() {
        Beat beat = last;
        return beat != null
                        && beat.change() == changes.get()
                        && Math.abs(clock.millis() - beat.readAt()) < TRUSTED_MILLIS
                ? beat.revision()
                : null;
    }

    /** Asks for the revision; many who do so at once ask once. */
    synchronized CompletionStage<String> ask() {
        long change = changes.get();
        Reading current = reading;
        if (current == null || current.change() != change) {
            long now = clock.millis();
            current = new Reading(change, CompletableFuture.supplyAsync(repository::revision, blocking));
            reading = current;
            Reading begun = current;
            var unused = begun.revision().whenComplete((revision, fault) -> answered(begun, revision, now));
        }
        return current.revision();
    }

    private synchronized void answered(Reading answered, @Nullable String revision, long askedAt) {
        if (answered.equals(reading)) {
            reading = null;
        }
        Beat before = last;
        if (revision != null && (before == null || before.change() <= answered.change())) {
            last = new Beat(answered.change(), revision, askedAt);
        }
    }
}
