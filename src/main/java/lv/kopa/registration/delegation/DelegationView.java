package lv.kopa.registration.delegation;

import java.time.Instant;
import java.util.Optional;
import lv.kopa.event.notice.EventView;
import lv.kopa.web.Shell;

/** A delegation in the words of its reader. */
public record DelegationView(EventView view, Standing standing) {
    public Shell shell() {
        return view.shell();
    }

    public Delegation delegation() {
        return standing.delegation();
    }

    public String kind(Allotment allotment) {
        return view.details()
                .categoryOf(allotment.categoryId())
                .map(category -> shell().text(category.name()))
                .orElseGet(() -> shell().text("registration.delegation.any-kind"));
    }

    public String name(Named person) {
        return person.name().isEmpty() ? shell().text("registration.erased") : person.name();
    }

    /** Whether its head can name people, and take them out. */
    public boolean isFillable() {
        return delegation().isFillable(view.event(), view.now());
    }

    /** Whether an organiser can still change what was given. */
    public boolean isOpen() {
        return delegation().isOpen() && view.event().isAhead(view.now());
    }

    public String until() {
        if (view.event().isCancelled()) {
            return shell().text("event.cancelled");
        }
        if (delegation().withdrawn()) {
            return shell().text("registration.delegation.taken-back");
        }
        return shell().text(
                        isFillable() ? "registration.delegation.until" : "registration.delegation.over",
                        view.deadline(delegation().ends(view.event())));
    }

    /** Until when those who are named can change and cancel by themselves, where they still can. */
    public Optional<String> theirs() {
        Instant end = view.event().changesEnd();
        return end != null && view.event().changesAllowed(view.now())
                ? Optional.of(shell().text("registration.delegation.theirs", view.deadline(end)))
                : Optional.empty();
    }

    /** Whether there are several kinds of places, so that all of them together say something else than each. */
    public boolean isSeveral() {
        return standing.allotments().size() > 1;
    }

    /** How many are named, of how many. */
    public String filled() {
        return shell().text("registration.delegation.filled", standing.filled(), standing.places());
    }

    /** Whether people have anything to answer at all. */
    public boolean asks() {
        return !view.details().questionnaire().current().isEmpty();
    }
}
