package lv.kopa.registration.participant;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Reference;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.invitation.Invitations;
import lv.kopa.registration.wish.Inquiry;
import lv.kopa.web.Form;
import lv.kopa.web.Html;

/** Sends whoever has registered on to the page that says what came of it. */
@Singleton
class DoneAnswer {
    /** Holds the address that was typed, for that page and this browser alone. */
    static final String WRITTEN_TO = "kopa-written-to";

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Registrations registrations;
    private final Invitations invitations;
    private final DoneProof proof;
    private final NextAnswer next;

    DoneAnswer(Registrations registrations, Invitations invitations, DoneProof proof, NextAnswer next) {
        this.registrations = registrations;
        this.invitations = invitations;
        this.proof = proof;
        this.next = next;
    }

    HttpResponse<byte[]> to(FormPage page, Inquiry inquiry, Outcome outcome) {
        EventDetails event = page.view().details();
        Form form = page.form();
        boolean minor = page.childhood().isAsked() && page.childhood().isMinor();
        Stream<String> marks = Stream.of(
                        minor ? "minor" : "",
                        minor && page.childhood().isAgreed() ? "agreed" : "",
                        inquiry.isAnsweredInVain() ? "unasked" : "",
                        isKnownByAddress(event, form, outcome) ? "known" : "")
                .filter(mark -> !mark.isEmpty());
        DoneAddress address = new DoneAddress(event, outcome.asForSomebodyNew(), form, chosen(form, outcome));
        Map<String, String> said = address.said(marks);
        String proven = proof.of(address.path(), said);
        MutableHttpResponse<byte[]> answer = Html.seeOther(DoneProof.address(address.path(), said, proven));
        answer.cookie(next.keep(inquiry.form(), page.view().path(), reference(outcome), page.mayGoOn()));
        return EmailAddress.parse(form.get("email"))
                .map(typed -> answer.cookie(writtenTo(address.path(), proof.seal(typed.value(), proven))))
                .orElse(answer);
    }

    private static Cookie writtenTo(String path, String sealed) {
        return Cookie.of(WRITTEN_TO, sealed)
                .path(path)
                .maxAge(AN_HOUR)
                .httpOnly(true)
                .sameSite(SameSite.Lax);
    }

    /** What this browser registered; what was registered before it keeps nothing of, and looks no other. */
    private static String reference(Outcome outcome) {
        boolean own = outcome instanceof Outcome.Registered
                || (outcome instanceof Outcome.Repeated repeated && repeated.same());
        return own ? outcome.registration().reference() : Reference.random();
    }

    /** What was typed, so that nobody learns anything; but who may know what is stored sees that. */
    private List<Long> chosen(Form form, Outcome outcome) {
        return outcome instanceof Outcome.Repeated repeated && repeated.known()
                ? registrations.chosenSessions(repeated.registration())
                : form.ids("sessions");
    }

    /** Whether there is nothing to confirm; told to nobody but whom the address was shown to belong to. */
    private boolean isKnownByAddress(EventDetails event, Form form, Outcome outcome) {
        return event.event().confirmAddress()
                && !registrations.isHeld(outcome.registration())
                && EmailAddress.parse(form.get("email"))
                        .filter(address -> invitations.isMailedTo(event, form.get("invitation"), address))
                        .isPresent();
    }
}
