package lv.kopa.registration.handover;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.Category;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Shown;
import lv.kopa.registration.wish.Wish;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where somebody sees what they are offered, and takes it. */
@Pages("/my/hand-over/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class AcceptController {
    private final StaticTemplates templates = new StaticTemplates();
    private final HandOvers handOvers;
    private final Registrations registrations;
    private final Events events;
    private final Clock clock;

    AcceptController(HandOvers handOvers, Registrations registrations, Events events, Clock clock) {
        this.handOvers = handOvers;
        this.registrations = registrations;
        this.events = events;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String token, Shell shell) {
        Token secret = Token.inAddress(token);
        HandOvers.Offer offer = handOvers.find(secret);
        AcceptPage page =
                page(offer, secret, Form.named().with("name", offer.handOver().name()), shell);
        Shown.in(page.form(), page.view().details());
        return Html.ok(templates.registrationHandoverAccept(page));
    }

    @Post
    HttpResponse<byte[]> accept(@PathVariable String token, @Body Form form, Shell shell) {
        Token secret = Token.inAddress(token);
        try {
            return handOvers
                    .again(secret, form.submission())
                    .map(AcceptController::done)
                    .orElseGet(() -> take(secret, form, shell));
        } catch (HandOverRefused perhapsJustNow) {
            return handOvers
                    .again(secret, form.submission())
                    .map(AcceptController::done)
                    .orElseThrow(() -> perhapsJustNow);
        }
    }

    private HttpResponse<byte[]> take(Token secret, Form form, Shell shell) {
        AcceptPage page = page(handOvers.find(secret), secret, form, shell);
        if (form.isToTranslate()) {
            return Html.ok(templates.registrationHandoverAccept(page));
        }
        page.childhood().tellOfUnseen();
        page.childhood().tellOfTick(page.address());
        if (Shown.rejectMoved(page.view().details(), form)) {
            return Html.with(HttpStatus.CONFLICT, templates.registrationHandoverAccept(page));
        }
        Wish wish = page.childhood().in(wish(page));
        try {
            if (!form.isToBeSeenAgain()) {
                return done(handOvers.accept(secret, wish, form.submission()));
            }
            wish.takenOverIn(page.view().details());
        } catch (InvalidInput invalid) {
            page.childhood().reject(invalid.faults());
        }
        return Html.unprocessable(templates.registrationHandoverAccept(page));
    }

    private static HttpResponse<byte[]> done(Token link) {
        return Flash.seeOther("/r/" + link.secret(), "registration.hand-over.accepted");
    }

    private AcceptPage page(HandOvers.Offer offer, Token secret, Form form, Shell shell) {
        EventView view = new EventView(shell, events.get(offer.registration().eventId()), clock.instant());
        return new AcceptPage(
                view,
                offer,
                registrations.chosenSessions(offer.registration()),
                "/my/hand-over/" + secret.secret(),
                form);
    }

    /** The place stays what it is; who offered it has chosen what belongs to it. */
    private static Wish wish(AcceptPage page) {
        Form form = page.form();
        return new Wish(
                page.category().map(Category::categoryKey).orElse(null),
                form.get("name"),
                page.address(),
                form.get("phone"),
                form.get("organisation"),
                page.shell().language().tag(),
                null,
                form.all("consents"),
                null,
                null);
    }
}
