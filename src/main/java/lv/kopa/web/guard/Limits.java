package lv.kopa.web.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/**
 * Keeps anyone from doing something too often. Counted in the memory of each server, so that two servers allow twice as
 * much; `KOPA_LIMITS=off` lifts all of it.
 */
@Singleton
public class Limits {
    private static final int MOST_KNOWN = 100_000;
    private static final Duration LONGEST_MEMORY = Duration.ofHours(2);

    private final boolean on;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets;

    Limits(@Value("${kopa.limits}") boolean on, Clock clock) {
        this.on = on;
        this.time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfterAccess(LONGEST_MEMORY)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * Counts one more from this network.
     *
     * @throws TooOften where that is one too many
     */
    public void count(Limit limit, Network network) {
        spend(new Key(limit, network.name()));
    }

    /**
     * Counts one more registration from this network; where that is one too many, it still may come with an effort.
     *
     * @throws TooOften if it comes without, or there are too many of those too
     */
    public void countRegistration(Network network, Effort effort) {
        if (effort.isMade()) {
            count(Limit.REGISTRATION_WITH_EFFORT, network);
        } else {
            try {
                count(Limit.REGISTRATION, network);
            } catch (TooOften tooOften) {
                throw tooOften.unlessWithEffort();
            }
        }
    }

    /**
     * Counts one more for this e-mail address.
     *
     * @throws TooOften where that is one too many
     */
    public void count(Limit limit, String address) {
        spend(new Key(limit, address.strip().toLowerCase(Locale.ROOT)));
    }

    private void spend(Key key) {
        if (!on) {
            return;
        }
        ConsumptionProbe probe = buckets.get(key, this::bucket).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(Key key) {
        return Bucket.builder()
                .addLimit(key.limit.bandwidth())
                .withCustomTimePrecision(time)
                .build();
    }

    private record Key(Limit limit, String who) {}

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
