package lv.kopa.registration.participant;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.EventDetails;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.notice.Noticeboard;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** What came of registering. */
@Pages("/events/{slug}/registered")
@Secured(SecurityRule.IS_ANONYMOUS)
class DoneController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Noticeboard noticeboard;
    private final Clock clock;

    DoneController(Noticeboard noticeboard, Clock clock) {
        this.noticeboard = noticeboard;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String slug, HttpRequest<?> request, Shell shell) {
        EventDetails event =
                noticeboard.show(slug).filter(found -> found.event().isShown()).orElseThrow(UnknownEvent::new);
        return Html.ok(templates.registrationDone(DonePage.of(
                new EventView(shell, event, clock.instant()),
                name -> request.getParameters().getFirst(name))));
    }
}
