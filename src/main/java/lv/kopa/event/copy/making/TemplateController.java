package lv.kopa.event.copy.making;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.template.Templates;
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

/** Where organisers keep an event as a template, and remove one. */
@Pages("/organiser/events/{slug}/template")
@Secured(SecurityRule.IS_AUTHENTICATED)
class TemplateController {
    private final StaticTemplates pages = new StaticTemplates();
    private final Events events;
    private final Copies copies;
    private final Templates templates;

    TemplateController(Events events, Copies copies, Templates templates) {
        this.events = events;
        this.copies = copies;
        this.templates = templates;
    }

    @Get
    @Needs(value = Role.AUDITOR, of = Needs.Of.ORGANISATION)
    HttpResponse<byte[]> blank(Shell shell, Organiser organiser, String slug) {
        CopyPage page = new CopyPage(
                shell, events.own(slug, organiser), CopyForm.blank().form());
        return Html.ok(pages.eventCopyMakingKeep(page));
    }

    @Post
    @Needs(value = Role.ORGANISER, of = Needs.Of.ORGANISATION)
    HttpResponse<byte[]> keep(Shell shell, Organiser organiser, String slug, @Body Form typed) {
        EventDetails event = events.own(slug, organiser);
        CopyForm form = new CopyForm(typed);
        try {
            Event kept = copies.keepAsTemplate(event.event().id(), form.parts(), form.submission(), organiser.actor());
            return Flash.seeOther(path(kept), "workspace.template.kept");
        } catch (InvalidInput refused) {
            refused.faults().forEach((field, fault) -> typed.reject("parts", fault));
            return Html.unprocessable(pages.eventCopyMakingKeep(new CopyPage(shell, event, typed)));
        }
    }

    @Post("/removal")
    @Needs(value = Role.ORGANISER, of = Needs.Of.ORGANISATION)
    HttpResponse<byte[]> remove(Organiser organiser, String slug) {
        Event template = events.own(slug, organiser).event();
        templates.remove(template, organiser.actor());
        return Flash.seeOther(path(template), "workspace.template.removed.done");
    }

    @Post("/return")
    @Needs(value = Role.ORGANISER, of = Needs.Of.ORGANISATION)
    HttpResponse<byte[]> putBack(Organiser organiser, String slug) {
        Event template = events.own(slug, organiser).event();
        templates.putBack(template, organiser.actor());
        return Flash.seeOther(path(template), "workspace.template.returned");
    }

    private static String path(Event event) {
        return "/organiser/events/" + event.slug();
    }
}
