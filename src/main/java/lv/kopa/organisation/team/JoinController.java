package lv.kopa.organisation.team;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Personal;
import lv.kopa.organisation.UnknownOrganisation;
import lv.kopa.organisation.account.NewPassword;
import lv.kopa.organisation.account.PersonName;
import lv.kopa.organisation.signin.SignInCookie;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Where whoever is invited to a team, or to help with an event, comes in: with the account they have, or with one they make here. */
@Pages("/join/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Personal
class JoinController {
    private static final String INSIDE = "/organiser";

    private final StaticTemplates pages = new StaticTemplates();
    private final TeamInvitations invitations;
    private final Organisations organisations;
    private final SignIns signIns;
    private final SignInCookie cookie;

    JoinController(TeamInvitations invitations, Organisations organisations, SignIns signIns, SignInCookie cookie) {
        this.invitations = invitations;
        this.organisations = organisations;
        this.signIns = signIns;
        this.cookie = cookie;
    }

    @Get
    HttpResponse<?> show(Shell shell, String token, @Nullable Organiser organiser) {
        return Html.ok(page(shell, token, organiser, Form.empty()));
    }

    @Post
    HttpResponse<?> accept(Shell shell, String token, @Nullable Organiser organiser) {
        if (organiser == null) {
            return Html.seeOther(shell.path());
        }
        TeamInvitation accepted = invitations.accept(Token.inAddress(token), organiser.personId());
        return Flash.seeOther(INSIDE, accepted.eventId() == null ? "team.joined" : "helper.joined");
    }

    @Post("/account")
    HttpResponse<?> acceptNewly(Shell shell, String token, @Body Form form) {
        Token link = Token.inAddress(token);
        String name = PersonName.read(form);
        String password = NewPassword.read(form, "password");
        if (form.hasErrors()) {
            return Html.unprocessable(page(shell.at("/join/" + link.secret()), token, null, form));
        }
        String welcome = invitations.find(link).eventId() == null ? "team.joined" : "helper.joined";
        Person person = invitations.acceptNewly(link, name, password, shell.language());
        return Flash.seeOther(INSIDE, welcome).cookie(cookie.carrying(signIns.begin(person.id())));
    }

    private JteModel page(Shell shell, String token, @Nullable Organiser organiser, Form form) {
        Token link = Token.inAddress(token);
        TeamInvitation invitation = invitations.find(link);
        Organisation organisation =
                organisations.find(invitation.organisationId()).orElseThrow(UnknownOrganisation::new);
        return pages.organisationTeamJoin(new JoinPage(
                shell,
                organisation,
                invitation,
                "/join/" + link.secret(),
                organiser == null ? "" : organiser.name(),
                invitations.isKnown(invitation),
                form));
    }
}
