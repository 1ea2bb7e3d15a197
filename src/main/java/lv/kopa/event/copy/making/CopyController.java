package lv.kopa.event.copy.making;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.LocalDate;
import java.util.List;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
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

/** Where organisers have an event take place once more, or many times. */
@Pages("/organiser/events/{slug}/copy")
@Secured(SecurityRule.IS_AUTHENTICATED)
class CopyController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Copies copies;

    CopyController(Events events, Copies copies) {
        this.events = events;
        this.copies = copies;
    }

    @Get
    @Needs(value = Role.AUDITOR, of = Needs.Of.ORGANISATION)
    HttpResponse<byte[]> blank(Shell shell, Organiser organiser, String slug) {
        return Html.ok(templates.eventCopyMakingForm(new CopyPage(
                shell, events.own(slug, organiser), CopyForm.blank().form())));
    }

    @Post
    @Needs(value = Role.ORGANISER, of = Needs.Of.ORGANISATION)
    HttpResponse<byte[]> copy(Shell shell, Organiser organiser, String slug, @Body Form typed) {
        EventDetails event = events.own(slug, organiser);
        CopyForm form = new CopyForm(typed);
        List<LocalDate> days = form.days(event);
        if (!typed.hasErrors()) {
            try {
                return made(copies.make(event.event().id(), days, form.parts(), form.submission(), organiser.actor()));
            } catch (InvalidInput refused) {
                refused.faults()
                        .forEach((field, fault) ->
                                typed.reject(field.startsWith("sessions") ? "first" : "parts", fault));
            }
        }
        return Html.unprocessable(templates.eventCopyMakingForm(new CopyPage(shell, event, typed)));
    }

    private static HttpResponse<byte[]> made(List<Event> copies) {
        return copies.size() == 1
                ? Flash.seeOther("/organiser/events/" + copies.get(0).slug(), "workspace.copy.one")
                : Flash.seeOther("/organiser/events", "workspace.copy.many", copies.size(), "");
    }
}
