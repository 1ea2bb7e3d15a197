package lv.kopa.organisation.account;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Personal;
import lv.kopa.organisation.factor.SecondFactors;
import lv.kopa.organisation.passkey.Passkeys;
import lv.kopa.organisation.signin.SignInCookie;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Language;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where people change their name, language and password, and see where they are signed in. */
@Pages(AccountController.HERE)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Personal
class AccountController {
    static final String HERE = "/organiser/account";

    private final StaticTemplates pages = new StaticTemplates();
    private final Account account;
    private final SignIns signIns;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Organisations organisations;

    AccountController(
            Account account, SignIns signIns, SecondFactors factors, Passkeys passkeys, Organisations organisations) {
        this.account = account;
        this.signIns = signIns;
        this.factors = factors;
        this.passkeys = passkeys;
        this.organisations = organisations;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Shell shell, Organiser organiser) {
        Person person = account.of(organiser);
        return Html.ok(page(request, shell, organiser, AccountPage.filled(person), Form.empty()));
    }

    @Post
    HttpResponse<?> describe(HttpRequest<?> request, Shell shell, Organiser organiser, @Body Form form) {
        String name = PersonName.read(form);
        Optional<Language> language = Language.of(form.get("language"));
        if (language.isEmpty()) {
            form.reject("language", "web.required");
        }
        if (form.hasErrors()) {
            return Html.unprocessable(page(request, shell, organiser, form, Form.empty()));
        }
        account.describe(organiser, name, language.orElseThrow());
        return Flash.seeOther(HERE, "account.saved");
    }

    @Post("/password")
    HttpResponse<?> changePassword(HttpRequest<?> request, Shell shell, Organiser organiser, @Body Form form) {
        String password = NewPassword.read(form, "password");
        if (!form.hasErrors() && !account.isPassword(organiser, form.get("present"))) {
            form.reject("present", "account.password.wrong");
        }
        if (form.hasErrors()) {
            Person person = account.of(organiser);
            return Html.unprocessable(page(request, shell, organiser, AccountPage.filled(person), form));
        }
        account.changePassword(organiser, password, here(request));
        return Flash.seeOther(HERE, "account.password.changed");
    }

    @Post("/sign-ins/{id}/end")
    HttpResponse<?> end(Organiser organiser, long id) {
        signIns.end(organiser.personId(), id);
        return Flash.seeOther(HERE, "account.sign-in.ended");
    }

    @Post("/sign-ins/end")
    HttpResponse<?> endOthers(HttpRequest<?> request, Organiser organiser) {
        signIns.endOthers(organiser.personId(), here(request));
        return Flash.seeOther(HERE, "account.sign-ins.ended");
    }

    private static Token here(HttpRequest<?> request) {
        return SignInCookie.of(request).orElseGet(Token::random);
    }

    private JteModel page(HttpRequest<?> request, Shell shell, Organiser organiser, Form form, Form password) {
        Person person = account.of(organiser);
        return pages.organisationAccountShow(new AccountPage(
                shell,
                person,
                form,
                password,
                signIns.of(person.id()),
                here(request),
                factors.isOn(person.id()),
                factors.recoveryLeft(person.id()),
                passkeys.of(person.id()),
                organisations.home(organiser)));
    }
}
