package lv.kopa.registration.party;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.notice.Noticeboard;
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
import org.jspecify.annotations.Nullable;

/** The form by which one contact registers several people. */
@Pages("/events/{slug}/register/party")
@Secured(SecurityRule.IS_ANONYMOUS)
class PartyFormController {
    private static final int ROWS = 3;

    private final StaticTemplates templates = new StaticTemplates();
    private final Noticeboard noticeboard;
    private final Parties parties;
    private final Limits limits;
    private final Clock clock;

    PartyFormController(Noticeboard noticeboard, Parties parties, Limits limits, Clock clock) {
        this.noticeboard = noticeboard;
        this.parties = parties;
        this.limits = limits;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> form(@PathVariable String slug, @QueryValue @Nullable String invitation, Shell shell) {
        EventDetails event = shown(noticeboard.show(slug));
        Form form = Form.empty().with("submission", Token.random().secret()).with("invitation", invitation);
        return parties.closed(event, invitation, shell.language()).isPresent()
                ? toSingle(event, form)
                : Html.ok(templates.registrationPartyForm(page(event, PartyRows.blank(form, ROWS), shell)));
    }

    @Post
    HttpResponse<byte[]> register(@PathVariable String slug, @Body Form form, Shell shell, Network network) {
        if (PartyRows.change(form)) {
            return Html.ok(templates.registrationPartyForm(page(shown(noticeboard.show(slug)), form, shell)));
        }
        EventDetails event = shown(noticeboard.find(slug));
        PartyFormPage page = page(event, form, shell);
        if (form.filled("website").isPresent()) {
            form.reject("website", "registration.fault.trap");
        }
        PartyReader reader = new PartyReader(page.view(), form);
        Contact contact = reader.contact();
        List<Guest> guests = reader.guests(contact.email(), contact.organisation());
        if (form.hasErrors()) {
            return Html.unprocessable(templates.registrationPartyForm(page));
        }
        guests.forEach(guest -> limits.count(Limit.REGISTRATION, network));
        try {
            Token link = parties.register(contact, request(event, guests, form));
            return Flash.seeOther("/p/" + link.secret(), "registration.party.done");
        } catch (NotForAll some) {
            PartyFormPage undecided =
                    page(shown(noticeboard.show(slug)), form, shell).seated(some.seated());
            return Html.with(HttpStatus.CONFLICT, templates.registrationPartyForm(undecided));
        } catch (RegistrationClosed closed) {
            return toSingle(event, form);
        }
    }

    static Parties.Request request(EventDetails event, List<Guest> guests, Form form) {
        return new Parties.Request(
                event,
                guests,
                new Token(form.get("submission")).hash(),
                form.chose("rest", "wait"),
                form.filled("invitation"));
    }

    /** Where it says why nobody can register now. */
    private static HttpResponse<byte[]> toSingle(EventDetails event, Form form) {
        String invitation = form.filled("invitation")
                .map(secret -> "?invitation=" + Token.typed(secret).secret())
                .orElse("");
        return Html.seeOther("/events/" + event.event().slug() + "/register" + invitation);
    }

    private static EventDetails shown(Optional<EventDetails> found) {
        return found.filter(event -> event.event().isShown()).orElseThrow(UnknownEvent::new);
    }

    private PartyFormPage page(EventDetails event, Form form, Shell shell) {
        EventView view = new EventView(shell, event, clock.instant());
        return new PartyFormPage(view, form, view.path() + "/register/party", Optional.empty(), List.of());
    }
}
