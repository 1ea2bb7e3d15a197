package lv.kopa.registration.party;

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
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.undo.UndoLate;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where a contact gives somebody's place up, having read what happens then, and takes that back. */
@Pages("/p/{token}/people/{companion}")
@Secured(SecurityRule.IS_ANONYMOUS)
class WithdrawalController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Parties parties;
    private final Exchanging exchanging;
    private final TakingBack takingBack;
    private final Events events;
    private final Clock clock;

    WithdrawalController(Parties parties, Exchanging exchanging, TakingBack takingBack, Events events, Clock clock) {
        this.parties = parties;
        this.exchanging = exchanging;
        this.takingBack = takingBack;
        this.events = events;
        this.clock = clock;
    }

    @Get("/withdrawal")
    HttpResponse<byte[]> ask(@PathVariable String token, @PathVariable long companion, Shell shell) {
        Token link = Token.inAddress(token);
        Party party = parties.byLink(link);
        EventView view = new EventView(shell, events.get(party.eventId()), clock.instant());
        WithdrawalPage page = new WithdrawalPage(
                view,
                parties.companion(party, companion),
                takingBack.wouldBeInVain(party, companion, view.details()),
                home(link));
        boolean open = page.person().status().isLive() && view.event().changesAllowed(view.now());
        return open
                ? Html.ok(templates.registrationPartyWithdraw(page))
                : Flash.seeOther(page.back(), "registration.party.settled");
    }

    @Post("/withdrawal")
    HttpResponse<byte[]> withdraw(@PathVariable String token, @PathVariable long companion, @Body Form form) {
        Token link = Token.inAddress(token);
        Party party = parties.byLink(link);
        boolean hadPlace = parties.companion(party, companion).hasPlace();
        try {
            exchanging.withdraw(party, companion);
            String done = "registration.party.withdrawn";
            return Flash.seeOther(home(link), hadPlace ? done : done + ".without-place");
        } catch (PartySettled late) {
            return Flash.seeOther(home(link), late.sentence().key());
        }
    }

    @Post("/undo")
    HttpResponse<byte[]> undo(@PathVariable String token, @PathVariable long companion, @Body Form form) {
        Token link = Token.inAddress(token);
        try {
            RegistrationStatus now = takingBack.undo(parties.byLink(link), companion, form.chose("wait", "yes"));
            return Flash.seeOther(home(link), "registration.party.undone." + now.key());
        } catch (UndoLate | PartySettled late) {
            return Flash.seeOther(home(link), "registration.party.undo.late");
        }
    }

    private static String home(Token link) {
        return "/p/" + link.secret();
    }
}
