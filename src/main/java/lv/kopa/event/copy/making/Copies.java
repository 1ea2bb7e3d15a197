package lv.kopa.event.copy.making;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Places;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.copy.EventCopied;
import lv.kopa.event.copy.EventPart;
import lv.kopa.event.material.Materials;
import lv.kopa.event.template.Templates;
import lv.kopa.organisation.People;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.text.InvalidInput;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes drafts of what takes place once more. */
@Singleton
class Copies {
    /** The most bytes of materials that are kept once more at once. */
    private static final long MOST_BYTES = 500L * 1024 * 1024;

    private final Announcements announcements;
    private final Tables tables;
    private final Materials materials;
    private final Audit audit;
    private final ApplicationEventPublisher<EventCopied> publisher;

    Copies(
            Announcements announcements,
            Tables tables,
            Materials materials,
            Audit audit,
            ApplicationEventPublisher<EventCopied> publisher) {
        this.announcements = announcements;
        this.tables = tables;
        this.materials = materials;
        this.audit = audit;
        this.publisher = publisher;
    }

    /** Events, who may change them and give roles in them at the moment, which were made of others, and which are templates. */
    @Singleton
    record Tables(Events events, Places places, People people, CopyRepository copies, Templates templates) {}

    /**
     * Drafts a copy for each of some days: all of them, or none. Nobody changes the event meanwhile.
     *
     * @param submission what names the form it was asked for with; the same one sent twice is done once
     * @throws InvalidInput where what is taken along makes no sense on such a day
     */
    @UnitOfWork
    List<Event> make(long id, List<LocalDate> days, Set<EventPart> parts, String submission, String actor) {
        if (parts.contains(EventPart.HELPERS)) {
            // before the event, as whoever gives a role in it does
            tables.people().lockTeam(tables.events().get(id).organisation().id());
        }
        tables.places().lock(id);
        String sent = DigestUtils.sha256Hex(id + ":" + submission);
        List<Event> before = tables.copies().of(sent);
        if (!before.isEmpty()) {
            return before;
        }
        EventDetails event = tables.events().get(id);
        if (parts.contains(EventPart.MATERIALS) && materials.size(event.event().id()) * days.size() > MOST_BYTES) {
            throw new InvalidInput("parts", "workspace.copy.fault.materials");
        }
        List<Event> made =
                days.stream().map(day -> copy(event, day, parts, actor)).toList();
        made.forEach(copy -> tables.copies().keep(sent, copy.id()));
        return made;
    }

    /**
     * Keeps a copy of an event as a template. Its days stay those of the event: they say but how far apart its parts are.
     *
     * @param submission as of {@link #make}
     * @throws InvalidInput as {@link #make}
     */
    @UnitOfWork
    Event keepAsTemplate(long id, Set<EventPart> parts, String submission, String actor) {
        LocalDate day = tables.events()
                .get(id)
                .firstDay()
                .filter(first -> parts.contains(EventPart.SESSIONS))
                .orElse(LocalDate.EPOCH);
        Set<EventPart> lasting = EventPart.ofItself();
        lasting.retainAll(parts);
        Event kept =
                make(id, List.of(day), lasting, "template:" + submission, actor).get(0);
        tables.templates().keep(kept, actor);
        return kept;
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
