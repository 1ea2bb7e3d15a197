package lv.kopa.event.edit;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.event.EventStale;
import lv.kopa.event.Events;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventNotReady;
import lv.kopa.event.announcement.OutcomePlan;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.notice.Turnout;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers say what came of an event. */
@Pages("/organiser/events/{slug}/outcome")
@Secured(SecurityRule.IS_AUTHENTICATED)
class OutcomeController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Announcements announcements;
    private final Events events;
    private final Turnout turnout;
    private final Clock clock;

    OutcomeController(Announcements announcements, Events events, Turnout turnout, Clock clock) {
        this.announcements = announcements;
        this.events = events;
        this.turnout = turnout;
        this.clock = clock;
    }

    @Get
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug) {
        OutcomePage page = OutcomePage.of(shell, events.own(slug, organiser));
        return page.event().event().wasHeld(clock.instant())
                ? Html.ok(templates.eventEditOutcome(page))
                : Html.seeOther(page.back());
    }

    @Post
    HttpResponse<byte[]> report(Shell shell, Organiser organiser, String slug, @Body Form form) {
        OutcomePage page = new OutcomePage(shell, events.own(slug, organiser), form, Optional.empty());
        if (form.chose("do", "preview")) {
            return Html.ok(templates.eventEditOutcome(previewed(page)));
        }
        long id = page.event().event().id();
        TypedValues values = new TypedValues(form);
        OutcomePlan plan =
                new OutcomePlan(values.texts("text"), values.texts("learnt"), form.chose("published", "true"));
        try {
            Event reported = announcements
                    .report(id, form.version(), plan, organiser.actor())
                    .event();
            return Flash.seeOther(
                    page.back(),
                    reported.outcomeAt() == null ? "workspace.outcome.kept" : "workspace.outcome.published");
        } catch (InvalidInput refused) {
            new EventFormFaults(form, shell.language()).tell(refused);
        } catch (EventNotReady early) {
            form.reject("", early.sentence());
        } catch (EventStale stale) {
            EventForm.tell(stale, form, events.get(id));
        }
        return Html.unprocessable(templates.eventEditOutcome(page));
    }

    /** With what was typed as others would read it; nothing is kept. */
    private OutcomePage previewed(OutcomePage page) {
        EventView view = new EventView(page.shell(), page.event(), clock.instant());
        TypedValues values = new TypedValues(page.form());
        OutcomePage.Preview preview = new OutcomePage.Preview(
                view, turnout.of(page.event().event()), values.translated("text"), values.translated("learnt"));
        return new OutcomePage(page.shell(), page.event(), page.form(), Optional.of(preview));
    }
}
