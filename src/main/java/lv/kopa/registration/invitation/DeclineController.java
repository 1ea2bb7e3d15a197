package lv.kopa.registration.invitation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where whoever is invited says that they will not come: by a button, since programs open the links of mails. */
@Pages("/my/invitation/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class DeclineController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Invitations invitations;
    private final Inviting inviting;
    private final Events events;
    private final Clock clock;

    DeclineController(Invitations invitations, Inviting inviting, Events events, Clock clock) {
        this.invitations = invitations;
        this.inviting = inviting;
        this.events = events;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        Invitation invitation = find(link);
        EventView view = new EventView(shell, events.get(invitation.eventId()), clock.instant());
        boolean open = invitations
                .closed(view.details(), link.secret(), shell.language())
                .isEmpty();
        return Html.ok(templates.registrationInvitationDecline(new DeclinePage(view, invitation, link, open)));
    }

    @Post
    HttpResponse<byte[]> decline(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        return inviting.decline(find(link))
                ? Flash.seeOther(DeclinePage.path(link), "registration.invitation.declined.thanks")
                : Html.seeOther(DeclinePage.path(link));
    }

    private Invitation find(Token link) {
        return invitations.find(link).orElseThrow(UnknownInvitation::new);
    }
}
