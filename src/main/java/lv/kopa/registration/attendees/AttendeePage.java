package lv.kopa.registration.attendees;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.Category;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.answer.AnswerWords;
import lv.kopa.registration.delegation.Delegation;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.party.Party;
import lv.kopa.registration.selection.Opinion;
import lv.kopa.registration.turn.SessionTurns.Position;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * One registration as an organiser of the event sees it, and decides on it.
 *
 * @param position its turn, where it waits for a place
 * @param otherKinds the ids of further kinds of place the person would take while waiting
 * @param offered until when a place is offered to it
 * @param confirmBy until when it is held for its person to confirm the address
 * @param turns where it stands in line for full sessions
 * @param answers what the reader may see of them now
 * @param secrets whether there are others, which few may see
 * @param party with whom it came
 * @param delegation of which the person is
 * @param guardian who answers for the person
 * @param unreached that mail to the person comes back, if it does
 * @param opinion what the team thinks of the person
 * @param passed what they agreed to, and what was written to them
 * @param form the reason for a decision, as typed
 */
public record AttendeePage(
        Shell shell,
        EventView view,
        Registration registration,
        List<Long> chosen,
        Optional<Integer> position,
        List<Long> otherKinds,
        Optional<Instant> offered,
        Optional<Instant> confirmBy,
        List<Position> turns,
        List<AnswerWords.Line> answers,
        boolean secrets,
        Optional<Party> party,
        Optional<Delegation> delegation,
        Optional<Guardian> guardian,
        Optional<Reach.Unreached> unreached,
        Opinion opinion,
        Dealings.Passed passed,
        Form form) {

    public String path() {
        return "/organiser/registrations/" + registration.reference();
    }

    public String back() {
        return "/organiser/events/" + view.event().slug() + "#attendees";
    }

    public String name() {
        return AttendeesPage.name(shell, registration);
    }

    public Optional<String> category() {
        return AttendeesPage.category(view, shell, registration);
    }

    /** Further kinds of place the person would take. */
    public List<Category> others() {
        return view.details().categories().stream()
                .filter(category -> otherKinds.contains(category.id()))
                .toList();
    }

    public List<Session> sessions() {
        return view.details().sessions().stream()
                .filter(session -> chosen.contains(session.id()))
                .toList();
    }

    public String status() {
        return offered.map(until -> shell.text("workspace.attendees.offered", when(until)))
                .or(() -> position.map(turn -> shell.text("workspace.attendees.waiting", turn)))
                .orElseGet(() -> shell.text(registration.status().textKey()));
    }

    public String language() {
        return registration
                .reader()
                .locale()
                .getDisplayLanguage(shell.language().locale());
    }

    public boolean mayApprove() {
        return registration.status() == RegistrationStatus.AWAITING_APPROVAL;
    }

    public boolean mayDecline() {
        return mayApprove() || registration.status() == RegistrationStatus.WAITING;
    }

    /** Whether it stands in line, so that it may be given another turn. */
    public boolean mayMove() {
        return position.isPresent();
    }

    public boolean mayCancel() {
        return registration.isConfirmed();
    }

    /** "Experience: 2 · Motivation: 3". */
    public String points() {
        return opinion.points().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(" · "));
    }

    /** Since when something is agreed to, and by whose word; or until when it was. */
    public String said(Dealings.Agreed agreed) {
        Instant withdrawn = agreed.withdrawnAt();
        return withdrawn == null
                ? shell.text("workspace.attendee.agreed." + agreed.word(), when(agreed.givenAt()))
                : shell.text("workspace.attendee.agreed.withdrawn", when(agreed.givenAt()), when(withdrawn));
    }

    /** When a mail was sent, or else was written. */
    public String when(OutboxItem mail) {
        return when(Objects.requireNonNullElse(mail.sentAt(), mail.createdAt()));
    }

    /** Why a mail is not with its reader; "" where it is on its way, or nothing is said. */
    public String why(OutboxItem mail) {
        return switch (mail.stage()) {
            case RESTING -> shell.text("workspace.outbox.resting.why");
            case RETRY, FAILED, RETURNED, STOPPED -> Objects.requireNonNullElse(mail.lastAnswer(), "");
            case WAITING, SENDING, SENT -> "";
        };
    }

    /** To whom a mail went where that is somebody else, a guardian for instance. */
    public Optional<String> other(OutboxItem mail) {
        return Optional.of(mail.toAddress()).filter(to -> !registration.isErased() && !to.equals(registration.email()));
    }

    /** Where everything is told that was done about it. */
    public String deeds() {
        return "/organiser/deeds?registration=" + registration.reference();
    }

    public String when(Instant instant) {
        return view.moment(instant);
    }
}
