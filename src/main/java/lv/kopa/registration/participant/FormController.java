package lv.kopa.registration.participant;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import lv.kopa.registration.Registrations;
import lv.kopa.registration.invitation.Invitation;
import lv.kopa.registration.invitation.Invitations;
import lv.kopa.registration.wish.Hitch;
import lv.kopa.registration.wish.Shown;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Network;
import org.jspecify.annotations.Nullable;

/** The form by which people register, without an account. */
@Pages("/events/{slug}")
@Secured(SecurityRule.IS_ANONYMOUS)
class FormController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Noticeboard noticeboard;
    private final Registrations registrations;
    private final Invitations invitations;
    private final FormAnswer answer;
    private final Clock clock;

    FormController(
            Noticeboard noticeboard,
            Registrations registrations,
            Invitations invitations,
            FormAnswer answer,
            Clock clock) {
        this.noticeboard = noticeboard;
        this.registrations = registrations;
        this.invitations = invitations;
        this.answer = answer;
        this.clock = clock;
    }

    @Get("/register")
    HttpResponse<byte[]> form(
            @PathVariable String slug, @QueryValue @Nullable String invitation, HttpRequest<?> request, Shell shell) {
        EventDetails event = announced(slug);
        Optional<Invitation> own = invitations.good(event, invitation);
        Form form = Shown.in(Form.empty(), event)
                .with("submission", Token.random().secret())
                .with("invitation", invitation);
        own.ifPresent(invited -> fill(form, event, invited));
        FormPage page = page(event, form, shell);
        if (request.getParameters().contains(NextAnswer.ASKED)) {
            answer.fillNext(page, request);
        }
        if (request.getParameters().contains(MistypedAnswer.FIELD)) {
            return answer.toMend(page, request).orElseGet(() -> open(page));
        }
        return open(page);
    }

    private HttpResponse<byte[]> open(FormPage page) {
        Form form = page.form();
        return registrations
                .closed(
                        page.view().details(),
                        form.filled("invitation").orElse(null),
                        page.shell().language())
                .or(page::full)
                .map(why -> Html.ok(templates.registrationClosed(new ClosedPage(page.view(), why))))
                .orElseGet(() -> Html.ok(templates.registrationForm(page)));
    }

    /** What whoever invited somebody knows of them already. */
    private static void fill(Form form, EventDetails event, Invitation invited) {
        form.with("name", invited.name())
                .with("email", invited.email())
                .with("category", event.categoryKey(invited.categoryId()));
    }

    @Post("/register")
    HttpResponse<byte[]> register(
            @PathVariable String slug, @Body Form form, Shell shell, Network network, HttpRequest<?> request) {
        if (FromParty.isSent(form)) {
            FormPage page = page(announced(slug), form, shell);
            new FromParty(form, page.view()).toSingle();
            return answer.opened(page);
        }
        return answer.to(() -> page(announced(slug), form, shell), network, request);
    }

    private EventDetails announced(String slug) {
        return shown(noticeboard.show(slug));
    }

    private static EventDetails shown(Optional<EventDetails> found) {
        return found.filter(event -> event.event().isShown()).orElseThrow(UnknownEvent::new);
    }

    private FormPage page(EventDetails event, Form form, Shell shell) {
        return new FormPage(
                new EventView(shell, event, clock.instant()),
                form,
                Hitch.NONE,
                invitations.good(event, form.get("invitation")).map(Invitation::pass),
                Optional.empty());
    }
}
