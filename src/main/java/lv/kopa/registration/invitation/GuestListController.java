package lv.kopa.registration.invitation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.invitation.GuestListPage.Row;
import lv.kopa.registration.invitation.Inviting.InvitedAlready;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Many people at once, from a list: first it is shown what is in it, then they are invited, all who are chosen or nobody. */
@Pages("/organiser/events/{slug}/invitations")
@Secured(SecurityRule.IS_AUTHENTICATED)
class GuestListController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Inviting inviting;
    private final GuestBook book;

    GuestListController(Inviting inviting, GuestBook book) {
        this.inviting = inviting;
        this.book = book;
    }

    @Post("/file")
    HttpResponse<byte[]> look(Shell shell, Organiser organiser, String slug, @Part("file") CompletedFileUpload upload)
            throws IOException {
        Form form = book.blank(shell);
        InvitationsPage page = book.page(slug, organiser, shell, form);
        try {
            form.with("list", GuestTable.text(upload.getBytes(), shell.language()));
        } catch (InvalidInput invalid) {
            invalid.faults().forEach((field, fault) -> form.reject("file", fault));
            return Html.unprocessable(templates.registrationInvitationList(page));
        }
        return look(page, form);
    }

    @Post("/list")
    HttpResponse<byte[]> list(Shell shell, Organiser organiser, String slug, @Body Form form) {
        InvitationsPage page = book.page(slug, organiser, shell, form);
        return form.chose("do", "invite") ? invite(page, form, organiser) : look(page, form);
    }

    private HttpResponse<byte[]> look(InvitationsPage page, Form form) {
        GuestListPage list = read(page, form);
        return list.rows().isEmpty()
                ? Html.unprocessable(templates.registrationInvitationList(page))
                : Html.ok(templates.registrationInvitationPreview(list));
    }

    private HttpResponse<byte[]> invite(InvitationsPage page, Form form, Organiser organiser) {
        GuestListPage list = read(page, form);
        if (list.rows().isEmpty() || !list.isChosenFrom()) {
            return look(page, form);
        }
        List<Row> chosen = list.chosen();
        if (chosen.isEmpty()) {
            form.reject("rows", "workspace.invitations.fault.nobody");
        } else if (!chosen.stream().allMatch(Row::isRight)) {
            form.reject("rows", "workspace.invitations.fault.rows");
        }
        page.closed().ifPresent(why -> form.reject("", why));
        if (form.hasErrors()) {
            return Html.unprocessable(templates.registrationInvitationPreview(list));
        }
        List<Guest> guests =
                chosen.stream().map(Row::guest).flatMap(Optional::stream).toList();
        try {
            inviting.invite(page.view().details(), guests, form.chose("approved", "true"), organiser.actor());
        } catch (InvitedAlready meanwhile) {
            form.reject("rows", "workspace.invitations.fault.rows");
            return Html.unprocessable(templates.registrationInvitationPreview(read(page, form)));
        }
        return Flash.seeOther(
                page.path(),
                "workspace.invitations.many-done",
                guests.size(),
                "/organiser/outbox?event=" + page.view().event().slug());
    }

    private GuestListPage read(InvitationsPage page, Form form) {
        return GuestListPage.of(page.view(), form, book.reader(page.view().details()));
    }
}
