package lv.kopa.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The most events that a feed has. How long they take is measured by the benchmark; here are the bounds of a bad day. */
class BigFeedTest {
    private static final int MOST = 5_000;
    private static final Duration AWFUL = Duration.ofSeconds(15);
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final long MEMORY = 64L << 20;

    private final Season season = Season.begin();

    @AfterEach
    void close() {
        season.close();
    }

    @Test
    void fiveThousandEventsAreWrittenOnceAndThenHandedOut() {
        season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        season.feed("/calendar.ics");
        season.copy("darzs", MOST - 1);
        long before = heap();

        long cold = System.nanoTime();
        byte[] feed = season.feed("/calendar.ics");
        long warm = System.nanoTime();
        byte[] again = season.feed("/calendar.ics");
        long end = System.nanoTime();

        assertThat(new String(feed, UTF_8).split("BEGIN:VEVENT", -1)).hasSize(MOST + 1);
        assertThat(again).isEqualTo(feed);
        assertThat(Duration.ofNanos(warm - cold)).isLessThan(AWFUL);
        assertThat(Duration.ofNanos(end - warm)).isLessThan(SLOW);
        assertThat(heap() - before - 2L * feed.length).isLessThan(MEMORY);
    }

    /** What is kept in memory, once what is not has been thrown away. */
    private static long heap() {
        System.gc();
        Runtime memory = Runtime.getRuntime();
        return memory.totalMemory() - memory.freeMemory();
    }
}
