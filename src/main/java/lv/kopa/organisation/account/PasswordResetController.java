package lv.kopa.organisation.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.mail.EmailAddress;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;

/** Where people who forgot their password ask for a link, and where it leads. */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class PasswordResetController {
    private static final String SIGN_IN = "/organiser/sign-in";

    private final StaticTemplates pages = new StaticTemplates();
    private final PasswordResets resets;
    private final Limits limits;

    PasswordResetController(PasswordResets resets, Limits limits) {
        this.resets = resets;
        this.limits = limits;
    }

    @Get("/organiser/password")
    HttpResponse<?> show(Shell shell) {
        return Html.ok(pages.organisationAccountForgotten(shell, Form.empty()));
    }

    /** Says the same whether somebody has the address or nobody. */
    @Post("/organiser/password")
    HttpResponse<?> ask(Shell shell, @Body Form form, Network network) {
        Optional<EmailAddress> address = EmailAddress.parse(form.get("email"));
        if (address.isEmpty()) {
            form.reject("email", form.get("email").isEmpty() ? "web.address-missing" : "web.not-an-address");
            return Html.unprocessable(pages.organisationAccountForgotten(shell, form));
        }
        limits.count(Limit.LINKS_NETWORK, network);
        limits.count(Limit.LINKS, address.get().key());
        resets.ask(address.get());
        return Flash.seeOther(SIGN_IN, "password.asked");
    }

    @Get("/password/{token}")
    HttpResponse<?> choose(Shell shell, String token) {
        return Html.ok(pages.organisationAccountReset(
                shell, Form.empty(), resets.find(Token.inAddress(token)).email()));
    }

    @Post("/password/{token}")
    HttpResponse<?> change(Shell shell, String token, @Body Form form) {
        Token link = Token.inAddress(token);
        String email = resets.find(link).email();
        String password = NewPassword.read(form, "password");
        if (form.hasErrors()) {
            return Html.unprocessable(pages.organisationAccountReset(shell, form, email));
        }
        resets.use(link, password);
        return Flash.seeOther(SIGN_IN, "password.changed");
    }
}
