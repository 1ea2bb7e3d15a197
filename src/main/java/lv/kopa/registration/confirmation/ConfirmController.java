package lv.kopa.registration.confirmation;

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
import lv.kopa.registration.confirmation.Confirmations.Held;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where the link in the mail leads. Programs that look into mails open links, but press no buttons. */
@Pages("/my/confirmation/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class ConfirmController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Confirmations confirmations;
    private final Events events;
    private final Clock clock;

    ConfirmController(Confirmations confirmations, Events events, Clock clock) {
        this.confirmations = confirmations;
        this.events = events;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String token, Shell shell) {
        Token proof = Token.inAddress(token);
        Held held = confirmations.find(proof);
        EventView view = new EventView(shell, events.get(held.registration().eventId()), clock.instant());
        return Html.ok(templates.registrationConfirmationShow(
                new ConfirmPage(view, held.registration(), held.hold(), path(proof), true)));
    }

    @Post
    HttpResponse<byte[]> confirm(@PathVariable String token, @Body Form form) {
        Token proof = Token.inAddress(token);
        return confirmations
                .confirm(proof)
                .map(link -> Flash.seeOther("/r/" + link.secret(), "registration.hold.done"))
                .orElseGet(() -> Html.seeOther(path(proof)));
    }

    private static String path(Token proof) {
        return "/my/confirmation/" + proof.secret();
    }
}
