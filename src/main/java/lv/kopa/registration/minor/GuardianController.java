package lv.kopa.registration.minor;

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
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where a guardian says yes or no: by buttons, since programs open the links of mails. */
@Pages("/my/guardian/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class GuardianController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Consenting consenting;
    private final Events events;
    private final Clock clock;

    GuardianController(Consenting consenting, Events events, Clock clock) {
        this.consenting = consenting;
        this.events = events;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        Consenting.Ward ward = consenting.find(link);
        EventView view = new EventView(shell, events.get(ward.registration().eventId()), clock.instant());
        return Html.ok(templates.registrationMinorShow(new GuardianPage(view, ward, path(link))));
    }

    @Post("/consent")
    HttpResponse<byte[]> agree(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        return consenting.agree(link)
                ? Flash.seeOther(path(link), "registration.guardian.agreed.done")
                : Html.seeOther(path(link));
    }

    @Post("/refusal")
    HttpResponse<byte[]> refuse(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        return consenting.refuse(link)
                ? Flash.seeOther(path(link), "registration.guardian.refused.done")
                : Html.seeOther(path(link));
    }

    private static String path(Token link) {
        return "/my/guardian/" + link.secret();
    }
}
