package lv.kopa.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import lv.kopa.event.notice.Pulse;
import lv.kopa.web.Edition;
import org.jspecify.annotations.Nullable;

/**
 * Calendars to subscribe to. Their bytes are kept in memory and given out at once while nothing that they tell has
 * changed; when something has, one thread writes them anew and the others wait for it.
 */
@Singleton
class Feeds {
    private static final int MOST_BYTES = 64 << 20;

    private final FeedWriter writer;
    private final FeedRepository repository;
    private final Pulse pulse;
    private final ExecutorService blocking;
    private final Clock clock;
    private final Map<FeedKey, CompletableFuture<Kept>> inTheMaking = new ConcurrentHashMap<>();
    private final Cache<FeedKey, Kept> shelf = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((FeedKey key, Kept kept) -> kept.edition().weight())
            .build();

    Feeds(
            FeedWriter writer,
            FeedRepository repository,
            Pulse pulse,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking,
            Clock clock) {
        this.writer = writer;
        this.repository = repository;
        this.pulse = pulse;
        this.blocking = blocking;
        this.clock = clock;
    }

    private record Kept(Edition edition, Moment moment) {}

    /** The feed as it is now; complete at once, without another thread, where it is known. */
    CompletionStage<Edition> get(FeedKey key) {
        String revision = pulse.known();
        return revision == null
                ? pulse.ask().thenCompose(answer -> at(moment(answer), key))
                : at(moment(revision), key);
    }

    private Moment moment(String revision) {
        return new Moment(revision, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private CompletionStage<Edition> at(Moment moment, FeedKey key) {
        Kept kept = keptAt(moment, key);
        if (kept != null) {
            return CompletableFuture.completedFuture(kept.edition());
        }
        CompletableFuture<Kept> mine = new CompletableFuture<>();
        CompletableFuture<Kept> others = inTheMaking.putIfAbsent(key, mine);
        if (others == null) {
            var unused = CompletableFuture.supplyAsync(() -> make(moment, key), blocking)
                    .whenComplete((made, fault) -> {
                        inTheMaking.remove(key);
                        settle(mine, made, fault);
                    });
            return mine.thenApply(Kept::edition);
        }
        return others.thenCompose(
                made -> made.moment().equals(moment) ? CompletableFuture.completedFuture(made.edition()) : get(key));
    }

    private @Nullable Kept keptAt(Moment moment, FeedKey key) {
        Kept kept = shelf.getIfPresent(key);
        return kept != null && kept.moment().equals(moment) ? kept : null;
    }

    private Kept make(Moment moment, FeedKey key) {
        Kept known = keptAt(moment, key);
        Kept made = known == null ? new Kept(edition(key, moment), moment) : known;
        shelf.put(key, made);
        return made;
    }

    private Edition edition(FeedKey key, Moment moment) {
        FeedWriter.Written written = writer.write(key, moment.day());
        Edition edition = Edition.of(written.bytes());
        if (!written.isOneOfFew() || key.address().length() > FeedRepository.LONGEST_KEY) {
            return edition;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        repository.note(key.address(), edition.fingerprint(), now);
        return edition.since(repository.changedAt(key.address()));
    }

    private static void settle(CompletableFuture<Kept> promise, Kept made, @Nullable Throwable fault) {
        if (fault == null) {
            promise.complete(made);
        } else {
            promise.completeExceptionally(fault instanceof CompletionException wrapped ? wrapped.getCause() : fault);
        }
    }
}
