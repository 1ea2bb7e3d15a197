package lv.kopa.time;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of every test: it goes as it does outside until a test sets it or moves it on. */
@Singleton
@Replaces(Clock.class)
public class MovableClock extends Clock {
    private volatile Clock clock = Clock.systemUTC();

    /** Stops it at that time. */
    public void set(Instant time) {
        clock = Clock.fixed(time, ZoneOffset.UTC);
    }

    /** Lets it go as it does outside again. */
    public void release() {
        clock = Clock.systemUTC();
    }

    public void advance(Duration duration) {
        clock = Clock.offset(clock, duration);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }
}
