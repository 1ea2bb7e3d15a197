package lv.kopa.event.edit;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers write new events. */
@Pages("/organiser/events")
@Secured(SecurityRule.IS_AUTHENTICATED)
class DraftController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Announcements announcements;
    private final EventForms forms;

    DraftController(Announcements announcements, EventForms forms) {
        this.announcements = announcements;
        this.forms = forms;
    }

    @Get("/new")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> blank(Shell shell, Organiser organiser) {
        Form blank = EventForm.blank(forms.home(organiser, ""));
        return Html.ok(templates.eventEditPage(page(shell, organiser, blank)));
    }

    @Post
    HttpResponse<byte[]> draft(Shell shell, Organiser organiser, @Body Form form) {
        EventFormPage page = page(shell, organiser, form);
        if (FormRows.change(form)) {
            return Html.ok(templates.eventEditPage(page));
        }
        Optional<Organisation> holder = forms.holder(organiser, form.get("organisation"));
        if (holder.isEmpty()) {
            form.reject("organisation", "workspace.fault.organisation");
            return Html.unprocessable(templates.eventEditPage(page));
        }
        EventPlan plan = forms.read(page, holder.get());
        return form.hasErrors()
                ? Html.unprocessable(templates.eventEditPage(page))
                : draft(page, plan, holder.get(), organiser);
    }

    private HttpResponse<byte[]> draft(EventFormPage page, EventPlan plan, Organisation holder, Organiser organiser) {
        try {
            Event event = announcements.draft(plan, holder, organiser.actor()).event();
            String address = page.form().chose("do", "preview") ? "/events/" : "/organiser/events/";
            return Flash.seeOther(address + event.slug(), "workspace.event.drafted");
        } catch (InvalidInput refused) {
            forms.tell(page, refused);
            return Html.unprocessable(templates.eventEditPage(page));
        }
    }

    private EventFormPage page(Shell shell, Organiser organiser, Form form) {
        return forms.page(shell, organiser, form, Optional.empty());
    }
}
