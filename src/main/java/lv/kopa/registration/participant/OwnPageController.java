package lv.kopa.registration.participant;

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
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** A person's own page, behind a secret link. */
@Pages("/r/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class OwnPageController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Registrations registrations;
    private final Events events;
    private final Clock clock;

    OwnPageController(Registrations registrations, Events events, Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String token, Shell shell) {
        Token link = Token.typed(token);
        Registration registration = registrations.byLink(link);
        return Html.ok(templates.registrationOwn(new OwnPage(
                new EventView(shell, events.get(registration.eventId()), clock.instant()),
                registration,
                "/r/" + link.secret(),
                registrations.chosenSessions(registration),
                registrations.position(registration))));
    }

    @Post("/cancellation")
    HttpResponse<byte[]> cancel(@PathVariable String token, @Body Form form) {
        Token link = Token.typed(token);
        registrations.withdraw(registrations.byLink(link));
        return Flash.seeOther("/r/" + link.secret(), "registration.own.cancelled.done");
    }
}
