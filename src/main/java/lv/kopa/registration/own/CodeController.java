package lv.kopa.registration.own;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import lv.kopa.paper.QrCode;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/**
 * The code that a person shows at the door. It says no more than the reference, which is no secret: where organisers mark
 * that the person is there, so that any phone's camera finds the way, not only our own page.
 */
@Hidden
@Controller
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class CodeController {
    private final Registrations registrations;
    private final Links links;

    CodeController(Registrations registrations, Links links) {
        this.registrations = registrations;
        this.links = links;
    }

    @Get("/r/{token}/code.svg")
    HttpResponse<byte[]> code(@PathVariable String token) {
        Registration registration = registrations.byLink(Token.inAddress(token));
        if (!registration.isConfirmed()) {
            throw new UnknownRegistration();
        }
        return HttpResponse.ok(QrCode.svg(links.to("/organiser/check-in/" + registration.reference())))
                .contentType(new MediaType("image/svg+xml"))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
