package lv.kopa.calendar;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import lv.kopa.event.EventFilter;
import lv.kopa.event.Events;
import lv.kopa.event.notice.Pulse;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the entries of feeds before a calendar asks for them: those of a new build, which keeps none of its own yet, and
 * those that a change has made stale, such as a new name of an organisation. In small steps, and resting after each as
 * long as it took, so that half a core is left to who waits for a page. Several servers do the same side by side without
 * harm, each step finding what is still to be done.
 */
@Singleton
@Requires(property = "kopa.feeds.ahead", notEquals = StringUtils.FALSE)
class EntriesAhead {
    private static final Logger LOG = LoggerFactory.getLogger(EntriesAhead.class);

    /** So many events a step: some tens of milliseconds once the program is compiled. */
    private static final int STEP = 50;

    private final Pieces pieces;
    private final Events events;
    private final Pulse pulse;
    private final Clock clock;
    private @Nullable Moment done;
    private boolean first = true;

    EntriesAhead(Pieces pieces, Events events, Pulse pulse, Clock clock) {
        this.pieces = pieces;
        this.events = events;
        this.pulse = pulse;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "${kopa.feeds.interval}", initialDelay = "${kopa.feeds.interval}")
    synchronized void go() {
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            Moment now = new Moment(pulse.ask().toCompletableFuture().join(), today);
            if (!now.equals(done) && isWritten(today)) {
                done = now;
            }
        } catch (RuntimeException fault) {
            LOG.warn("Entries of calendars could not be written ahead; it is tried again", fault);
        }
    }

    /**
     * Whether it came to the end. The first time, a server writes over what other builds wrote; later only over what its
     * own did, since two builds that run side by side for a while would do each other's work anew after every change.
     */
    private boolean isWritten(LocalDate today) {
        boolean over = first;
        boolean whole = true;
        List<Long> ids =
                events.idsSince(Span.since(today).atStartOfDay(ZoneOffset.UTC).toInstant(), EventFilter.none());
        for (Language language : Language.spoken()) {
            List<Long> stale = pieces.stale(ids, language, over);
            for (int from = 0; from < stale.size(); from += STEP) {
                if (Thread.currentThread().isInterrupted()) {
                    return false;
                }
                long began = System.nanoTime();
                whole &= isWritten(stale.subList(from, Math.min(from + STEP, stale.size())), language, over);
                LockSupport.parkNanos(System.nanoTime() - began);
            }
        }
        first = false;
        return whole;
    }

    /** What cannot be written holds up nothing else. */
    private boolean isWritten(List<Long> some, Language language, boolean over) {
        try {
            pieces.ahead(some, language, over);
            return true;
        } catch (RuntimeException fault) {
            LOG.warn("Entries of calendars could not be written ahead; it is tried again", fault);
            return false;
        }
    }
}
