package lv.kopa.registration.confirmation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.hold.AddressUnconfirmed;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;

/** Sends the mail again that asks for the address to be confirmed. */
@Pages("/r/{token}/confirmation")
@Secured(SecurityRule.IS_ANONYMOUS)
class HeldController {
    private final Confirmations confirmations;
    private final Registrations registrations;
    private final Limits limits;

    HeldController(Confirmations confirmations, Registrations registrations, Limits limits) {
        this.confirmations = confirmations;
        this.registrations = registrations;
        this.limits = limits;
    }

    @Post
    HttpResponse<byte[]> sendAgain(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        String page = "/r/" + link.secret();
        try {
            registrations.byLink(link);
            return Html.seeOther(page);
        } catch (AddressUnconfirmed unconfirmed) {
            Registration held = registrations.byReference(unconfirmed.reference());
            limits.count(Limit.LINKS, held.emailKey());
            confirmations.sendAgain(held);
            return Flash.seeOther(page, "registration.hold.sent");
        }
    }
}
