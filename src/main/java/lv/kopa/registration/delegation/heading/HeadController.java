package lv.kopa.registration.delegation.heading;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.delegation.Delegation;
import lv.kopa.registration.delegation.DelegationSettled;
import lv.kopa.registration.delegation.DelegationView;
import lv.kopa.registration.delegation.Delegations;
import lv.kopa.registration.delegation.Filling;
import lv.kopa.registration.delegation.Standing;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** The page of a delegation's head, behind a secret link: who is named, and who is taken out. */
@Pages("/delegation/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class HeadController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Delegations delegations;
    private final Filling filling;
    private final Events events;
    private final Clock clock;

    HeadController(Delegations delegations, Filling filling, Events events, Clock clock) {
        this.delegations = delegations;
        this.filling = filling;
        this.events = events;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        Delegation delegation = delegations.byLink(link);
        EventDetails event = events.get(delegation.eventId());
        EventView view = new EventView(shell, event, clock.instant());
        Standing standing = delegations.standing(delegation, event);
        HeadPage page = new HeadPage(new DelegationView(view, standing), path(link));
        return Html.ok(templates.registrationDelegationHead(page));
    }

    @Post("/people/{person}/withdrawal")
    HttpResponse<byte[]> takeOut(@PathVariable String token, @PathVariable long person, @Body Form form) {
        Token link = Token.inAddress(token);
        try {
            filling.takeOut(delegations.byLink(link), person);
            return Flash.seeOther(path(link), "registration.delegation.taken-out");
        } catch (DelegationSettled settled) {
            return Flash.seeOther(path(link), settled.sentence().key());
        }
    }

    static String path(Token link) {
        return "/delegation/" + link.secret();
    }
}
