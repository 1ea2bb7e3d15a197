package lv.kopa.event.api;

import static io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue.FALSE;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Singleton;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventFilter;
import lv.kopa.event.Events;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.PlainText;
import lv.kopa.web.Api;
import lv.kopa.web.api.Cursor;
import lv.kopa.web.api.Page;
import lv.kopa.web.api.Unlisted;
import lv.kopa.web.api.Version;
import lv.kopa.web.idempotency.Once;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/events")
@Api
@Tag(name = "Events")
@Secured(SecurityRule.IS_AUTHENTICATED)
class EventApi {
    private static final int LONGEST_REASON = 2_000;

    private final Events events;
    private final Announcements announcements;
    private final Mandate mandate;
    private final PlanPatch patches;
    private final EventItems items;
    private final EventAnswer answers;

    EventApi(Events events, Announcements announcements, Mandate mandate, PlanPatch patches, Telling telling) {
        this.events = events;
        this.announcements = announcements;
        this.mandate = mandate;
        this.patches = patches;
        this.items = telling.items();
        this.answers = telling.answers();
    }

    /** How events are told of: in a list, and alone. */
    @Singleton
    record Telling(EventItems items, EventAnswer answers) {}

    /**
     * Drafts an event, which nobody but its organisers sees until it is published.
     *
     * @return the event
     */
    @Post
    @Once
    @Status(HttpStatus.CREATED)
    @RequestBody(content = @Content(schema = @Schema(implementation = EventDraft.class)))
    HttpResponse<EventItem> draft(@Unlisted Organiser organiser, @Body EventPlan plan) {
        Organisation holder = mandate.holder(plan, organiser);
        return answers.created(announcements.draft(plan, holder, organiser.actor()));
    }

    /**
     * Lists the public events that are not over, or those of some days, by the time they begin.
     *
     * @return one part of it
     */
    @Get
    @Secured(SecurityRule.IS_ANONYMOUS)
    @EventListing
    Page<EventItem> list(@Unlisted HttpRequest<?> request, @Unlisted Cursor cursor) {
        EventFilter filter =
                EventFilter.strictly(name -> request.getParameters().getFirst(name));
        Page<EventDetails> page =
                Page.of(cursor, events.coming(filter, cursor.after(), cursor.sizeAndOne()), Events::place);
        return new Page<>(page.items().stream().map(items::open).toList(), page.next());
    }

    /**
     * Shows one event; a draft to its organisers only.
     *
     * @return the event, with an ETag for whoever wants to change it
     */
    @Get("/{slug}")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Needs(Role.CHECK_IN)
    HttpResponse<EventItem> show(String slug, @Unlisted @Nullable Organiser organiser) {
        EventDetails event = events.find(slug).orElseThrow(UnknownEvent::new);
        boolean own = organiser != null && organiser.mayOrganise(event.event().organisationId());
        if (event.event().isDraft() && !own) {
            throw new UnknownEvent();
        }
        return own ? answers.whole(event) : answers.open(event);
    }

    /**
     * Changes what is named and nothing else; null takes away. Sessions are known by their {@code id}, categories,
     * questions and choices by their {@code key}: a list says which of them there are to be, and what one does not say of itself stays. Whoever has
     * a place, or waits for one, hears of what is different for them.
     *
     * @return the event as it is now
     */
    @Patch("/{slug}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @OfVersion
    @RequestBody(content = @Content(schema = @Schema(implementation = EventPlan.class)))
    HttpResponse<EventItem> change(
            String slug, @Unlisted Version version, @Unlisted Organiser organiser, @Body JsonNode patch) {
        EventDetails event = events.own(slug, organiser);
        EventPlan plan = patches.apply(patch, EventPlan.of(event));
        mandate.check(event, plan, organiser);
        return answers.whole(announcements.change(event.event().id(), version.number(), plan, organiser.actor()));
    }

    /**
     * Makes a draft public.
     *
     * @return the event
     */
    @Post("/{slug}/publish")
    @Once
    HttpResponse<EventItem> publish(String slug, @Unlisted Organiser organiser) {
        EventDetails event = events.own(slug, organiser);
        return answers.whole(announcements.publish(event.event().id(), organiser.actor()));
    }

    /**
     * Calls a published event off; whoever has a place, or waits for one, is told why.
     *
     * @return the event
     */
    @Post("/{slug}/cancel")
    @Once
    HttpResponse<EventItem> cancel(String slug, @Unlisted Organiser organiser, @Body Cancellation cancellation) {
        EventDetails event = events.own(slug, organiser);
        return answers.whole(announcements.cancel(event.event().id(), cancellation.cleanReason(), organiser.actor()));
    }

    /**
     * Why an event does not take place.
     *
     * @param reason told to everybody who has a place or waits for one
     */
    @Serdeable
    @Schema(additionalProperties = FALSE)
    record Cancellation(
            @Schema(requiredMode = REQUIRED, nullable = false) @Nullable
            String reason) {
        String cleanReason() {
            String clean = reason == null ? "" : PlainText.clean(reason);
            if (clean.isEmpty()) {
                throw new InvalidInput("reason", "web.required");
            }
            if (clean.length() > LONGEST_REASON) {
                throw new InvalidInput("reason", "web.too-long", LONGEST_REASON);
            }
            return clean;
        }
    }
}
