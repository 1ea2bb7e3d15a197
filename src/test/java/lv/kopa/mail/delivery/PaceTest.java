package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class PaceTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int BATCH = 20;

    @Property(tries = 200)
    void noMinuteHasMoreThanTheLimitHoweverWeCome(
            @ForAll @IntRange(min = 2, max = 600) int perMinute,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 20_000) Integer> pauses) {
        List<Instant> sent = sent(perMinute, pauses);

        for (Instant first : sent) {
            long within = sent.stream()
                    .filter(each -> !each.isBefore(first)
                            && Duration.between(first, each).compareTo(Duration.ofMinutes(1)) < 0)
                    .count();
            assertThat(within).isLessThanOrEqualTo(perMinute);
        }
    }

    @Property(tries = 50)
    void whoComesAgainAndAgainGetsNearlyAllOfIt(@ForAll @IntRange(min = 10, max = 600) int perMinute) {
        List<Integer> oftenEnough = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            oftenEnough.add(500); // five minutes
        }
        assertThat(sent(perMinute, oftenEnough)).hasSizeGreaterThan(perMinute * 4);
    }

    private static List<Instant> sent(int perMinute, List<Integer> pauses) {
        Pace pace = Pace.of(perMinute);
        List<Instant> sent = new ArrayList<>();
        Instant now = NOON;
        @Nullable Instant usedUntil = null;
        for (int pause : pauses) {
            now = now.plusMillis(pause);
            int mails = Math.min(BATCH, pace.allowed(usedUntil, now));
            usedUntil = pace.after(usedUntil, now, mails);
            for (int i = 0; i < mails; i++) {
                sent.add(now);
            }
        }
        return sent;
    }
}
