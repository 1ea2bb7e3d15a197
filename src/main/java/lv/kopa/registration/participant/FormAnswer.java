package lv.kopa.registration.participant;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.RegistrationClosed;
import lv.kopa.registration.Registrations;
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
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import lv.kopa.web.guard.TooOften;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is answered who sends the form. Whatever is the matter, the page comes back with all that was typed.
 */
@Singleton
class FormAnswer {
    private final StaticTemplates templates = new StaticTemplates();
    private final Registrations registrations;
    private final DoneAnswer done;
    private final NextAnswer next;
    private final MistypedAnswer mistyped;
    private final Limits limits;

    FormAnswer(Registrations registrations, DoneAnswer done, NextAnswer next, MistypedAnswer mistyped, Limits limits) {
        this.registrations = registrations;
        this.done = done;
        this.next = next;
        this.mistyped = mistyped;
        this.limits = limits;
    }

    /**
     * Answers a form.
     *
     * @param fresh the page with it, and with the event as it is now
     * @param request by whose cookie the form before is known
     */
    HttpResponse<byte[]> to(Supplier<FormPage> fresh, Network network, HttpRequest<?> request) {
        FormPage page = mistyped.asking(fresh.get(), request);
        Form form = page.form();
        if (form.isToTranslate() && !form.has("sent")) {
            return again(HttpStatus.OK, page);
        }
        if (Screening.isDoubtful(form, page.shell())) {
            return again(HttpStatus.FORBIDDEN, page);
        }
        if (Screening.isTrapped(form)) {
            return again(HttpStatus.UNPROCESSABLE_ENTITY, page);
        }
        if (next.isOfAnother(form, request, page.view().path())) {
            form.reject("email", "registration.next.same-address");
            return again(HttpStatus.UNPROCESSABLE_ENTITY, page);
        }
        Inquiry inquiry = page.inquiry();
        inquiry.tellOfUnseen();
        Screening.askWhetherMeant(form, "email");
        page.childhood().tellOfUnseen();
        page.childhood().tellOfTick(form.get("email"));
        Inquiry whole = mistyped.whole(page, request).inquiry();
        Wish wish = page.of(whole.form()).wish(whole);
        try {
            return form.isToTranslate() ? translated(page, wish) : register(page, wish, whole, network);
        } catch (InvalidInput invalid) {
            page.childhood().reject(invalid.faults());
            return again(HttpStatus.UNPROCESSABLE_ENTITY, page);
        } catch (TooOften tooOften) {
            return sentBefore(page, wish, whole).orElseGet(() -> later(page, tooOften));
        } catch (RegistrationClosed closed) {
            form.reject("", closed.sentence());
            return again(HttpStatus.CONFLICT, fresh.get().after(page.slip()).with(Hitch.CLOSED));
        }
    }

    /** Fills in what the last form from this browser said that is likely to be the same of the next person. */
    void fillNext(FormPage page, HttpRequest<?> request) {
        next.fill(page.form(), request, page.view().path());
    }

    /** The form that was sent last from this browser, for its address to be mended; nothing where none is known. */
    Optional<HttpResponse<byte[]>> toMend(FormPage page, HttpRequest<?> request) {
        return mistyped.toMend(page, request).map(filled -> again(HttpStatus.OK, filled));
    }

    /** A form that is filled in already, and yet to be sent. */
    HttpResponse<byte[]> opened(FormPage page) {
        Optional<Sentence> closed = closed(page);
        closed.ifPresent(why -> page.form().reject("", why));
        return closed.isPresent() ? again(HttpStatus.CONFLICT, page.with(Hitch.CLOSED)) : again(HttpStatus.OK, page);
    }

    private Optional<Sentence> closed(FormPage page) {
        return registrations
                .closed(
                        page.view().details(),
                        page.form().get("invitation"),
                        page.shell().language())
                .or(page::full);
    }

    /** Says anew whatever it would say, and does nothing. */
    private HttpResponse<byte[]> translated(FormPage page, Wish wish) {
        EventDetails event = page.view().details();
        closed(page).filter(why -> page.slip().isEmpty()).ifPresent(why -> {
            throw new RegistrationClosed(why);
        });
        Applicant applicant = wish.in(event, null);
        if (!page.form().isToBeSeenAgain()) {
            Shown.isAnother(event, applicant, page.form());
        }
        return again(HttpStatus.OK, page);
    }

    private HttpResponse<byte[]> register(FormPage page, Wish wish, Inquiry inquiry, Network network) {
        Optional<HttpResponse<byte[]>> mended = mistyped.mended(page, wish, inquiry, network);
        return mended.isPresent() ? mended.get() : registerNew(page, wish, inquiry, network);
    }

    private HttpResponse<byte[]> registerNew(FormPage page, Wish wish, Inquiry inquiry, Network network) {
        EventDetails event = page.view().details();
        Form form = page.form();
        if (registrations
                .closed(event, wish.invitation(), page.shell().language())
                .isPresent()) {
            return done.to(page, inquiry, registrations.register(event, wish, submission(form)));
        }
        Applicant applicant = wish.in(event, null);
        if (form.isToBeSeenAgain()) {
            form.replace("sent", "yes");
            return again(HttpStatus.UNPROCESSABLE_ENTITY, page);
        }
        if (Shown.isAnother(event, applicant, form)) {
            return sentBefore(page, wish, inquiry).orElseGet(() -> again(HttpStatus.CONFLICT, page));
        }
        Limits.Counted counted = limits.countRegistrations(network, 1, Screening.effort(form), written(applicant));
        try {
            return done.to(page, inquiry, registrations.register(event, wish, submission(form)));
        } catch (RegistrationClosed closed) {
            counted.giveBackMails();
            throw closed;
        }
    }

    /** To whom there will be mails. */
    static List<String> written(Applicant applicant) {
        NamedGuardian guardian = applicant.guardian();
        return guardian == null || guardian.agreed()
                ? List.of(applicant.email().key())
                : List.of(applicant.email().key(), guardian.email().key());
    }

    /** The same form, sent before, has done what it was to do. */
    private Optional<HttpResponse<byte[]>> sentBefore(FormPage page, Wish wish, Inquiry inquiry) {
        return registrations
                .again(page.view().details(), wish, submission(page.form()))
                .map(outcome -> done.to(page, inquiry, outcome));
    }

    private HttpResponse<byte[]> later(FormPage page, TooOften tooOften) {
        page.form().reject("", tooOften.sentence());
        FormPage met = tooOften.isHelpedByEffort() ? page.with(Hitch.CROWD) : page;
        return Html.later(tooOften.howLong(), templates.registrationForm(met));
    }

    private MutableHttpResponse<byte[]> again(HttpStatus status, FormPage page) {
        return Html.with(status, templates.registrationForm(page));
    }

    /** What names a form that was sent, so that the same one sent twice is known. */
    static @Nullable String submission(Form form) {
        return form.filled("submission").map(secret -> new Token(secret).hash()).orElse(null);
    }
}
