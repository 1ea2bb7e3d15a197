package lv.kopa.registration.waiting;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.registration.RegistrationSettled;
import lv.kopa.registration.Registrations;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Token;

/** What somebody who waits says on their own page: to a place that is offered, of what else they would take, and of sessions. */
@Pages("/r/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class PlaceController {
    private final Offering offering;
    private final Others others;
    private final Leaving leaving;
    private final Registrations registrations;

    PlaceController(Offering offering, Others others, Leaving leaving, Registrations registrations) {
        this.offering = offering;
        this.others = others;
        this.leaving = leaving;
        this.registrations = registrations;
    }

    @Post("/place/acceptance")
    HttpResponse<byte[]> accept(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        try {
            offering.accept(registrations.byLink(link));
            return Flash.seeOther(page(link), "registration.offer.accepted");
        } catch (RegistrationSettled gone) {
            return Flash.seeOther(page(link), gone.sentence().key());
        }
    }

    @Post("/place/refusal")
    HttpResponse<byte[]> refuse(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        try {
            offering.refuse(registrations.byLink(link));
            return Flash.seeOther(page(link), "registration.offer.refused");
        } catch (RegistrationSettled gone) {
            return Flash.seeOther(page(link), gone.sentence().key());
        }
    }

    @Post("/alternatives")
    HttpResponse<byte[]> choose(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        boolean moved = others.choose(registrations.byLink(link), form.all("alternatives"))
                .isMoved();
        return moved ? Html.seeOther(page(link)) : Flash.seeOther(page(link), "registration.others.done");
    }

    @Post("/sessions/{session}/departure")
    HttpResponse<byte[]> leave(@PathVariable String token, @PathVariable long session, @Body Form form) {
        Token link = Token.inAddress(token);
        leaving.leave(registrations.byLink(link), session);
        return Flash.seeOther(page(link), "registration.turns.left");
    }

    private static String page(Token link) {
        return "/r/" + link.secret();
    }
}
