package lv.kopa.event.notice;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.UnknownEvent;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** The public page of an event. */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class EventController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Noticeboard noticeboard;
    private final Handouts handouts;
    private final Turnout turnout;
    private final EventMarkup markup;
    private final Clock clock;

    EventController(Noticeboard noticeboard, Handouts handouts, Turnout turnout, EventMarkup markup, Clock clock) {
        this.noticeboard = noticeboard;
        this.handouts = handouts;
        this.turnout = turnout;
        this.markup = markup;
        this.clock = clock;
    }

    @Get("/events/{slug}")
    @Needs(Role.CHECK_IN)
    HttpResponse<byte[]> show(
            @PathVariable String slug,
            @QueryValue @Nullable String invitation,
            Shell shell,
            @Nullable Organiser organiser) {
        EventDetails event = noticeboard.show(slug).orElseThrow(UnknownEvent::new);
        boolean own = organiser != null && organiser.mayOrganise(event.event().organisationId());
        if (event.event().isDraft() && !own) {
            throw new UnknownEvent();
        }
        EventView view = new EventView(shell, event, clock.instant());
        EventPage page = new EventPage(
                shell,
                view,
                event.event().isDraft(),
                Optional.ofNullable(invitation),
                handouts.of(event.event().id()),
                turnout.of(event.event()),
                markup.head(view));
        MutableHttpResponse<byte[]> answer = Html.ok(templates.eventShow(page));
        return page.head().hidden() ? answer.header("X-Robots-Tag", "noindex") : answer;
    }
}
