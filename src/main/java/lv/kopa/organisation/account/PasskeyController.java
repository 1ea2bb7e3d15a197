package lv.kopa.organisation.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Personal;
import lv.kopa.organisation.passkey.Asked;
import lv.kopa.organisation.passkey.OwnPasskey;
import lv.kopa.organisation.passkey.Passkeys;
import lv.kopa.organisation.signin.PasskeyCookie;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where people add passkeys, call them something else and remove them. */
@Pages(PasskeyController.HERE)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Personal
class PasskeyController {
    static final String HERE = AccountController.HERE + "/passkeys";

    private static final int LONGEST_NAME = 100;

    private final StaticTemplates pages = new StaticTemplates();
    private final Account account;
    private final Passkeys passkeys;
    private final PasskeyCookie asking;

    PasskeyController(Account account, Passkeys passkeys, PasskeyCookie asking) {
        this.account = account;
        this.passkeys = passkeys;
        this.asking = asking;
    }

    @Get
    HttpResponse<?> show(Shell shell) {
        return Html.ok(pages.organisationAccountPasskeyBegin(shell, Form.empty(), false));
    }

    /** Lets whoever knows the password go on, for a browser that is left open must not be able to. */
    @Post
    HttpResponse<?> ask(Shell shell, Organiser organiser, @Body Form form) {
        readName(form);
        if (!form.hasErrors()) {
            requirePassword(organiser, form);
        }
        if (form.hasErrors()) {
            return Html.unprocessable(pages.organisationAccountPasskeyBegin(shell, form, false));
        }
        Asked asked = passkeys.ask(account.of(organiser));
        return Html.ok(pages.organisationAccountPasskeyCreate(shell.at(HERE), form, asked.options()))
                .cookie(asking.carrying(asked));
    }

    @Post("/created")
    HttpResponse<?> add(HttpRequest<?> request, Shell shell, Organiser organiser, @Body Form form) {
        String name = readName(form);
        boolean added = !form.hasErrors()
                && PasskeyCookie.of(request)
                        .filter(challenge -> passkeys.add(
                                account.of(organiser), challenge, form.get("credential"), name, organiser.actor()))
                        .isPresent();
        return added
                ? Flash.seeOther(AccountController.HERE, "account.passkey.added")
                        .cookie(asking.gone())
                : Html.unprocessable(pages.organisationAccountPasskeyBegin(shell.at(HERE), form, true));
    }

    @Get("/{id}")
    HttpResponse<?> look(Shell shell, Organiser organiser, long id) {
        return passkeys.find(organiser.personId(), id)
                .<HttpResponse<?>>map(passkey ->
                        Html.ok(pages.organisationAccountPasskey(shell, passkey, named(passkey), Form.empty())))
                .orElseGet(PasskeyController::nothingHere);
    }

    @Post("/{id}")
    HttpResponse<?> rename(Shell shell, Organiser organiser, long id, @Body Form form) {
        Optional<OwnPasskey> passkey = passkeys.find(organiser.personId(), id);
        if (passkey.isEmpty()) {
            return nothingHere();
        }
        String name = readName(form);
        if (form.hasErrors()) {
            return Html.unprocessable(pages.organisationAccountPasskey(shell, passkey.get(), form, Form.empty()));
        }
        passkeys.rename(organiser.personId(), id, name, organiser.actor());
        return Flash.seeOther(AccountController.HERE, "account.passkey.renamed");
    }

    @Post("/{id}/removal")
    HttpResponse<?> remove(Shell shell, Organiser organiser, long id, @Body Form form) {
        Optional<OwnPasskey> passkey = passkeys.find(organiser.personId(), id);
        if (passkey.isEmpty()) {
            return nothingHere();
        }
        requirePassword(organiser, form);
        if (form.hasErrors()) {
            return Html.unprocessable(pages.organisationAccountPasskey(
                    shell.at(HERE + "/" + id), passkey.get(), named(passkey.get()), form));
        }
        passkeys.remove(organiser.personId(), id, organiser.actor());
        return Flash.seeOther(AccountController.HERE, "account.passkey.removed");
    }

    /** It is nobody's, somebody else's, or was removed in another window. */
    private static HttpResponse<?> nothingHere() {
        return Html.seeOther(AccountController.HERE);
    }

    private static Form named(OwnPasskey passkey) {
        return Form.empty().with("name", passkey.name());
    }

    private void requirePassword(Organiser organiser, Form form) {
        if (!account.isPassword(organiser, form.get("present"))) {
            form.reject("present", "account.password.wrong");
        }
    }

    private static String readName(Form form) {
        String name = form.get("name");
        if (name.isEmpty()) {
            form.reject("name", "account.passkey.name.missing");
        } else if (name.length() > LONGEST_NAME) {
            form.reject("name", "web.too-long", LONGEST_NAME);
        }
        return name;
    }
}
