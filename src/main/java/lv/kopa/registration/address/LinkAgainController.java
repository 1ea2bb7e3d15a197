package lv.kopa.registration.address;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.wish.Screening;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import lv.kopa.web.guard.TooOften;

/** Sends lost links again. Whoever asks is told the same whether the address is known or not. */
@Pages("/registrations/link")
@Secured(SecurityRule.IS_ANONYMOUS)
class LinkAgainController {
    private final StaticTemplates templates = new StaticTemplates();
    private final LinkAgain links;
    private final Limits limits;

    LinkAgainController(LinkAgain links, Limits limits) {
        this.links = links;
        this.limits = limits;
    }

    @Get
    HttpResponse<byte[]> form(Shell shell) {
        return Html.ok(page(Form.empty(), shell));
    }

    @Post
    HttpResponse<byte[]> send(@Body Form form, Shell shell, Network network) {
        if (form.isToTranslate()) {
            return Html.ok(page(form, shell));
        }
        if (Screening.isDoubtful(form, shell)) {
            return Html.with(HttpStatus.FORBIDDEN, page(form, shell));
        }
        Optional<EmailAddress> address = EmailAddress.parse(form.get("email"));
        if (address.isEmpty()) {
            form.reject("email", form.get("email").isEmpty() ? "web.address-missing" : "web.not-an-address");
            return Html.unprocessable(page(form, shell));
        }
        try {
            limits.count(Limit.LINKS_NETWORK, network);
            limits.count(Limit.LINKS, address.get().key());
        } catch (TooOften tooOften) {
            form.reject("email", tooOften.sentence());
            return Html.later(tooOften.howLong(), page(form, shell));
        }
        links.send(address.get(), shell.language());
        return Html.ok(templates.registrationAddressAgain(shell, form, true));
    }

    private JteModel page(Form form, Shell shell) {
        return templates.registrationAddressAgain(shell, form, false);
    }
}
