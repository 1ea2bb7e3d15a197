package lv.kopa.event.edit;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventStale;
import lv.kopa.event.EventState;
import lv.kopa.event.Events;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.event.rehearsal.Foreseen;
import lv.kopa.event.rehearsal.Rehearsal;
import lv.kopa.event.rehearsal.Tellings;
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

/** Where organisers change their events. */
@Pages("/organiser/events/{slug}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ChangeController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Announcements announcements;
    private final Events events;
    private final EventForms forms;
    private final Rehearsal rehearsal;
    private final Tellings tellings;

    ChangeController(
            Announcements announcements, Events events, EventForms forms, Rehearsal rehearsal, Tellings tellings) {
        this.announcements = announcements;
        this.events = events;
        this.forms = forms;
        this.rehearsal = rehearsal;
        this.tellings = tellings;
    }

    @Get("/edit")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> edit(Shell shell, Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        return Html.ok(templates.eventEditPage(page(shell, organiser, EventForm.of(event), event)));
    }

    @Post
    HttpResponse<byte[]> change(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        EventFormPage page = page(shell, organiser, form, event);
        if (FormRows.change(form)) {
            return Html.ok(templates.eventEditPage(page));
        }
        EventPlan plan = forms.read(page, event.organisation());
        return form.hasErrors()
                ? Html.unprocessable(templates.eventEditPage(page))
                : change(page, event, plan, organiser);
    }

    private HttpResponse<byte[]> change(EventFormPage page, EventDetails event, EventPlan plan, Organiser organiser) {
        try {
            Optional<Foreseen> news = news(page, event, plan, organiser);
            return news.isPresent()
                    ? Html.ok(templates.eventEditPage(page.foreseeing(news.get())))
                    : save(page, event.event().id(), plan, organiser);
        } catch (InvalidInput refused) {
            forms.tell(page, refused);
        } catch (EventStale stale) {
            EventForm.renewed(page.form(), events.get(event.event().id())).reject("", stale.sentence());
        }
        return Html.unprocessable(templates.eventEditPage(page));
    }

    /** What the organiser is to know before people hear of it. */
    private Optional<Foreseen> news(EventFormPage page, EventDetails event, EventPlan plan, Organiser organiser) {
        return Optional.of(event)
                .filter(now -> now.event().state() == EventState.PUBLISHED)
                .map(now -> rehearsal.of(
                        now,
                        page.form().version(),
                        plan,
                        organiser.actor(),
                        page.shell().language()))
                .filter(foreseen -> foreseen.isNews() && page.form().tells(foreseen.sign()));
    }

    private HttpResponse<byte[]> save(EventFormPage page, long id, EventPlan plan, Organiser organiser) {
        long before = tellings.now();
        Event changed = announcements
                .change(id, page.form().version(), plan, organiser.actor())
                .event();
        String address = page.form().chose("do", "preview") ? "/events/" : "/organiser/events/";
        return changed.state() == EventState.PUBLISHED
                ? told(address + changed.slug(), changed, tellings.written(before, id))
                : Flash.seeOther(address + changed.slug(), "workspace.event.saved");
    }

    private HttpResponse<byte[]> told(String address, Event changed, long mails) {
        long later = tellings.later(changed.id());
        String key = later > 0 ? "workspace.event.changed.later" : "workspace.event.changed";
        String seen = mails > 0 ? "/organiser/outbox?event=" + changed.slug() : "";
        return Flash.seeOther(address, key, later > 0 ? later : mails, seen);
    }

    private EventFormPage page(Shell shell, Organiser organiser, Form form, EventDetails event) {
        return forms.page(shell, organiser, form, Optional.of(event));
    }
}
