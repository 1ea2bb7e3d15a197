package lv.kopa.event.edit;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers write all of a new event at once. */
@Pages("/organiser/events")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Needs(value = Role.ORGANISER, of = Needs.Of.ORGANISATION)
class DraftController {
    private final StaticTemplates templates = new StaticTemplates();
    private final EventForms forms;
    private final Drafting drafting;

    DraftController(EventForms forms, Drafting drafting) {
        this.forms = forms;
        this.drafting = drafting;
    }

    @Get("/new")
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
        Optional<Event> draft = drafting.draft(page, organiser);
        return draft.isPresent() ? drafted(draft.get(), form) : Html.unprocessable(templates.eventEditPage(page));
    }

    /** The page of a draft, or what participants will see, as the button says that was pressed. */
    static HttpResponse<byte[]> drafted(Event draft, Form form) {
        String address = form.chose("do", "preview") ? "/events/" : "/organiser/events/";
        return Flash.seeOther(address + draft.slug(), "workspace.event.drafted");
    }

    private EventFormPage page(Shell shell, Organiser organiser, Form form) {
        return forms.page(shell, organiser, form, Optional.empty());
    }
}
