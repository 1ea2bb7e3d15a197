package lv.kopa.organisation.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Base64;
import java.util.List;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Personal;
import lv.kopa.organisation.factor.Proposal;
import lv.kopa.organisation.factor.SecondFactors;
import lv.kopa.paper.QrCode;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;

/** Where people turn their second factor on, by a code that shows that their telephone has it, and off. */
@Pages(SecondFactorController.HERE)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Personal
class SecondFactorController {
    static final String HERE = AccountController.HERE + "/second-factor";

    private final StaticTemplates pages = new StaticTemplates();
    private final Account account;
    private final SecondFactors factors;
    private final Limits limits;

    SecondFactorController(Account account, SecondFactors factors, Limits limits) {
        this.account = account;
        this.factors = factors;
        this.limits = limits;
    }

    @Get
    HttpResponse<?> show(Shell shell, Organiser organiser) {
        if (factors.isOn(organiser.personId())) {
            return Html.ok(pages.organisationAccountFactorOff(shell, Form.empty()));
        }
        return Html.ok(pages.organisationAccountFactorBegin(shell, Form.empty()));
    }

    /** Shows a new secret to whoever knows the password, for a browser that is left open must not be able to do so. */
    @Post
    HttpResponse<?> propose(Shell shell, Organiser organiser, @Body Form form) {
        if (factors.isOn(organiser.personId())) {
            return Html.seeOther(HERE);
        }
        if (!account.isPassword(organiser, form.get("present"))) {
            form.reject("present", "account.password.wrong");
            return Html.unprocessable(pages.organisationAccountFactorBegin(shell, form));
        }
        Proposal proposal = factors.propose(account.of(organiser));
        return Html.ok(pages.organisationAccountFactorOn(shell.at(HERE), Form.empty(), proposal, picture(proposal)));
    }

    @Post("/confirmation")
    HttpResponse<?> confirm(Shell shell, Organiser organiser, @Body Form form) {
        limits.count(Limit.SECOND_STEP, organiser.actor());
        Person person = account.of(organiser);
        List<String> codes = factors.confirm(person.id(), form.get("code"), organiser.actor());
        if (!codes.isEmpty()) {
            return Html.ok(pages.organisationAccountRecovery(shell.at(HERE), codes));
        }
        return factors.proposed(person)
                .<HttpResponse<?>>map(proposal -> Html.unprocessable(pages.organisationAccountFactorOn(
                        shell.at(HERE), form.reject("code", "account.code.wrong"), proposal, picture(proposal))))
                .orElseGet(() -> Html.seeOther(HERE));
    }

    @Post("/removal")
    HttpResponse<?> remove(Shell shell, Organiser organiser, @Body Form form) {
        if (!account.isPassword(organiser, form.get("present"))) {
            form.reject("present", "account.password.wrong");
            return Html.unprocessable(pages.organisationAccountFactorOff(shell.at(HERE), form));
        }
        factors.remove(organiser.personId(), organiser.actor());
        return Flash.seeOther(AccountController.HERE, "account.factor.off.done");
    }

    private static String picture(Proposal proposal) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(QrCode.svg(proposal.address()));
    }
}
