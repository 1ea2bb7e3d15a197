package lv.kopa.organisation.signin;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Personal;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

@Pages("/organiser/tokens")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Personal
class ApiTokenController {
    private static final int LONGEST_NAME = 100;

    private final StaticTemplates pages = new StaticTemplates();
    private final ApiTokens tokens;

    ApiTokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Get
    HttpResponse<?> list(Shell shell, Organiser organiser) {
        return Html.ok(page(shell, organiser, Form.empty()));
    }

    /** Answers with the page itself and no other address, for the secret is shown once and kept nowhere. */
    @Post
    HttpResponse<?> create(Shell shell, Organiser organiser, @Body Form form) {
        String name = form.get("name");
        if (name.isEmpty()) {
            form.reject("name", "token.name.missing");
        } else if (name.length() > LONGEST_NAME) {
            form.reject("name", "web.too-long", LONGEST_NAME);
        }
        if (form.hasErrors()) {
            return Html.unprocessable(page(shell, organiser, form));
        }
        String secret = tokens.create(organiser, name).secret();
        return Html.ok(pages.organisationSigninToken(shell, name, secret)).header("Cache-Control", "no-store");
    }

    @Post("/{id}/revocation")
    HttpResponse<?> revoke(Organiser organiser, long id) {
        tokens.revoke(id, organiser.personId(), organiser.actor());
        return Flash.seeOther("/organiser/tokens", "token.revoked");
    }

    private JteModel page(Shell shell, Organiser organiser, Form form) {
        return pages.organisationSigninTokens(shell, form, tokens.of(organiser.personId()));
    }
}
