package lv.kopa.registration.own;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.handover.HandOvers;
import lv.kopa.registration.turn.SessionTurns;
import lv.kopa.registration.wish.Wish;
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
import lv.kopa.web.guard.TooOften;

/** Where people change their registration. */
@Pages("/r/{token}/edit")
@Secured(SecurityRule.IS_ANONYMOUS)
class EditController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Registrations registrations;
    private final Changing changing;
    private final Besides besides;
    private final Events events;
    private final Limits limits;
    private final Clock clock;

    EditController(
            Registrations registrations,
            Changing changing,
            Besides besides,
            Events events,
            Limits limits,
            Clock clock) {
        this.registrations = registrations;
        this.changing = changing;
        this.besides = besides;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    /** What else depends on a registration. */
    @Singleton
    record Besides(SessionTurns turns, HandOvers handOvers) {}

    @Get
    HttpResponse<byte[]> form(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        Registration registration = registrations.byLink(link);
        EditPage page = page(registration, link, filled(registration), shell);
        return registration.status().isLive()
                        && page.view().event().changesAllowed(page.view().now())
                ? Html.ok(templates.registrationOwnEdit(page))
                : Flash.seeOther(
                        page.back(),
                        page.view().event().isCancelled() ? "registration.called-off" : "registration.own.edit.late");
    }

    @Post
    HttpResponse<byte[]> change(@PathVariable String token, @Body Form form, Shell shell) {
        Token link = Token.inAddress(token);
        Registration registration = registrations.byLink(link);
        EditPage page = page(registration, link, form, shell);
        if (form.isToTranslate()) {
            return Html.ok(templates.registrationOwnEdit(page));
        }
        count(registration, form);
        if (form.hasErrors()) {
            return Html.unprocessable(templates.registrationOwnEdit(page));
        }
        try {
            boolean moves = changing.change(registration, form.version(), wish(registration, page));
            return Flash.seeOther(page.back(), moves ? "registration.own.edit.address" : "registration.own.edit.done");
        } catch (ChangesClosed closed) {
            return Flash.seeOther(page.back(), closed.sentence().key());
        } catch (InvalidInput invalid) {
            invalid.faults().forEach(form::reject);
            return Html.unprocessable(templates.registrationOwnEdit(page));
        } catch (ChangedMeanwhile meanwhile) {
            return Html.unprocessable(templates.registrationOwnEdit(again(page, link)));
        }
    }

    /** The same form with what was typed, and what is stored by now beside it. */
    private EditPage again(EditPage page, Token link) {
        Registration stored = registrations.byLink(link);
        page.form().replace("version", stored.revision()).reject("", "registration.own.edit.meanwhile");
        return new EditPage(
                page.view(),
                page.back(),
                page.form(),
                stored,
                Optional.of(stored),
                registrations.chosenSessions(stored),
                page.notBefore());
    }

    private void count(Registration registration, Form form) {
        Optional<EmailAddress> address = EmailAddress.parse(form.get("email"))
                .filter(typed -> !typed.value().equals(registration.email()));
        try {
            address.ifPresent(typed -> limits.count(Limit.LINKS, typed.key()));
        } catch (TooOften often) {
            form.reject("email", often.sentence());
        }
    }

    private Form filled(Registration registration) {
        Form form = Form.empty()
                .with("version", registration.revision())
                .with("name", registration.name())
                .with("email", registration.email())
                .with("phone", registration.phone())
                .with("organisation", registration.organisation())
                .with("language", registration.reader().tag());
        registrations.chosenSessions(registration).forEach(session -> form.with("sessions", session));
        besides.turns().awaited(registration.id()).forEach(session -> form.with("waitFor", session));
        return form;
    }

    private EditPage page(Registration registration, Token link, Form form, Shell shell) {
        EventDetails event = events.get(registration.eventId());
        EventView view = new EventView(shell, event, clock.instant());
        return new EditPage(
                view,
                "/r/" + link.secret(),
                form,
                registration,
                Optional.empty(),
                registrations.chosenSessions(registration),
                besides.handOvers().notBeforeOnceMoved(registration, event.event()));
    }

    private static Wish wish(Registration registration, EditPage page) {
        Form form = page.form();
        return new Wish(
                page.view().details().categoryKey(registration.categoryId()),
                form.get("name"),
                form.get("email"),
                form.get("phone"),
                form.get("organisation"),
                form.get("language"),
                null,
                List.of("privacy"),
                form.ids("sessions"),
                null,
                null,
                null,
                null,
                form.ids("waitFor"));
    }
}
