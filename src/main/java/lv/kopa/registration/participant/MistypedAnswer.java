package lv.kopa.registration.participant;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.registration.RegistrationClosed;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.address.Mistypings;
import lv.kopa.registration.address.Mistypings.Mended;
import lv.kopa.registration.address.Mistypings.Slip;
import lv.kopa.registration.invitation.InvitationSpent;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.Inquiry;
import lv.kopa.registration.wish.Screening;
import lv.kopa.registration.wish.Wish;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;

/**
 * What somebody is answered who registers the same name again with another address: they are asked whether the first one
 * was wrong, whatever there was by that, so that nobody learns what an address has.
 */
@Singleton
class MistypedAnswer {
    /** The field that says which of the two it is, and the parameter by which the form is asked for to mend an address. */
    static final String FIELD = "mistyped";

    private static final String YES = "yes";
    private static final String NO = "no";

    private final StaticTemplates templates = new StaticTemplates();
    private final NextAnswer next;
    private final Mistypings mistypings;
    private final Registrations registrations;
    private final DoneAnswer done;
    private final Limits limits;

    MistypedAnswer(
            NextAnswer next, Mistypings mistypings, Registrations registrations, DoneAnswer done, Limits limits) {
        this.next = next;
        this.mistypings = mistypings;
        this.registrations = registrations;
        this.done = done;
        this.limits = limits;
    }

    /** The page with the question, where there is one, until it is answered. */
    FormPage asking(FormPage page, HttpRequest<?> request) {
        Form form = page.form();
        Optional<Slip> slip = next.slip(form, request, page.view().path());
        slip.filter(unanswered -> !form.chose(FIELD, YES) && !form.chose(FIELD, NO))
                .ifPresent(before -> form.note(FIELD, "registration.mistyped.question", before.name(), before.email()));
        return page.after(slip);
    }

    /** The form as it was sent last from this browser, as far as that is known, for its address to be mended. */
    Optional<FormPage> toMend(FormPage page, HttpRequest<?> request) {
        return next.fillAgain(page.form(), request, page.view().path()).map(slip -> {
            page.form().replace(FIELD, YES).note("", "registration.mistyped.filled");
            return page.after(Optional.of(slip));
        });
    }

    /** Mends the address; nothing where that is not wanted, or there is nothing to be mended. */
    Optional<HttpResponse<byte[]>> mended(FormPage page, Wish wish, Inquiry inquiry, Network network) {
        Form form = page.form();
        if (page.slip().isEmpty() || form.chose(FIELD, NO)) {
            return Optional.empty();
        }
        Applicant applicant = wish.in(page.view().details(), FormAnswer.submission(form));
        if (form.isToBeSeenAgain()) {
            form.replace("sent", "yes");
            return Optional.of(Html.with(HttpStatus.UNPROCESSABLE_ENTITY, templates.registrationForm(page)));
        }
        Limits.Counted counted =
                limits.countRegistrations(network, 1, Screening.effort(form), FormAnswer.written(applicant));
        Optional<Mended> mended = mistypings.mend(page.slip().get(), applicant);
        if (mended.isEmpty()) {
            counted.giveBackMails();
        }
        mended.filter(Mended::known).ifPresent(known -> remind(page, wish));
        return mended.map(what -> done.to(page, inquiry, what.outcome()));
    }

    /** Whoever has the right address hears of it as of any form that is sent with it. */
    private void remind(FormPage page, Wish wish) {
        try {
            registrations.register(page.view().details(), wish, FormAnswer.submission(page.form()));
        } catch (RegistrationClosed | InvitationSpent nothingToBeHad) {
            return;
        }
    }
}
