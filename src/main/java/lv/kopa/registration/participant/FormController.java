package lv.kopa.registration.participant;

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
import java.util.List;
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
import lv.kopa.registration.wish.Hitch;
import lv.kopa.registration.wish.Inquiry;
import lv.kopa.registration.wish.NamedGuardian;
import lv.kopa.registration.wish.Screening;
import lv.kopa.registration.wish.Shown;
import lv.kopa.registration.wish.Wish;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
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
        Form form = Shown.in(Form.empty(), event)
                .with("submission", Token.random().secret())
                .with("invitation", invitation);
        own.ifPresent(invited -> fill(form, event, invited));
        boolean approved = own.filter(Invitation::approved).isPresent();
        return registrations
                .closed(event, invitation, shell.language())
                .or(() -> nothingToBeHad(event, approved))
                .map(why -> Html.ok(templates.registrationClosed(new ClosedPage(view(event, shell), why))))
                .orElseGet(() -> again(HttpStatus.OK, page(event, form, shell)));
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

    /** Whatever is the matter, the page comes back with all that was typed. */
    @Post("/register")
    HttpResponse<byte[]> register(@PathVariable String slug, @Body Form form, Shell shell, Network network) {
        FormPage page = page(announced(slug), form, shell);
        if (form.isToTranslate() && !form.has("sent")) {
            return again(HttpStatus.OK, page);
        }
        if (Screening.isDoubtful(form, shell)) {
            return again(HttpStatus.FORBIDDEN, page);
        }
        if (Screening.isTrapped(form)) {
            return again(HttpStatus.UNPROCESSABLE_ENTITY, page);
        }
        Inquiry inquiry = page.inquiry();
        inquiry.rejectUnseen();
        Screening.askWhetherMeant(form, "email");
        Wish wish = page.wish(inquiry);
        try {
            return form.isToTranslate() ? translated(page, wish) : register(page, wish, inquiry, network);
        } catch (InvalidInput invalid) {
            invalid.faults().forEach(form::reject);
            return again(HttpStatus.UNPROCESSABLE_ENTITY, page);
        } catch (TooOften tooOften) {
            return sentBefore(page, wish, inquiry).orElseGet(() -> later(page, tooOften));
        } catch (RegistrationClosed closed) {
            form.reject("", closed.sentence());
            return again(HttpStatus.CONFLICT, page(announced(slug), form, shell).with(Hitch.CLOSED));
        }
    }

    /** Says anew whatever it would say, and does nothing. */
    private HttpResponse<byte[]> translated(FormPage page, Wish wish) {
        EventDetails event = page.view().details();
        registrations
                .closed(event, wish.invitation(), page.shell().language())
                .or(() -> nothingToBeHad(event, false))
                .ifPresent(why -> {
                    throw new RegistrationClosed(why);
                });
        Applicant applicant = wish.in(event, null);
        if (!page.form().hasErrors()) {
            Shown.isAnother(event, applicant, page.form());
        }
        return again(HttpStatus.OK, page);
    }

    private HttpResponse<byte[]> register(FormPage page, Wish wish, Inquiry inquiry, Network network) {
        EventDetails event = page.view().details();
        Form form = page.form();
        if (registrations
                .closed(event, wish.invitation(), page.shell().language())
                .isPresent()) {
            return done(page, inquiry, registrations.register(event, wish, submission(form)));
        }
        Applicant applicant = wish.in(event, null);
        if (form.hasErrors()) {
            return again(HttpStatus.UNPROCESSABLE_ENTITY, page);
        }
        if (Shown.isAnother(event, applicant, form)) {
            return sentBefore(page, wish, inquiry).orElseGet(() -> again(HttpStatus.CONFLICT, page));
        }
        Limits.Counted counted = limits.countRegistrations(network, 1, Screening.effort(form), written(applicant));
        try {
            return done(page, inquiry, registrations.register(event, wish, submission(form)));
        } catch (RegistrationClosed closed) {
            counted.giveBackMails();
            throw closed;
        }
    }

    /** To whom there will be mails. */
    private static List<String> written(Applicant applicant) {
        NamedGuardian guardian = applicant.guardian();
        return guardian == null || guardian.agreed()
                ? List.of(applicant.email().key())
                : List.of(applicant.email().key(), guardian.email().key());
    }

    private HttpResponse<byte[]> done(FormPage page, Inquiry inquiry, Outcome outcome) {
        EventDetails event = page.view().details();
        Form form = page.form();
        boolean minor = page.childhood().isAsked() && page.childhood().isMinor();
        Stream<String> marks = Stream.of(
                        minor ? "minor" : "",
                        inquiry.isAnsweredInVain() ? "unasked" : "",
                        isKnownByAddress(event, form, outcome) ? "known" : "")
                .filter(mark -> !mark.isEmpty());
        return Html.seeOther(DonePage.address(event, outcome.asForSomebodyNew(), form, marks));
    }

    /** Whether there is nothing to confirm; told to nobody but whom the address was shown to belong to. */
    private boolean isKnownByAddress(EventDetails event, Form form, Outcome outcome) {
        return event.event().confirmAddress()
                && !registrations.isHeld(outcome.registration())
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
        FormPage met = tooOften.isHelpedByEffort() ? page.with(Hitch.CROWD) : page;
        return Html.later(tooOften.howLong(), templates.registrationForm(met));
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
        return new FormPage(view(event, shell), form, Hitch.NONE);
    }

    private EventView view(EventDetails event, Shell shell) {
        return new EventView(shell, event, clock.instant());
    }

    private static @Nullable String submission(Form form) {
        return form.filled("submission").map(secret -> new Token(secret).hash()).orElse(null);
    }
}
