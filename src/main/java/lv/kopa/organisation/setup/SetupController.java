package lv.kopa.organisation.setup;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.signin.SignInCookie;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

@Pages("/setup/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class SetupController {
    private final StaticTemplates pages = new StaticTemplates();
    private final Installation installation;
    private final SignIns signIns;
    private final SignInCookie cookie;

    SetupController(Installation installation, SignIns signIns, SignInCookie cookie) {
        this.installation = installation;
        this.signIns = signIns;
        this.cookie = cookie;
    }

    @Get
    HttpResponse<?> show(Shell shell, String token) {
        Token invitation = Token.typed(token);
        if (!installation.isInvited(invitation)) {
            throw new NotInvited();
        }
        return Html.ok(page(shell, SetupForm.empty()));
    }

    @Post
    HttpResponse<?> setUp(Shell shell, String token, @Body Form form) {
        Token invitation = Token.typed(token);
        if (!installation.isInvited(invitation)) {
            throw new NotInvited();
        }
        Optional<FirstOrganisation> first = SetupForm.read(form, shell.language());
        if (first.isEmpty()) {
            return Html.unprocessable(page(shell, form));
        }
        Person owner = installation.setUp(invitation, first.get());
        return Html.seeOther("/organiser").cookie(cookie.carrying(signIns.begin(owner.id())));
    }

    private JteModel page(Shell shell, Form form) {
        return pages.organisationSetupSetup(shell, form);
    }
}
