package lv.kopa.event.announcement;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventState;
import lv.kopa.event.announcement.Announcement.AnnouncedSession;
import lv.kopa.organisation.Organisation;
import lv.kopa.project.Activity;
import lv.kopa.project.Projects;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Translated;
import lv.kopa.web.Links;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Makes the row of an event out of what was announced. */
@Singleton
class EventValues {
    /** What the address of the form for a new event ends with. */
    /** What stands where the slug of an event would in the addresses of organisers. */
    private static final Set<String> PAGES = Set.of("new", "begin");

    private final AnnouncementRepository events;
    private final Projects projects;
    private final Herald herald;
    private final Links links;

    EventValues(AnnouncementRepository events, Projects projects, Herald herald, Links links) {
        this.events = events;
        this.projects = projects;
        this.herald = herald;
        this.links = links;
    }

    Event draft(Announcement announced, EventPlan plan, Organisation organisation) {
        Instant now = herald.now();
        return row(
                announced,
                new Identity(
                        0,
                        organisation.id(),
                        plan.slug() == null ? freeSlug(announced) : claimed(announced.slug()),
                        newUid(),
                        null,
                        null,
                        Translated.nothing(),
                        Report.none(),
                        0,
                        0,
                        now),
                EventState.DRAFT,
                activity(plan, organisation.id()),
                now);
    }

    Event changed(EventDetails before, Announcement announced, EventPlan plan) {
        Event event = before.event();
        String slug = slug(event, announced, plan);
        Instant start = start(announced);
        Instant end = end(announced);
        boolean moved = !Objects.equals(start, event.startsAt()) || !Objects.equals(end, event.endsAt());
        return row(
                announced,
                new Identity(
                        event.id(),
                        event.organisationId(),
                        slug,
                        event.uid(),
                        event.invitationHash(),
                        event.picture(),
                        event.pictureShows(),
                        new Report(event.outcome(), event.learnt(), event.outcomeAt()),
                        event.sequence() + (moved ? 1 : 0),
                        event.version(),
                        event.createdAt()),
                event.state(),
                activity(plan, event.organisationId()),
                herald.now());
    }

    private String slug(Event event, Announcement announced, EventPlan plan) {
        if (plan.slug() == null || announced.slug().equals(event.slug())) {
            return event.slug();
        }
        if (!event.isDraft()) {
            throw new InvalidInput("slug", "event.fault.slug-published");
        }
        return claimed(announced.slug());
    }

    /** What of an event stays through its changes. */
    private record Identity(
            long id,
            long organisationId,
            String slug,
            String uid,
            @Nullable String invitationHash,
            @Nullable String picture,
            Translated pictureShows,
            Report report,
            int sequence,
            int version,
            Instant createdAt) {}

    /** What came of it. */
    private record Report(
            Translated outcome, Translated learnt, @Nullable Instant publishedAt) {
        static Report none() {
            return new Report(Translated.nothing(), Translated.nothing(), null);
        }
    }

    private Event row(
            Announcement announced, Identity identity, EventState state, @Nullable Long activity, Instant now) {
        return new Event(
                identity.id(),
                identity.organisationId(),
                activity,
                identity.slug(),
                identity.uid(),
                announced.kind(),
                state,
                announced.visibility(),
                announced.title(),
                announced.description(),
                announced.provided(),
                announced.languages(),
                announced.zone().getId(),
                announced.places(),
                0,
                announced.waitingList(),
                announced.approval(),
                announced.opensAt(),
                announced.closesAt(),
                announced.changesUntil(),
                announced.answersUntil(),
                announced.confirmAddress(),
                announced.offerHours(),
                announced.minors(),
                announced.decisionsBy(),
                identity.invitationHash(),
                identity.picture(),
                identity.pictureShows(),
                null,
                identity.report().outcome(),
                identity.report().learnt(),
                identity.report().publishedAt(),
                start(announced),
                end(announced),
                null,
                null,
                identity.sequence(),
                identity.version(),
                identity.createdAt(),
                now);
    }

    private static @Nullable Instant start(Announcement announced) {
        return announced.sessions().stream()
                .map(AnnouncedSession::startsAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant end(Announcement announced) {
        return announced.sessions().stream()
                .map(AnnouncedSession::endsAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable Long activity(EventPlan plan, long organisation) {
        String typed = plan.activity();
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return projects.activity(typed.strip())
                .filter(activity -> projects.of(List.of(organisation)).stream()
                        .anyMatch(project -> project.id() == activity.projectId()))
                .map(Activity::id)
                .orElseThrow(() -> new InvalidInput("activity", "event.fault.activity", typed));
    }

    private String claimed(String typed) {
        if (isFree(typed)) {
            return typed;
        }
        throw new InvalidInput("slug", "event.fault.slug-taken", typed);
    }

    /** Of its title; with its first day, where something else is called so. */
    private String freeSlug(Announcement announced) {
        String base = announced.slug().isEmpty() ? "event-" + chance(6) : announced.slug();
        String dated = announced.sessions().stream()
                .map(session -> session.start().toLocalDate())
                .min(Comparator.naturalOrder())
                .map(day -> base + "-" + day)
                .orElse(base);
        return Stream.of(base, dated).filter(this::isFree).findFirst().orElseGet(() -> base + "-" + chance(4));
    }

    private boolean isFree(String slug) {
        return !PAGES.contains(slug) && !events.existsBySlug(slug);
    }

    private static String chance(int letters) {
        return Token.random().secret().substring(0, letters);
    }

    String newUid() {
        return "event-" + UUID.randomUUID() + "@" + links.host();
    }
}
