package lv.kopa.event.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.organisation.audit.Deed;

/**
 * Events that are announced, as they were last read. What organisers have changed on another server hangs here a second
 * later at most, what they have changed on this one at once.
 */
@Singleton
public class Noticeboard {
    private static final int MOST = 1_000;
    private static final Duration SHOWN = Duration.ofSeconds(1);
    private static final Duration ACTED_ON = Duration.ofSeconds(10);

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

    private record Notice(EventDetails event, String revision, long deeds, Instant readAt) {}

    @TransactionalEventListener
    void done(Deed deed) {
        deeds.incrementAndGet();
    }

    /** The event for whoever looks at it; places that were taken here are counted, those taken elsewhere a second later. */
    public Optional<EventDetails> show(String slug) {
        return hanging(slug, SHOWN)
                .filter(notice -> notice.deeds() == deeds.get())
                .map(Notice::event)
                .or(() -> read(slug));
    }

    /** The event for whoever acts on it and has the database count the places, of which this gives a rough idea only. */
    public Optional<EventDetails> find(String slug) {
        return hanging(slug, ACTED_ON).map(Notice::event).or(() -> read(slug));
    }

    private Optional<Notice> hanging(String slug, Duration longest) {
        return Optional.ofNullable(notices.getIfPresent(slug))
                .filter(notice ->
                        Duration.between(notice.readAt(), clock.instant()).abs().compareTo(longest) < 0)
                .filter(notice -> notice.revision().equals(pulse.revision()));
    }

    private Optional<EventDetails> read(String slug) {
        long deedsBefore = deeds.get();
        Instant now = clock.instant();
        String revision = pulse.revision();
        Optional<EventDetails> event = events.find(slug);
        event.filter(found -> found.event().isShown())
                .ifPresent(found -> notices.put(slug, new Notice(found, revision, deedsBefore, now)));
        return event;
    }
}
