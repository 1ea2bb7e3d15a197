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
import java.util.Optional;
import lv.kopa.event.Events;
import lv.kopa.event.Minors;
import lv.kopa.event.notice.EventView;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.Bringing.NotForAll;
import lv.kopa.registration.party.Exchanging.Successor;
import lv.kopa.registration.wish.Shown;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where a contact names who comes instead of somebody. */
@Pages("/p/{token}/people/{companion}")
@Secured(SecurityRule.IS_ANONYMOUS)
class ExchangeController {
    /** Where a form says who had the place when it was shown. */
    private static final String SEEN = "seen";

    private final StaticTemplates templates = new StaticTemplates();
    private final Parties parties;
    private final Exchanging exchanging;
    private final Events events;
    private final Clock clock;

    ExchangeController(Parties parties, Exchanging exchanging, Events events, Clock clock) {
        this.parties = parties;
        this.exchanging = exchanging;
        this.events = events;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> form(@PathVariable String token, @PathVariable long companion, Shell shell) {
        ExchangePage page = page(token, companion, Form.named(), shell);
        if (page.view().event().minors() != Minors.NOT_ASKED) {
            return Flash.seeOther(page.back(), PartySettled.ages().sentence().key());
        }
        Shown.in(page.form().with(SEEN, page.former().name()), page.view().details());
        boolean open = page.former().status().isLive()
                && page.view().event().changesAllowed(page.view().now());
        return open
                ? Html.ok(templates.registrationPartyExchange(page))
                : Flash.seeOther(page.back(), "registration.party.settled");
    }

    @Post
    HttpResponse<byte[]> exchange(
            @PathVariable String token, @PathVariable long companion, @Body Form form, Shell shell) {
        Party party = parties.byLink(Token.inAddress(token));
        ExchangePage page = page(token, companion, form, shell);
        if (form.isToTranslate()) {
            return Html.ok(templates.registrationPartyExchange(page));
        }
        PartyReader reader = new PartyReader(page.view(), form);
        Optional<Guest> guest = reader.successor(new EmailAddress(party.email()), page.former());
        reader.checkConsent();
        if (form.hasErrors() || guest.isEmpty()) {
            return Html.unprocessable(templates.registrationPartyExchange(page));
        }
        if (Shown.rejectMoved(page.view().details(), form)) {
            return Html.with(HttpStatus.CONFLICT, templates.registrationPartyExchange(page));
        }
        try {
            exchanging.exchange(party, companion, new Successor(guest.get(), form.filled(SEEN), form.submission()));
            return Flash.seeOther(page.back(), done("registration.party.exchanged", page.former()));
        } catch (PartySettled late) {
            return Flash.seeOther(page.back(), late.sentence().key());
        } catch (ExchangedMeanwhile meanwhile) {
            ExchangePage now = page(token, companion, form, shell);
            form.replace(SEEN, now.former().name()).reject("", meanwhile.sentence());
            return Html.with(HttpStatus.CONFLICT, templates.registrationPartyExchange(now));
        } catch (NotForAll full) {
            form.reject("", "registration.party.exchange.full");
            return Html.with(HttpStatus.CONFLICT, templates.registrationPartyExchange(page));
        }
    }

    private static String done(String key, Companion former) {
        return former.hasPlace() ? key : key + ".without-place";
    }

    private ExchangePage page(String token, long companion, Form form, Shell shell) {
        Token link = Token.inAddress(token);
        Party party = parties.byLink(link);
        EventView view = new EventView(shell, events.get(party.eventId()), clock.instant());
        return new ExchangePage(view, parties.companion(party, companion), form, "/p/" + link.secret());
    }
}
