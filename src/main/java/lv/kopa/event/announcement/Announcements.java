package lv.kopa.event.announcement;

import jakarta.inject.Singleton;
import java.time.Instant;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventStale;
import lv.kopa.event.EventState;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organisation;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** What organisers do to events: draft, change, publish, cancel, complete. */
@Singleton
@UnitOfWork
public class Announcements {
    private final AnnouncementTables tables;
    private final Events events;
    private final ProgrammeWriter programme;
    private final Herald herald;
    private final EventValues values;

    Announcements(
            AnnouncementTables tables, Events events, ProgrammeWriter programme, Herald herald, EventValues values) {
        this.tables = tables;
        this.events = events;
        this.programme = programme;
        this.herald = herald;
        this.values = values;
    }

    /**
     * Drafts an event; nobody but its organisers sees it yet.
     *
     * @throws lv.kopa.text.InvalidInput if the plan makes no sense
     */
    public EventDetails draft(EventPlan plan, Organisation organisation, String actor) {
        Announcement announced = PlanReader.read(plan, organisation.zone());
        Event saved = tables.events().save(values.draft(announced, plan, organisation));
        programme.write(saved, announced);
        herald.tell(saved.id(), "drafted", actor);
        return events.get(saved.id());
    }

    /**
     * Changes an event. Who has a place in a published one, or waits for one, hears of it.
     *
     * @param version the one the organiser looked at
     * @throws EventStale if somebody else was faster
     */
    public EventDetails change(long id, int version, EventPlan plan, String actor) {
        EventDetails before = events.get(id);
        Announcement announced = PlanReader.read(plan, before.organisation().zone());
        if (before.event().version() != version) {
            throw new EventStale();
        }
        if (!before.event().isDraft() && announced.sessions().isEmpty()) {
            throw new InvalidInput("sessions", "event.not-ready.no-session");
        }
        makeRoom(before, announced);
        write(before, values.changed(before, announced, plan));
        programme.change(before, announced);
        EventDetails after = events.get(id);
        if (after.event().state() == EventState.PUBLISHED) {
            herald.announce(new EventChanged(before, after));
        }
        herald.tell(id, "changed", actor, EventDifferences.of(before, after));
        return after;
    }

    /**
     * Makes a draft public.
     *
     * @throws EventNotReady if it has no session yet, is no draft, or is a template
     */
    public EventDetails publish(long id, String actor) {
        EventDetails draft = events.get(id);
        if (tables.events().isTemplate(id)) {
            throw new EventNotReady("event.not-ready.template");
        }
        if (draft.planned().isEmpty()) {
            throw new EventNotReady("event.not-ready.no-session");
        }
        turn(id, EventState.DRAFT, EventState.PUBLISHED, null, "event.not-ready.no-draft");
        herald.tell(id, "published", actor);
        return events.get(id);
    }

    /**
     * Cancels a published event; who has a place or waits for one hears why.
     *
     * @throws EventNotReady if it is not published
     */
    public EventDetails cancel(long id, String reason, String actor) {
        EventDetails before = events.get(id);
        Instant now = turn(id, EventState.PUBLISHED, EventState.CANCELLED, reason, "event.not-ready.not-published");
        tables.sessions().advance(id, now);
        EventDetails cancelled = events.get(id);
        herald.announce(new EventCancelled(cancelled));
        herald.tell(id, "cancelled", actor, EventDifferences.of(before, cancelled));
        return cancelled;
    }

    /**
     * Makes a link by which one may register for an event by invitation, and its earlier one worthless.
     *
     * @return the secret in it, which nobody can see again
     */
    public Token invite(long id, String actor) {
        Token invitation = Token.random();
        tables.events().invite(id, invitation.hash());
        herald.tell(id, "invitation-made", actor);
        return invitation;
    }

    private void makeRoom(EventDetails before, Announcement announced) {
        EventShrinks shrinks = EventShrinks.of(before, announced);
        if (before.event().state() == EventState.PUBLISHED && shrinks.isFelt(before)) {
            herald.announce(shrinks);
        }
    }

    /** People may have registered since the event was read: then fewer places than they took are refused. */
    private void write(EventDetails before, Event changed) {
        if (tables.events().takeTurn(changed.id(), changed.version(), changed.places()) == 0) {
            Event now = events.get(before.event().id()).event();
            if (now.version() != changed.version()) {
                throw new EventStale();
            }
            throw new InvalidInput("places", "event.fault.fewer-than-taken", now.placesTaken());
        }
        tables.events().change(changed);
    }

    /**
     * Closes an event that is over.
     *
     * @throws EventNotReady if it is not over, or is not published
     */
    public EventDetails complete(long id, String actor) {
        String otherwise = "event.not-ready.not-over";
        if (!events.get(id).event().isOver(herald.now())) {
            throw new EventNotReady(otherwise);
        }
        turn(id, EventState.PUBLISHED, EventState.COMPLETED, null, otherwise);
        herald.tell(id, "completed", actor);
        return events.get(id);
    }

    /**
     * Says what came of an event, to everybody or to its organisers alone.
     *
     * @param version the one the organiser looked at
     * @throws EventNotReady if it has not taken place
     * @throws EventStale if somebody else was faster
     */
    public EventDetails report(long id, int version, OutcomePlan plan, String actor) {
        OutcomePlan.Outcome outcome = plan.read();
        Instant now = herald.now();
        EventDetails before = events.get(id);
        if (!before.event().wasHeld(now)) {
            throw new EventNotReady("event.not-ready.not-held");
        }
        if (tables.events().report(id, version, outcome.text(), outcome.learnt(), outcome.published(), now) == 0) {
            throw new EventStale();
        }
        EventDetails after = events.get(id);
        String deed = outcome.published() ? "outcome-published" : "outcome-written";
        herald.tell(id, deed, actor, EventDifferences.of(before, after));
        return after;
    }

    private Instant turn(long id, EventState from, EventState to, @Nullable String because, String otherwise) {
        Instant now = herald.now();
        if (tables.events().turn(id, from, to, because, now) == 0) {
            throw new EventNotReady(otherwise);
        }
        return now;
    }
}
