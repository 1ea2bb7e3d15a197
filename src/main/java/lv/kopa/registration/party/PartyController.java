package lv.kopa.registration.party;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.Bringing.NotForAll;
import lv.kopa.registration.RegistrationClosed;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;

/** A contact's page, behind a secret link: whom they have registered, and further people. */
@Pages("/p/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class PartyController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Parties parties;
    private final Events events;
    private final Limits limits;
    private final Clock clock;

    PartyController(Parties parties, Events events, Limits limits, Clock clock) {
        this.parties = parties;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        Party party = parties.byLink(link);
        EventView view = view(party, shell);
        return Html.ok(templates.registrationPartyShow(new PartyPage(
                view,
                party,
                parties.people(party),
                "/p/" + link.secret(),
                parties.closedToMore(view.details(), shell.language()).isEmpty())));
    }

    @Get("/people")
    HttpResponse<byte[]> form(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        Form form =
                PartyRows.blank(Form.empty().with("submission", Token.random().secret()), 1);
        PartyFormPage page = page(link, form, shell);
        return parties.closedToMore(page.view().details(), shell.language()).isPresent()
                ? Flash.seeOther("/p/" + link.secret(), "registration.party.closed")
                : Html.ok(templates.registrationPartyForm(page));
    }

    @Post("/people")
    HttpResponse<byte[]> add(@PathVariable String token, @Body Form form, Shell shell, Network network) {
        Token link = Token.inAddress(token);
        Party party = parties.byLink(link);
        boolean changed = PartyRows.change(form);
        PartyFormPage page = page(link, form, shell);
        if (changed) {
            return Html.ok(templates.registrationPartyForm(page));
        }
        PartyReader reader = new PartyReader(page.view(), form);
        List<Guest> guests = reader.guests(new EmailAddress(party.email()), party.organisation());
        reader.checkConsent();
        if (form.hasErrors()) {
            return Html.unprocessable(templates.registrationPartyForm(page));
        }
        guests.forEach(guest -> limits.count(Limit.REGISTRATION, network));
        try {
            Token opened = parties.add(
                    party, link, PartyFormController.request(page.view().details(), guests, form));
            return Flash.seeOther("/p/" + opened.secret(), "registration.party.added");
        } catch (NotForAll some) {
            PartyFormPage undecided = page(link, form, shell).seated(some.seated());
            return Html.with(HttpStatus.CONFLICT, templates.registrationPartyForm(undecided));
        } catch (RegistrationClosed closed) {
            return Flash.seeOther("/p/" + link.secret(), "registration.party.closed");
        }
    }

    private EventView view(Party party, Shell shell) {
        return new EventView(shell, events.get(party.eventId()), clock.instant());
    }

    private PartyFormPage page(Token link, Form form, Shell shell) {
        Party party = parties.byLink(link);
        String path = "/p/" + link.secret() + "/people";
        return new PartyFormPage(view(party, shell), form, path, Optional.of(party), List.of());
    }
}
