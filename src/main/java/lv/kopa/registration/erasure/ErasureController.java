package lv.kopa.registration.erasure;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where people ask to be forgotten. */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class ErasureController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Registrations registrations;
    private final Erasing erasing;
    private final Events events;
    private final Clock clock;

    ErasureController(Registrations registrations, Erasing erasing, Events events, Clock clock) {
        this.registrations = registrations;
        this.erasing = erasing;
        this.events = events;
        this.clock = clock;
    }

    @Get("/r/{token}/erasure")
    HttpResponse<byte[]> ask(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        return Html.ok(templates.registrationErasureAsk(page(link, Form.empty(), shell)));
    }

    @Post("/r/{token}/erasure")
    HttpResponse<byte[]> erase(@PathVariable String token, @Body Form form, Shell shell) {
        Token link = Token.inAddress(token);
        if (!form.chose("sure", "yes")) {
            form.reject("sure", "registration.erasure.sure.missing");
            return Html.unprocessable(templates.registrationErasureAsk(page(link, form, shell)));
        }
        erasing.erase(registrations.byLink(link));
        return Html.seeOther("/registrations/erased");
    }

    @Get("/registrations/erased")
    HttpResponse<byte[]> done(Shell shell) {
        return Html.ok(templates.registrationErasureDone(shell));
    }

    private ErasurePage page(Token link, Form form, Shell shell) {
        Registration registration = registrations.byLink(link);
        EventView view = new EventView(shell, events.get(registration.eventId()), clock.instant());
        return new ErasurePage(view, registration, "/r/" + link.secret(), form);
    }
}
