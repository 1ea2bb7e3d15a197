package lv.kopa.event.copy.making;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.copy.EventCopied;
import lv.kopa.event.copy.EventPart;
import lv.kopa.event.material.Materials;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.text.InvalidInput;

/** Makes drafts of what takes place once more. */
@Singleton
class Copies {
    /** The most bytes of materials that are kept once more at once. */
    private static final long MOST_BYTES = 500L * 1024 * 1024;

    private final Announcements announcements;
    private final Materials materials;
    private final Audit audit;
    private final ApplicationEventPublisher<EventCopied> publisher;

    Copies(
            Announcements announcements,
            Materials materials,
            Audit audit,
            ApplicationEventPublisher<EventCopied> publisher) {
        this.announcements = announcements;
        this.materials = materials;
        this.audit = audit;
        this.publisher = publisher;
    }

    /**
     * Drafts a copy for each of some days: all of them, or none.
     *
     * @throws InvalidInput where what is taken along makes no sense on such a day
     */
    @UnitOfWork
    List<Event> make(EventDetails event, List<LocalDate> days, Set<EventPart> parts, String actor) {
        if (parts.contains(EventPart.MATERIALS) && materials.size(event.event().id()) * days.size() > MOST_BYTES) {
            throw new InvalidInput("parts", "workspace.copy.fault.materials");
        }
        return days.stream().map(day -> copy(event, day, parts, actor)).toList();
    }

    private Event copy(EventDetails event, LocalDate day, Set<EventPart> parts, String actor) {
        Event copy = announcements
                .draft(new MovedPlan(event, parts).beginning(day), event.organisation(), actor)
                .event();
        audit.record(
                new Deed(actor, "event", copy.id(), "copied-from", event.event().slug()));
        publisher.publishEvent(new EventCopied(event.event(), copy, parts, actor));
        return copy;
    }
}
