package lv.kopa.event.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.OutcomePlan;
import lv.kopa.organisation.Organiser;
import lv.kopa.web.Api;
import lv.kopa.web.api.Unlisted;
import lv.kopa.web.api.Version;

@Controller("/api/v1/events/{slug}/outcome")
@Api
@Tag(name = "Events")
@Secured(SecurityRule.IS_AUTHENTICATED)
class OutcomeApi {
    private final Events events;
    private final Announcements announcements;
    private final EventAnswer answers;

    OutcomeApi(Events events, Announcements announcements, EventAnswer answers) {
        this.events = events;
        this.announcements = announcements;
        this.answers = answers;
    }

    /**
     * Says what came of an event that has taken place, in place of what was said before.
     *
     * @return the event
     */
    @Put
    @OfVersion
    HttpResponse<EventItem> report(
            String slug, @Unlisted Version version, @Unlisted Organiser organiser, @Body OutcomePlan outcome) {
        EventDetails event = events.own(slug, organiser);
        return answers.whole(announcements.report(event.event().id(), version.number(), outcome, organiser.actor()));
    }
}
