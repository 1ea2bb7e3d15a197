package lv.kopa.registration.participant;

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
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.notice.Noticeboard;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.RegistrationClosed;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Inquiry;
import lv.kopa.registration.wish.Wish;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import org.jspecify.annotations.Nullable;

/** The form by which people register, without an account. */
@Pages("/events/{slug}")
@Secured(SecurityRule.IS_ANONYMOUS)
class FormController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Noticeboard noticeboard;
    private final Registrations registrations;
    private final Limits limits;
    private final Clock clock;

    FormController(Noticeboard noticeboard, Registrations registrations, Limits limits, Clock clock) {
        this.noticeboard = noticeboard;
        this.registrations = registrations;
        this.limits = limits;
        this.clock = clock;
    }

    @Get("/register")
    HttpResponse<byte[]> form(@PathVariable String slug, @QueryValue @Nullable String invitation, Shell shell) {
        EventDetails event = announced(slug);
        Form form = Form.empty().with("submission", Token.random().secret()).with("invitation", invitation);
        return registrations
                .closed(event, invitation, shell.language())
                .map(why -> Html.ok(templates.registrationClosed(closed(event, why, shell))))
                .orElseGet(() -> Html.ok(templates.registrationForm(page(event, form, shell))));
    }

    @Post("/register")
    HttpResponse<byte[]> register(@PathVariable String slug, @Body Form form, Shell shell, Network network) {
        EventDetails event = shown(noticeboard.find(slug));
        limits.count(Limit.REGISTRATION, network);
        if (form.filled("website").isPresent()) {
            form.reject("website", "registration.fault.trap");
            return Html.unprocessable(templates.registrationForm(page(announced(slug), form, shell)));
        }
        Inquiry inquiry = Inquiry.atRegistration(new EventView(shell, event, clock.instant()), form);
        inquiry.rejectUnseen();
        try {
            Wish wish = wish(form, inquiry, shell);
            if (form.hasErrors()) {
                wish.in(event, null);
                return Html.unprocessable(templates.registrationForm(page(announced(slug), form, shell)));
            }
            Outcome outcome =
                    registrations.register(event, wish, submission(form)).asForSomebodyNew();
            return Html.seeOther(DonePage.address(event, outcome, form.get("category"), inquiry.isAnsweredInVain()));
        } catch (InvalidInput invalid) {
            invalid.faults().forEach(form::reject);
            return Html.unprocessable(templates.registrationForm(page(announced(slug), form, shell)));
        } catch (RegistrationClosed closed) {
            return Html.with(
                    HttpStatus.CONFLICT,
                    templates.registrationClosed(closed(announced(slug), closed.sentence(), shell)));
        }
    }

    @Get("/registered")
    HttpResponse<byte[]> registered(
            @PathVariable String slug,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String position,
            @QueryValue @Nullable String category,
            @QueryValue @Nullable String unasked,
            Shell shell) {
        EventDetails event = announced(slug);
        return Html.ok(templates.registrationDone(DonePage.of(
                new EventView(shell, event, clock.instant()), status, position, category, unasked != null)));
    }

    private EventDetails announced(String slug) {
        return shown(noticeboard.show(slug));
    }

    private static EventDetails shown(Optional<EventDetails> found) {
        return found.filter(event -> event.event().isShown()).orElseThrow(UnknownEvent::new);
    }

    private FormPage page(EventDetails event, Form form, Shell shell) {
        return new FormPage(shell, new EventView(shell, event, clock.instant()), form);
    }

    private ClosedPage closed(EventDetails event, Sentence why, Shell shell) {
        return new ClosedPage(shell, new EventView(shell, event, clock.instant()), why);
    }

    private static Wish wish(Form form, Inquiry inquiry, Shell shell) {
        return new Wish(
                form.get("category"),
                form.get("name"),
                form.get("email"),
                form.get("phone"),
                form.get("organisation"),
                shell.language().tag(),
                inquiry.answers(),
                form.all("consents"),
                form.all("sessions").stream()
                        .map(id -> id.matches("\\d{1,18}") ? Long.valueOf(id) : Long.valueOf(-1))
                        .toList(),
                form.get("invitation"));
    }

    private static @Nullable String submission(Form form) {
        return form.filled("submission").map(secret -> new Token(secret).hash()).orElse(null);
    }
}
