package lv.kopa.registration.own;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.registration.confirmation.ConfirmPage;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.registration.hold.AddressHolds;
import lv.kopa.registration.hold.AddressUnconfirmed;
import lv.kopa.registration.undo.UndoLate;
import lv.kopa.registration.undo.Undoing;
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
    private final Situations situations;
    private final Undoing undoing;
    private final AddressHolds holds;
    private final Clock clock;

    OwnPageController(
            Registrations registrations,
            Events events,
            Situations situations,
            Undoing undoing,
            AddressHolds holds,
            Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.situations = situations;
        this.undoing = undoing;
        this.holds = holds;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        String path = "/r/" + link.secret();
        try {
            Registration registration = registrations.byLink(link);
            EventDetails event = events.get(registration.eventId());
            return Html.ok(templates.registrationOwnShow(
                    new OwnPage(view(shell, event), registration, path, situations.of(registration, event))));
        } catch (AddressUnconfirmed unconfirmed) {
            Registration held = registrations.byReference(unconfirmed.reference());
            AddressHold hold = holds.find(held.id()).orElseThrow(UnknownRegistration::new);
            EventView view = view(shell, events.get(held.eventId()));
            return Html.ok(templates.registrationConfirmationShow(new ConfirmPage(view, held, hold, path, false)));
        }
    }

    private EventView view(Shell shell, EventDetails event) {
        return new EventView(shell, event, clock.instant());
    }

    @Post("/cancellation")
    HttpResponse<byte[]> cancel(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        registrations.withdraw(registrations.byLink(link));
        return Flash.seeOther("/r/" + link.secret(), "registration.own.cancelled.done");
    }

    @Post("/undo")
    HttpResponse<byte[]> undo(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        String path = "/r/" + link.secret();
        try {
            List<String> without = form.all("without");
            Undoing.Terms terms = new Undoing.Terms(form.chose("wait", "yes"), without::contains);
            Registration now = undoing.undo(registrations.byLink(link), terms, Deed.PARTICIPANT);
            String partly = now.isConfirmed() && !without.isEmpty() ? ".partly" : "";
            return Flash.seeOther(
                    path, "registration.own.undone." + now.status().key() + partly);
        } catch (UndoLate late) {
            return Flash.seeOther(path, late.sentence().key());
        }
    }
}
