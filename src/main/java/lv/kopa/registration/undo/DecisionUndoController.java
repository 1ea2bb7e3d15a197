package lv.kopa.registration.undo;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Organiser;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers undo what they decided on several people at once, and read of whom it was undone. */
@Pages("/organiser/events/{slug}/decisions/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class DecisionUndoController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Decisions decisions;
    private final Clock clock;

    DecisionUndoController(Events events, Decisions decisions, Clock clock) {
        this.events = events;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug, long id) {
        EventDetails event = events.own(slug, organiser);
        Decision decision = decisions.get(event.event(), id);
        return Html.ok(templates.registrationSelectionUndone(
                new DecisionPage(new EventView(shell, event, clock.instant()), decision, decisions.people(decision))));
    }

    /** Whoever presses second, or too late, reads on the same page what is so. */
    @Post("/undo")
    HttpResponse<byte[]> undo(Organiser organiser, String slug, long id) {
        EventDetails event = events.own(slug, organiser);
        decisions.undo(event.event(), decisions.get(event.event(), id), organiser.actor());
        return Html.seeOther("/organiser/events/" + slug + "/decisions/" + id);
    }
}
