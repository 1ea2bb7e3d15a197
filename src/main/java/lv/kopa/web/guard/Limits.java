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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

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
        spend(new Key(limit, network.name()), 1);
    }

    /**
     * Counts registrations that come together, of so many people, from this network, and one mail to each of these
     * addresses: all of it or, where something is too much, nothing. Too many from a network may still come with an effort.
     *
     * @throws TooOften if they come without, or there are too many of those too, or of mails to an address
     */
    public Counted countRegistrations(Network network, int people, Effort effort, Collection<String> addresses) {
        Counted counted = new Counted();
        try {
            counted.add(new Key(effort.limit(), network.name()), people);
        } catch (TooOften tooOften) {
            throw effort.isMade() ? tooOften : tooOften.unlessWithEffort();
        }
        try {
            addresses.forEach(address -> counted.add(Key.of(Limit.REGISTRATION_ADDRESS, address), 1));
        } catch (TooOften tooOften) {
            counted.giveBack();
            throw tooOften;
        }
        return counted;
    }

    /** What was counted together. */
    public final class Counted {
        private final Map<Key, Integer> all = new LinkedHashMap<>();

        private Counted() {}

        private void add(Key key, int times) {
            spend(key, times);
            all.merge(key, times, Integer::sum);
        }

        /** Takes it back, where nothing came of it. */
        public void giveBack() {
            giveBack(key -> true);
        }

        /** The same of the mails alone: none was sent, but the network has asked. */
        public void giveBackMails() {
            giveBack(key -> key.limit == Limit.REGISTRATION_ADDRESS);
        }

        private void giveBack(Predicate<Key> some) {
            if (on) {
                all.forEach((key, times) -> {
                    if (some.test(key)) {
                        buckets.get(key, Limits.this::bucket).addTokens(times);
                    }
                });
            }
        }
    }

    /**
     * Counts one more for this e-mail address.
     *
     * @throws TooOften where that is one too many
     */
    public void count(Limit limit, String address) {
        spend(Key.of(limit, address), 1);
    }

    private void spend(Key key, int times) {
        if (!on) {
            return;
        }
        ConsumptionProbe probe = buckets.get(key, this::bucket).tryConsumeAndReturnRemaining(times);
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

    private record Key(Limit limit, String who) {
        static Key of(Limit limit, String address) {
            return new Key(limit, address.strip().toLowerCase(Locale.ROOT));
        }
    }

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
