package lv.kopa.registration.own;

import java.time.LocalDate;
import java.util.Optional;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.registration.consent.Agreement;
import lv.kopa.registration.consent.Consents;
import lv.kopa.registration.consent.Speaker;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.web.Shell;

/** What a person agreed to, by purpose, or others for them, and what they may yet agree to themselves. */
public record OwnConsents(EventView view, Registration registration, Situation situation) {

    public Shell shell() {
        return view.shell();
    }

    /** Whether a purpose is agreed to at the moment. */
    public boolean agrees(Purpose purpose) {
        return agreement(purpose).filter(Agreement::stands).isPresent();
    }

    /** Whether the person, whom others registered, may still agree to the privacy text with a word of their own. */
    public boolean isUnspoken() {
        return !situation.isOwnHost() && Consents.mayYetSpeak(registration, speaker());
    }

    /** What was read when it was agreed to; "" where nobody did, or it was not kept. */
    public String textOf(Purpose purpose) {
        return agreement(purpose)
                .filter(agreement -> purpose.isChosen() || hasSpoken() || speaker() == Speaker.ANOTHER)
                .map(Agreement::text)
                .map(text -> text.replace("{organiser}", organiser()).replace("{contact}", contact()))
                .orElse("");
    }

    /** What leads to that text, which others may have read in the person's place. */
    public String toText(Purpose purpose) {
        return shell().text(
                        purpose.isChosen() || hasSpoken()
                                ? "registration.own.consent.text"
                                : "registration.own.consent.text-by-another");
    }

    /** When which text was agreed to, and by whom, and when that was withdrawn. */
    public String given(Purpose purpose) {
        return agreement(purpose)
                .map(agreement -> purpose.isChosen() || hasSpoken() ? own(agreement) : said(speaker(), agreement))
                .orElseGet(() -> shell().text("registration.own.consent.never"));
    }

    /** Since when the text stands that was agreed to; "" where nothing is agreed to, or nobody knows. */
    public String since(Purpose purpose) {
        return agreement(purpose)
                .filter(agreement -> agreement.stands() && !textOf(purpose).isEmpty())
                .map(Agreement::textSince)
                .map(since -> LocalDate.ofInstant(since, view.event().zone()))
                .map(day -> shell().text(
                                "registration.own.consent.wording",
                                shell().dates().date(day)))
                .orElse("");
    }

    private String own(Agreement agreement) {
        return agreement.withdrawnAt() == null
                ? said(Speaker.PERSON, agreement)
                : shell().text("registration.own.consent.withdrawn", view.deadline(agreement.withdrawnAt()));
    }

    private String said(Speaker who, Agreement agreement) {
        return shell().text(
                        who.textKey(),
                        view.deadline(agreement.givenAt()),
                        situation.host().orElseGet(() -> shell().text("registration.own.consent.another")));
    }

    private Optional<Agreement> agreement(Purpose purpose) {
        return situation.agreements().stream()
                .filter(agreement -> agreement.purpose() == purpose)
                .findFirst();
    }

    private boolean hasSpoken() {
        return speaker() == Speaker.PERSON || situation.isOwnHost();
    }

    private Speaker speaker() {
        return Speaker.of(situation.history());
    }

    public String organiser() {
        return view.details().organisation().name();
    }

    /** To whom to write about it. */
    public String contact() {
        String email = view.details().organisation().email();
        return email == null ? organiser() : email;
    }
}
