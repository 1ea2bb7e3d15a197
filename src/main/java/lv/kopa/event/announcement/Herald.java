package lv.kopa.event.announcement;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Change;
import lv.kopa.organisation.audit.Deed;

/** Lets the rest know that an event changed: the audit, those who keep what they made of events, and listeners. */
@Singleton
public class Herald {
    private final AnnouncementRepository events;
    private final Audit audit;
    private final ApplicationEventPublisher<Object> publisher;
    private final Clock clock;

    Herald(AnnouncementRepository events, Audit audit, ApplicationEventPublisher<Object> publisher, Clock clock) {
        this.events = events;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Now, as finely as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Notes what was done to an event, and makes whoever keeps what they made of events look again. */
    public void tell(long event, String deed, String actor) {
        tell(event, deed, actor, List.of());
    }

    /** The same with what was before and after. */
    void tell(long event, String deed, String actor, List<Change> changes) {
        audit.record(new Deed(actor, "event", event, deed).with(changes));
        events.advanceRevision(now());
    }

    void announce(Object happened) {
        publisher.publishEvent(happened);
    }
}
