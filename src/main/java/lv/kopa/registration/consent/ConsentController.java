package lv.kopa.registration.consent;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.address.AddressChanges;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Pages;
import lv.kopa.web.Token;

/** Small things that people decide on their own page. */
@Pages("/r/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class ConsentController {
    private final Registrations registrations;
    private final Consents consents;
    private final AddressChanges addresses;

    ConsentController(Registrations registrations, Consents consents, AddressChanges addresses) {
        this.registrations = registrations;
        this.consents = consents;
        this.addresses = addresses;
    }

    @Post("/consents")
    HttpResponse<byte[]> choose(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        consents.choose(
                registrations.byLink(link),
                form.all("consents").stream()
                        .map(Purpose::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                form.get("read"));
        return Flash.seeOther("/r/" + link.secret() + "#consents", "registration.own.consents.done");
    }

    @Post("/address/withdrawal")
    HttpResponse<byte[]> keepAddress(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        addresses.forget(registrations.byLink(link));
        return Flash.seeOther("/r/" + link.secret(), "registration.address.kept");
    }
}
