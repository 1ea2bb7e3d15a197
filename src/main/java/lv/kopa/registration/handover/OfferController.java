package lv.kopa.registration.handover;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Optional;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
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
import lv.kopa.web.guard.TooOften;

/** Where people offer their place to somebody else. */
@Pages("/r/{token}/hand-over")
@Secured(SecurityRule.IS_ANONYMOUS)
class OfferController {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MESSAGE = 1_000;

    private final StaticTemplates templates = new StaticTemplates();
    private final Registrations registrations;
    private final HandOvers handOvers;
    private final Events events;
    private final Limits limits;
    private final Clock clock;

    OfferController(Registrations registrations, HandOvers handOvers, Events events, Limits limits, Clock clock) {
        this.registrations = registrations;
        this.handOvers = handOvers;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> form(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        Registration registration = registrations.byLink(link);
        OfferPage page = page(registration, link, Form.named(), shell);
        return registration.status().isLive()
                        && page.view().event().changesAllowed(page.view().now())
                ? Html.ok(templates.registrationHandoverOffer(page))
                : Flash.seeOther(page.back(), "registration.hand-over.late");
    }

    @Post
    HttpResponse<byte[]> offer(@PathVariable String token, @Body Form form, Shell shell, Network network) {
        Token link = Token.inAddress(token);
        Registration registration = registrations.byLink(link);
        OfferPage page = page(registration, link, form, shell);
        if (form.isToTranslate()) {
            return Html.ok(templates.registrationHandoverOffer(page));
        }
        Optional<EmailAddress> address = address(form, registration, network);
        if (form.get("name").isEmpty()) {
            form.reject("name", "registration.fault.name");
        }
        checkLength(form, "name", LONGEST_NAME);
        checkLength(form, "message", LONGEST_MESSAGE);
        if (form.hasErrors()) {
            return Html.unprocessable(templates.registrationHandoverOffer(page));
        }
        handOvers.offer(
                registration,
                new Proposal(
                        form.get("name"),
                        address.orElseThrow(),
                        form.filled("message").orElse(null),
                        form.submission()));
        return Flash.seeOther("/r/" + link.secret(), "registration.hand-over.offered");
    }

    @Post("/withdrawal")
    HttpResponse<byte[]> withdraw(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        handOvers.withdraw(registrations.byLink(link));
        return Flash.seeOther("/r/" + link.secret(), "registration.hand-over.withdrawn");
    }

    private Optional<EmailAddress> address(Form form, Registration registration, Network network) {
        Optional<EmailAddress> address = EmailAddress.parse(form.get("email"));
        if (address.isEmpty()) {
            form.reject("email", form.get("email").isEmpty() ? "web.address-missing.theirs" : "web.not-an-address");
        } else if (address.get().key().equals(registration.emailKey())) {
            form.reject("email", "registration.hand-over.own");
        } else {
            count(form, address.get(), network);
        }
        return address;
    }

    private void count(Form form, EmailAddress address, Network network) {
        try {
            limits.count(Limit.LINKS_NETWORK, network);
            limits.count(Limit.LINKS, address.key());
        } catch (TooOften often) {
            form.reject("email", often.sentence());
        }
    }

    private static void checkLength(Form form, String field, int most) {
        if (form.get(field).length() > most) {
            form.reject(field, "web.too-long", most);
        }
    }

    private OfferPage page(Registration registration, Token link, Form form, Shell shell) {
        EventView view = new EventView(shell, events.get(registration.eventId()), clock.instant());
        return new OfferPage(view, "/r/" + link.secret(), form, handOvers.notBefore(registration, view.event()));
    }
}
