package lv.kopa.registration.party;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.wish.Shown;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Network;
import org.jspecify.annotations.Nullable;

/** A contact's page, behind a secret link: whom they have registered, and further people. */
@Pages("/p/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class PartyController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Parties parties;
    private final Events events;
    private final PartyAnswer answer;
    private final TakingBack takingBack;
    private final Clock clock;

    PartyController(Parties parties, Events events, PartyAnswer answer, TakingBack takingBack, Clock clock) {
        this.parties = parties;
        this.events = events;
        this.answer = answer;
        this.takingBack = takingBack;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String token, @QueryValue @Nullable String unasked, Shell shell) {
        Token link = Token.inAddress(token);
        Party party = parties.byLink(link);
        EventView view = view(party, shell);
        return Html.ok(templates.registrationPartyShow(new PartyPage(
                view,
                party,
                parties.people(party),
                "/p/" + link.secret(),
                parties.closedToMore(view.details(), shell.language()).isEmpty(),
                takingBack.of(party, view.details()),
                unasked == null ? Set.of() : new HashSet<>(List.of(unasked.split("\\."))))));
    }

    @Get("/people")
    HttpResponse<byte[]> form(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        PartyFormPage page = page(link, Form.empty(), shell);
        Form form = Shown.in(page.form(), page.view().details())
                .with("submission", Token.random().secret());
        PartyRows.blank(form, 1);
        return parties.closedToMore(page.view().details(), shell.language()).isPresent()
                ? Flash.seeOther("/p/" + link.secret(), "registration.party.closed")
                : Html.ok(templates.registrationPartyForm(page));
    }

    @Post("/people")
    HttpResponse<byte[]> add(@PathVariable String token, @Body Form form, Shell shell, Network network) {
        Token link = Token.inAddress(token);
        Party party = parties.byLink(link);
        return answer.to(
                () -> page(link, form, shell), (contact, request) -> parties.add(party, link, request), network);
    }

    private EventView view(Party party, Shell shell) {
        return new EventView(shell, events.get(party.eventId()), clock.instant());
    }

    private PartyFormPage page(Token link, Form form, Shell shell) {
        Party party = parties.byLink(link);
        String path = "/p/" + link.secret() + "/people";
        return new PartyFormPage(view(party, shell), form, path, Optional.of(party));
    }
}
