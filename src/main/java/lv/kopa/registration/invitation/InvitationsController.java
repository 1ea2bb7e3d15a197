package lv.kopa.registration.invitation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Optional;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.invitation.GuestReader.Typed;
import lv.kopa.registration.invitation.Inviting.InvitedAlready;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Faults;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Who is invited to an event by name: one more, a reminder for all, one fewer. */
@Pages("/organiser/events/{slug}/invitations")
@Secured(SecurityRule.IS_AUTHENTICATED)
class InvitationsController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Inviting inviting;
    private final GuestBook book;

    InvitationsController(Inviting inviting, GuestBook book) {
        this.inviting = inviting;
        this.book = book;
    }

    @Get
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug) {
        return Html.ok(templates.registrationInvitationList(book.page(slug, organiser, shell, book.blank(shell))));
    }

    @Post
    HttpResponse<byte[]> invite(Shell shell, Organiser organiser, String slug, @Body Form form) {
        InvitationsPage page = book.page(slug, organiser, shell, form);
        page.closed().ifPresent(why -> form.reject("", why));
        Faults faults = new Faults();
        Typed typed = new Typed(form.get("name"), form.get("email"), form.get("language"), form.get("category"));
        Optional<Guest> guest = book.reader(page.view().details()).read(typed, shell.language(), faults);
        faults.found().forEach(form::reject);
        if (form.hasErrors() || guest.isEmpty()) {
            return Html.unprocessable(templates.registrationInvitationList(page));
        }
        try {
            boolean approved = form.chose("approved", "true");
            inviting.invite(page.view().details(), List.of(guest.get()), approved, organiser.actor());
        } catch (InvitedAlready meanwhile) {
            form.reject("email", "workspace.invitations.fault.invited");
            return Html.unprocessable(templates.registrationInvitationList(page));
        }
        return Flash.seeOther(page.path(), "workspace.invitations.one-done");
    }

    @Post("/reminders")
    HttpResponse<byte[]> remind(Shell shell, Organiser organiser, String slug, @Body Form form) {
        InvitationsPage page = book.page(slug, organiser, shell, form);
        if (page.closed().isPresent()) {
            return Html.seeOther(page.path());
        }
        int reminded = inviting.remindAll(page.view().details(), organiser.actor());
        return Flash.seeOther(
                page.path(), "workspace.invitations.reminded", reminded, "/organiser/outbox?event=" + slug);
    }

    @Post("/{id}/withdrawal")
    HttpResponse<byte[]> withdraw(Shell shell, Organiser organiser, String slug, long id) {
        InvitationsPage page = book.page(slug, organiser, shell, Form.empty());
        boolean withdrawn = inviting.withdraw(page.view().details(), id, organiser.actor());
        return Flash.seeOther(
                page.path(), withdrawn ? "workspace.invitations.withdrawn" : "workspace.invitations.answered");
    }
}
