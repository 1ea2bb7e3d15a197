package lv.kopa.registration.participant;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.RegistrationClosed;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.address.Mistypings;
import lv.kopa.registration.address.Mistypings.Mended;
import lv.kopa.registration.address.Mistypings.Slip;
import lv.kopa.registration.invitation.InvitationSpent;
import lv.kopa.registration.wish.Admission;
import lv.kopa.registration.wish.Admission.Closed;
import lv.kopa.registration.wish.Admission.Knock;
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

    /** Says that the form is the one before once more, in which what was answered and agreed is not filled in again. */
    static final String AGAIN = "again";

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
        String path = page.view().path();
        boolean mends = form.chose(FIELD, YES);
        Optional<Slip> slip = mends ? next.slipToMend(form, request, path) : next.slip(form, request, path);
        slip.filter(unanswered -> !mends && !form.chose(FIELD, NO))
                .ifPresent(before -> form.note(FIELD, "registration.mistyped.question", before.name(), before.email()));
        if (mends && next.address(request, path).isEmpty()) {
            form.note("", "registration.mistyped.gone");
        }
        return page.after(slip);
    }

    /** The page with what was answered and agreed before, where it is the same form once more and says nothing else. */
    FormPage whole(FormPage page, HttpRequest<?> request) {
        Form form = page.form();
        return page.slip().isPresent() && form.chose(FIELD, YES) && form.chose(AGAIN, YES)
                ? page.of(next.whole(form, request, page.view().path()))
                : page;
    }

    /** Why nothing is mended any more: where nobody can register, whether or not the wrong address was new would show. */
    static Optional<Closed> closed(EventView view) {
        Knock invited = new Knock(view.now(), null, true);
        return Admission.refusal(view.event(), invited, view.shell().language());
    }

    /** The form as it was sent last from this browser, as far as that is known, for its address to be mended. */
    Optional<FormPage> toMend(FormPage page, HttpRequest<?> request) {
        if (closed(page.view()).isPresent()) {
            return Optional.empty();
        }
        Form form = page.form();
        String path = page.view().path();
        Optional<FormPage> filled = next.fillAgain(form, request, path).map(slip -> page.after(Optional.of(slip)));
        if (filled.isEmpty()) {
            form.note("", "registration.mistyped.gone");
            return filled;
        }
        form.replace(FIELD, YES).replace(AGAIN, YES);
        form.note(
                "",
                next.isWhole(request, path) ? "registration.mistyped.filled" : "registration.mistyped.filled.in-part");
        return filled;
    }

    /** Mends the address; nothing where that is not wanted, or there is nothing to be mended. */
    Optional<HttpResponse<byte[]>> mended(FormPage page, Wish wish, Inquiry inquiry, Network network) {
        Form form = page.form();
        if (page.slip().isEmpty() || form.chose(FIELD, NO)) {
            return Optional.empty();
        }
        closed(page.view()).ifPresent(why -> {
            throw new RegistrationClosed(why.sentence());
        });
        Applicant applicant = wish.in(page.view().details(), FormAnswer.submission(form));
        if (form.isToBeSeenAgain()) {
            form.replace("sent", "yes");
            return Optional.of(Html.with(HttpStatus.UNPROCESSABLE_ENTITY, templates.registrationForm(page)));
        }
        Limits.Counted counted =
                limits.countRegistrations(network, 1, Screening.effort(form), FormAnswer.written(applicant));
        Optional<Mended> mended = mistypings.mend(page.slip().get(), applicant);
        if (mended.isEmpty()) {
            counted.giveBack();
        }
        mended.filter(Mended::hasOwn).ifPresent(own -> remind(page, wish));
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
