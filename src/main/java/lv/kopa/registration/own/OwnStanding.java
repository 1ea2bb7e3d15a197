package lv.kopa.registration.own;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.undo.Undoing.Undo;
import lv.kopa.web.Shell;

/** Where a person stands, in the words and the look that their page begins with. */
public record OwnStanding(EventView view, Registration registration, Situation situation) {

    private Shell shell() {
        return view.shell();
    }

    private RegistrationStatus status() {
        return registration.status();
    }

    /** Whether the person may still look forward to the event, or to a place in it. */
    public boolean isAhead() {
        return status().isLive() && view.event().isAhead(view.now());
    }

    /** What the person needs to know first; that the event itself is off comes before their place in it. */
    public String headline() {
        if (isRefusedByGuardian()) {
            return shell().text("registration.own.guardian-refused");
        }
        if (status().isLive() && view.event().isCancelled()) {
            return shell().text("registration.own.event-cancelled", registration.name());
        }
        if (status().isLive() && !isAhead()) {
            return shell().text("registration.own.over", registration.name());
        }
        return situation
                .offer()
                .map(offer -> shell().text(
                                "registration.offer.headline", registration.name(), view.deadline(offer.answerBy())))
                .or(() -> situation.position().flatMap(this::turn))
                .orElseGet(this::standing);
    }

    private String standing() {
        if (registration.isConfirmed() && awaitsGuardian()) {
            return shell().text("registration.own.guardian-missing", registration.name());
        }
        return shell().text(
                        "registration.own." + status().key(),
                        registration.name(),
                        situation.position().orElse(1));
    }

    /** The turn where it is one of several, each kind of place having its own line. */
    private Optional<String> turn(int number) {
        return view.details()
                .categoryOf(registration.categoryId())
                .map(kind -> shell().text(
                                "registration.own.waiting-for",
                                registration.name(),
                                number,
                                shell().text(kind.name())));
    }

    public String state() {
        if (isOffered()) {
            return shell().text("registration.offer.state");
        }
        if (registration.isConfirmed() && awaitsGuardian()) {
            return shell().text("registration.guardian.silent");
        }
        return shell().text(view.event().isCancelled() ? "event.state.cancelled" : status().textKey());
    }

    /** The CSS class of the state's look. */
    public String look() {
        if (isOffered() || (registration.isConfirmed() && awaitsGuardian())) {
            return "pending";
        }
        return view.event().isCancelled() ? "cancelled" : status().look();
    }

    /** Whether whoever answers for the person has yet to agree. */
    public boolean awaitsGuardian() {
        return isAhead() && situation.guardian().filter(Guardian::isSilent).isPresent();
    }

    /** Whether it ended since whoever answers for the person did not agree. */
    public boolean isRefusedByGuardian() {
        return status() == RegistrationStatus.CANCELLED
                && situation.guardian().filter(Guardian::refuses).isPresent()
                && situation.history().stream()
                        .filter(entry -> entry.deed().equals("cancelled"))
                        .findFirst()
                        .filter(entry -> entry.actor().equals(Registrations.GUARDIAN))
                        .isPresent();
    }

    /** Who has to agree, until when, and by what. */
    public String whoHasToAgree() {
        Guardian guardian = situation.guardian().orElseThrow();
        Instant start = view.event().startsAt();
        return start == null || !start.isAfter(view.now())
                ? shell().text("registration.own.guardian-missing.at-once", guardian.name(), guardian.email())
                : shell().text(
                                "registration.own.guardian-missing.until",
                                guardian.name(),
                                view.deadline(start),
                                guardian.email());
    }

    /** Who did not agree, and what can be done about it. */
    public String whoDisagrees() {
        String guardian = situation.guardian().orElseThrow().name();
        return mayRegisterAgain()
                ? shell().text("registration.own.guardian-refused.again", guardian)
                : shell().text("registration.own.guardian-refused.closed", guardian, contact());
    }

    /** Whether the person can take part again only by registering anew. */
    public boolean mayRegisterAgain() {
        return status() == RegistrationStatus.CANCELLED
                && !situation.newer()
                && situation.undo().isEmpty()
                && view.availability().open();
    }

    /** Whether the person is to be there today, by the clocks of the place. */
    public boolean isToday() {
        return view.details().planned().stream()
                .filter(session -> session.isFor(situation.chosen()))
                .anyMatch(session -> {
                    LocalDate today = LocalDate.ofInstant(view.now(), session.zone());
                    return !today.isBefore(session.startsOn().toLocalDate())
                            && !today.isAfter(session.endsOn().toLocalDate());
                });
    }

    /** Whether a place is kept for the person to say whether they take it. */
    public boolean isOffered() {
        return isAhead() && situation.offer().isPresent();
    }

    /** Whether it ended because the person did not say in time whether they take a place. */
    public boolean isUnanswered() {
        return status() == RegistrationStatus.CANCELLED
                && situation.history().stream()
                        .findFirst()
                        .filter(entry -> entry.deed().equals("offer-ran-out"))
                        .isPresent();
    }

    /** Whether it ended because nobody confirmed the address in time. */
    public boolean isUnconfirmed() {
        return status() == RegistrationStatus.CANCELLED
                && situation.history().stream().anyMatch(entry -> entry.deed().equals("address-unconfirmed"));
    }

    /** The clock, and whose it is, until which a person can take back what they did, with the day where it is another one. */
    public String undoUntil() {
        return situation.undo().map(undo -> undo.until(view)).orElse("");
    }

    /** Until when, and what it was that was given up. */
    public String undoLead() {
        String key = situation
                .givenUpLast()
                .map(what -> "registration.own.undo.lead." + what)
                .orElse("registration.own.undo.lead");
        return shell().text(key, undoUntil());
    }

    /** What the person says who wants it back. */
    public String undo() {
        return shell().text(situation
                .givenUpLast()
                .map(what -> "registration.own.undo." + what)
                .orElse("registration.own.undo"));
    }

    /** What others have by now of what would be taken back, in a sentence each; the page says so before. */
    public List<String> undoneWithout() {
        return situation.undo().map(this::without).orElse(List.of());
    }

    private List<String> without(Undo undo) {
        List<String> said = new ArrayList<>();
        if (!undo.awaited().isEmpty()) {
            said.add(shell().text("registration.own.undo.awaited", names(undo.awaited())));
        }
        if (!undo.lost().isEmpty()) {
            said.add(shell().text("registration.own.undo.lost", names(undo.lost())));
        }
        if (undo.choices()) {
            said.add(shell().text("registration.own.undo.choices"));
        }
        return said;
    }

    private String names(List<Session> sessions) {
        return sessions.stream().map(view::nameOf).collect(Collectors.joining("; "));
    }

    /** What happens then, and what of it can be taken back. */
    public String wayOutLead() {
        if (registration.isConfirmed() && situation.awaited()) {
            return shell().text(
                            view.event().waitingList()
                                    ? "registration.own.cancel.lead.awaited"
                                    : "registration.own.cancel.lead.awaited.no-list");
        }
        return shell().text(
                        registration.isConfirmed()
                                ? (situation.chosen().isEmpty()
                                        ? "registration.own.cancel.lead"
                                        : "registration.own.cancel.lead.sessions")
                                : "registration.own.give-up." + status().key() + ".lead");
    }

    private String contact() {
        String email = view.details().organisation().email();
        return email == null ? view.details().organisation().name() : email;
    }

    /** What the person says who wants to give it up. */
    public String wayOut() {
        return shell().text("registration.own.give-up." + status().key());
    }
}
