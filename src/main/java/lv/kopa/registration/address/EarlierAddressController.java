package lv.kopa.registration.address;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.notice.EventView;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where the mail leads that tells an address that it is none any more. Opening it changes nothing. */
@Pages("/my/earlier-address/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class EarlierAddressController {
    private final StaticTemplates templates = new StaticTemplates();
    private final EarlierAddresses addresses;
    private final Clock clock;

    EarlierAddressController(EarlierAddresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String token, Shell shell) {
        Token secret = Token.inAddress(token);
        EarlierAddresses.Left left = addresses.find(secret);
        EventView view = new EventView(shell, left.event(), clock.instant());
        return Html.ok(templates.registrationAddressEarlier(
                new EarlierAddressPage(view, left.address(), "/my/earlier-address/" + secret.secret())));
    }

    @Post
    HttpResponse<byte[]> takeBack(@PathVariable String token, @Body Form form) {
        Token link = addresses.takeBack(Token.inAddress(token));
        return Flash.seeOther("/r/" + link.secret(), "registration.address.back.done");
    }

    @Post("/agreement")
    HttpResponse<byte[]> agree(@PathVariable String token, @Body Form form) {
        addresses.agree(Token.inAddress(token));
        return Flash.seeOther("/registrations/link", "registration.address.back.agreed");
    }
}
