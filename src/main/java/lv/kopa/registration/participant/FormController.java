package lv.kopa.registration.participant;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.Approval;
import lv.kopa.event.EventDetails;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.notice.Noticeboard;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.RegistrationClosed;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.invitation.Invitation;
import lv.kopa.registration.invitation.Invitations;
import lv.kopa.registration.wish.Applicant;
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
import lv.kopa.web.guard.Effort;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import lv.kopa.web.guard.TooOften;
import org.jspecify.annotations.Nullable;

/** The form by which people register, without an account. */
@Pages("/events/{slug}")
@Secured(SecurityRule.IS_ANONYMOUS)
class FormController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Noticeboard noticeboard;
    private final Registrations registrations;
    private final Invitations invitations;
    private final Limits limits;
    private final Clock clock;

    FormController(
            Noticeboard noticeboard, Registrations registrations, Invitations invitations, Limits limits, Clock clock) {
        this.noticeboard = noticeboard;
        this.registrations = registrations;
        this.invitations = invitations;
        this.limits = limits;
        this.clock = clock;
    }

    @Get("/register")
    HttpResponse<byte[]> form(@PathVariable String slug, @QueryValue @Nullable String invitation, Shell shell) {
        EventDetails event = announced(slug);
        Optional<Invitation> own = invitations.good(event, invitation);
        Form form = Form.empty().with("submission", Token.random().secret()).with("invitation", invitation);
        own.ifPresent(invited -> fill(form, event, invited));
        boolean approved = own.filter(Invitation::approved).isPresent();
        return registrations
                .closed(event, invitation, shell.language())
                .or(() -> nothingToBeHad(event, approved))
                .map(why -> Html.ok(templates.registrationClosed(closed(event, why, shell, false))))
                .orElseGet(() -> Html.ok(templates.registrationForm(page(event, form, shell))));
    }

    /** What whoever invited somebody knows of them already. */
    private static void fill(Form form, EventDetails event, Invitation invited) {
        form.with("name", invited.name())
                .with("email", invited.email())
                .with("category", event.categoryKey(invited.categoryId()));
    }

    /** So that nobody fills a form in for nothing. */
    private static Optional<Sentence> nothingToBeHad(EventDetails event, boolean approved) {
        boolean decided = event.event().approval() == Approval.MANUAL && !approved;
        boolean open = !event.isFull() || event.event().waitingList() || decided;
        return open ? Optional.empty() : Optional.of(Sentence.of("registration.closed.full"));
    }

    /** Whatever is the matter, the page comes back with all that was typed, as long as it can still be sent. */
    @Post("/register")
    HttpResponse<byte[]> register(@PathVariable String slug, @Body Form form, Shell shell, Network network) {
        FormPage page = page(announced(slug), form, shell);
        if (shell.csrf().isDoubtful()) {
            form.reject("", form.has("again") ? "registration.form.cookies" : "registration.form.old");
            return again(HttpStatus.FORBIDDEN, page);
        }
        if (form.filled("website").isPresent()) {
            form.reject("website", "registration.fault.trap");
            return again(HttpStatus.UNPROCESSABLE_ENTITY, page);
        }
        Inquiry inquiry = page.inquiry();
        inquiry.rejectUnseen();
        askWhetherMeant(form);
        Wish wish = page.childhood().in(wish(form, inquiry, shell));
        try {
            return register(page, wish, inquiry, network);
        } catch (InvalidInput invalid) {
            invalid.faults().forEach(form::reject);
            return again(HttpStatus.UNPROCESSABLE_ENTITY, page);
        } catch (TooOften tooOften) {
            return sentBefore(page, wish, inquiry).orElseGet(() -> later(page, tooOften));
        } catch (RegistrationClosed closed) {
            return Html.with(
                    HttpStatus.CONFLICT,
                    templates.registrationClosed(closed(announced(slug), closed.sentence(), shell, true)));
        }
    }

    /** Asks once whether an address is meant as typed; whoever sends it again means it. */
    private static void askWhetherMeant(Form form) {
        EmailAddress.parse(form.get("email"))
                .filter(typed -> !typed.value().equals(form.get("meant")))
                .ifPresent(typed -> typed.meant().ifPresent(other -> {
                    form.reject("email", "registration.form.meant", other.value(), typed.value());
                    form.replace("meant", typed.value());
                }));
    }

    private HttpResponse<byte[]> register(FormPage page, Wish wish, Inquiry inquiry, Network network) {
        EventDetails event = page.view().details();
        Form form = page.form();
        if (registrations
                .closed(event, wish.invitation(), page.shell().language())
                .isEmpty()) {
            Applicant applicant = wish.in(event, null);
            if (form.hasErrors()) {
                return again(HttpStatus.UNPROCESSABLE_ENTITY, page);
            }
            if (isAnother(event, applicant, form)) {
                return sentBefore(page, wish, inquiry).orElseGet(() -> again(HttpStatus.CONFLICT, page));
            }
            limits.countRegistration(
                    network, new Effort(form.get("submission"), form.get("email"), form.get("effort")));
            limits.count(Limit.REGISTRATION_ADDRESS, applicant.email().key());
            if (applicant.guardian() != null && !applicant.guardian().agreed()) {
                limits.count(
                        Limit.REGISTRATION_ADDRESS, applicant.guardian().email().key());
            }
        }
        return done(page, inquiry, registrations.register(event, wish, submission(form)));
    }

    /** Whether the event is no longer what the form was filled in for; the form says how. */
    private static boolean isAnother(EventDetails event, Applicant applicant, Form form) {
        if (Shown.isMoved(event, form)) {
            form.reject("", "registration.form.moved");
        } else if (event.event().waitingList() && event.event().approval() == Approval.AUTOMATIC) {
            if (Shown.isFilled(event, applicant, form)) {
                form.reject("", "registration.form.filled");
            }
        } else if (event.event().approval() == Approval.AUTOMATIC) {
            Shown.reject(event, applicant, form);
        }
        return form.hasErrors();
    }

    private HttpResponse<byte[]> done(FormPage page, Inquiry inquiry, Outcome outcome) {
        EventDetails event = page.view().details();
        Form form = page.form();
        boolean minor = page.childhood().isAsked() && page.childhood().isMinor();
        Stream<String> marks = Stream.of(
                        minor ? "minor" : "",
                        inquiry.isAnsweredInVain() ? "unasked" : "",
                        isKnownByAddress(event, form) ? "known" : "")
                .filter(mark -> !mark.isEmpty());
        return Html.seeOther(DonePage.address(event, outcome.asForSomebodyNew(), form, marks));
    }

    private boolean isKnownByAddress(EventDetails event, Form form) {
        return event.event().confirmAddress()
                && EmailAddress.parse(form.get("email"))
                        .filter(address -> invitations.isMailedTo(event, form.get("invitation"), address))
                        .isPresent();
    }

    /** The same form, sent before, has done what it was to do. */
    private Optional<HttpResponse<byte[]>> sentBefore(FormPage page, Wish wish, Inquiry inquiry) {
        return registrations
                .again(page.view().details(), wish, submission(page.form()))
                .map(outcome -> done(page, inquiry, outcome));
    }

    private HttpResponse<byte[]> later(FormPage page, TooOften tooOften) {
        page.form().reject("", tooOften.sentence());
        MutableHttpResponse<byte[]> answer =
                again(HttpStatus.TOO_MANY_REQUESTS, tooOften.isHelpedByEffort() ? page.askingForEffort() : page);
        tooOften.retryAfter()
                .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        return answer;
    }

    private MutableHttpResponse<byte[]> again(HttpStatus status, FormPage page) {
        return Html.with(status, templates.registrationForm(page));
    }

    private EventDetails announced(String slug) {
        return shown(noticeboard.show(slug));
    }

    private static EventDetails shown(Optional<EventDetails> found) {
        return found.filter(event -> event.event().isShown()).orElseThrow(UnknownEvent::new);
    }

    private FormPage page(EventDetails event, Form form, Shell shell) {
        return new FormPage(shell, new EventView(shell, event, clock.instant()), form, false);
    }

    private ClosedPage closed(EventDetails event, Sentence why, Shell shell, boolean sent) {
        return new ClosedPage(shell, new EventView(shell, event, clock.instant()), why, sent);
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
                form.ids("sessions"),
                form.get("invitation"),
                form.all("alternatives"),
                null,
                null,
                form.ids("waitFor"));
    }

    private static @Nullable String submission(Form form) {
        return form.filled("submission").map(secret -> new Token(secret).hash()).orElse(null);
    }
}
