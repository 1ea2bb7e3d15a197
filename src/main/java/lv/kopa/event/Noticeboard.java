package lv.kopa.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import lv.kopa.organisation.audit.Deed;

/**
 * Events that are announced, as they were last read. What organisers have changed on another server hangs here a second
 * later at most, what they have changed on this one at once.
 */
@Singleton
public class Noticeboard {
    private static final int MOST = 1_000;
    private static final long TRUSTED_MILLIS = 1_000;

    private final Events events;
    private final Pulse pulse;
    private final Clock clock;
    private final AtomicLong deeds = new AtomicLong();
    private final Cache<String, Notice> notices =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Noticeboard(Events events, Pulse pulse, Clock clock) {
        this.events = events;
        this.pulse = pulse;
        this.clock = clock;
    }

    private record Notice(EventDetails event, long changes, long deeds, long readAt) {}

    @TransactionalEventListener
    void done(Deed deed) {
        deeds.incrementAndGet();
    }

    /** The event for whoever looks at it; places that were taken here are counted, those taken elsewhere a second later. */
    public Optional<EventDetails> show(String slug) {
        return hanging(slug)
                .filter(notice -> notice.deeds() == deeds.get())
                .map(Notice::event)
                .or(() -> read(slug));
    }

    /** The event for whoever acts on it and has the database count the places; they may be a second old here. */
    public Optional<EventDetails> find(String slug) {
        return hanging(slug).map(Notice::event).or(() -> read(slug));
    }

    private Optional<Notice> hanging(String slug) {
        return Optional.ofNullable(notices.getIfPresent(slug))
                .filter(notice -> Math.abs(clock.millis() - notice.readAt()) < TRUSTED_MILLIS)
                .filter(notice -> notice.changes() == pulse.changes());
    }

    private Optional<EventDetails> read(String slug) {
        long deedsBefore = deeds.get();
        long now = clock.millis();
        long changes = pulse.changes();
        Optional<EventDetails> event = events.find(slug);
        event.filter(found -> found.event().isShown())
                .ifPresent(found -> notices.put(slug, new Notice(found, changes, deedsBefore, now)));
        return event;
    }
}
