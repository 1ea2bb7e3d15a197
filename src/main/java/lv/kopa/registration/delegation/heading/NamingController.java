package lv.kopa.registration.delegation.heading;

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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.delegation.Allotment;
import lv.kopa.registration.delegation.Delegation;
import lv.kopa.registration.delegation.DelegationFull;
import lv.kopa.registration.delegation.DelegationSettled;
import lv.kopa.registration.delegation.DelegationView;
import lv.kopa.registration.delegation.Delegations;
import lv.kopa.registration.delegation.Filling;
import lv.kopa.registration.delegation.Named;
import lv.kopa.registration.delegation.Standing;
import lv.kopa.registration.wish.Shown;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
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

/** The forms by which the head of a delegation names people, for empty places and in the place of others. */
@Pages("/delegation/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class NamingController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Delegations delegations;
    private final Filling filling;
    private final Events events;
    private final Limits limits;
    private final Clock clock;

    NamingController(Delegations delegations, Filling filling, Events events, Limits limits, Clock clock) {
        this.delegations = delegations;
        this.filling = filling;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    @Get("/places/{allotment}")
    HttpResponse<byte[]> form(@PathVariable String token, @PathVariable long allotment, Shell shell) {
        return open(page(token, allotment, Form.named(), shell));
    }

    @Get("/people/{person}")
    HttpResponse<byte[]> exchangeForm(@PathVariable String token, @PathVariable long person, Shell shell) {
        return open(exchangePage(token, person, Form.named(), shell));
    }

    private HttpResponse<byte[]> open(NamePage page) {
        Shown.in(page.form(), page.view().details());
        return page.seen().isFillable()
                ? Html.ok(templates.registrationDelegationName(page))
                : Flash.seeOther(page.back(), "registration.delegation.settled");
    }

    @Post("/places/{allotment}")
    HttpResponse<byte[]> name(
            @PathVariable String token, @PathVariable long allotment, @Body Form form, Shell shell, Network network) {
        NamePage page = page(token, allotment, form, shell);
        return take(
                page,
                network,
                () -> "registration.delegation.named",
                guest -> filling.name(page.seen().delegation(), allotment, guest, form.submission()));
    }

    @Post("/people/{person}")
    HttpResponse<byte[]> exchange(
            @PathVariable String token, @PathVariable long person, @Body Form form, Shell shell, Network network) {
        Token link = Token.inAddress(token);
        String submission = form.submission();
        Delegation delegation = delegations.byLink(link);
        if (filling.isDone(delegation, submission)) {
            return Flash.seeOther(HeadController.path(link), exchanged(delegation, person));
        }
        NamePage page = exchangePage(token, person, form, shell);
        return take(
                page,
                network,
                () -> exchanged(delegation, person),
                guest -> filling.exchange(page.seen().delegation(), person, guest, submission));
    }

    private String exchanged(Delegation delegation, long person) {
        return filling.isThereStill(delegation, person)
                ? "registration.delegation.corrected"
                : "registration.delegation.exchanged";
    }

    /** What was typed is never lost, whatever others have done meanwhile. */
    private HttpResponse<byte[]> take(NamePage page, Network network, Supplier<String> done, Consumer<Guest> deed) {
        if (page.form().isToTranslate()) {
            return Html.ok(templates.registrationDelegationName(page));
        }
        Optional<Guest> guest = page.guest();
        if (guest.isEmpty() || page.form().isToBeSeenAgain()) {
            return Html.unprocessable(templates.registrationDelegationName(page));
        }
        if (Shown.rejectMoved(page.view().details(), page.form())) {
            return Html.with(HttpStatus.CONFLICT, templates.registrationDelegationName(page));
        }
        try {
            limits.count(Limit.REGISTRATION, network);
            deed.accept(guest.get());
            return Flash.seeOther(page.back(), done.get());
        } catch (InvalidInput invalid) {
            page.reject(invalid);
            return Html.unprocessable(templates.registrationDelegationName(page));
        } catch (TooOften tooOften) {
            page.form().reject("", tooOften.sentence());
            return Html.later(tooOften.howLong(), templates.registrationDelegationName(page));
        } catch (DelegationFull | DelegationSettled meanwhile) {
            page.form().reject("", meanwhile.sentence());
            return Html.with(HttpStatus.CONFLICT, templates.registrationDelegationName(page));
        }
    }

    private NamePage page(String token, long allotment, Form form, Shell shell) {
        return page(token, standing -> allotment, standing -> Optional.empty(), form, shell);
    }

    private NamePage exchangePage(String token, long person, Form form, Shell shell) {
        return page(
                token,
                standing -> standing.named(person).allotment(),
                standing -> Optional.of(standing.named(person)),
                form,
                shell);
    }

    private NamePage page(
            String token,
            ToLongFunction<Standing> allotment,
            Function<Standing, Optional<Named>> former,
            Form form,
            Shell shell) {
        Token link = Token.inAddress(token);
        Delegation delegation = delegations.byLink(link);
        EventDetails event = events.get(delegation.eventId());
        Standing standing = delegations.standing(delegation, event);
        Allotment places = standing.allotment(allotment.applyAsLong(standing));
        EventView view = new EventView(shell, event, clock.instant());
        return new NamePage(
                new DelegationView(view, standing), places, former.apply(standing), form, HeadController.path(link));
    }
}
