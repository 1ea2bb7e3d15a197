package lv.kopa.registration.participant;

import java.util.List;
import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.web.Shell;

/**
 * A person's own page.
 *
 * @param path its secret address
 * @param chosen the ids of the sessions they chose
 */
public record OwnPage(
        EventView view, Registration registration, String path, List<Long> chosen, Optional<Integer> position) {

    public Shell shell() {
        return view.shell();
    }

    public RegistrationStatus status() {
        return registration.status();
    }

    /** What the person needs to know first; that the event itself is off comes before their place in it. */
    public String headline() {
        if (status().isLive() && view.event().isCancelled()) {
            return shell().text("registration.own.event-cancelled", registration.name());
        }
        if (status().isLive() && !isAhead()) {
            return shell().text("registration.own.over", registration.name());
        }
        return position.flatMap(this::turn)
                .orElseGet(() ->
                        shell().text("registration.own." + status().key(), registration.name(), position.orElse(1)));
    }

    /** The turn where it is one of several, each kind of place having its own line. */
    private Optional<String> turn(int number) {
        return category()
                .map(kind -> shell().text(
                                "registration.own.waiting-for",
                                registration.name(),
                                number,
                                shell().text(kind.name())));
    }

    public String state() {
        return shell().text(view.event().isCancelled() ? "event.state.cancelled" : status().textKey());
    }

    /** The CSS class of the state's look. */
    public String look() {
        return view.event().isCancelled() ? "cancelled" : status().look();
    }

    /** Whether the person may still look forward to the event, or to a place in it. */
    public boolean isAhead() {
        return status().isLive() && view.event().isAhead(view.now());
    }

    /** What the person says who wants to give it up. */
    public String wayOut() {
        return shell().text("registration.own.give-up." + status().key());
    }

    public Optional<Category> category() {
        return view.details().categoryOf(registration.categoryId());
    }

    public List<Session> chosenSessions() {
        return view.details().chosen().stream()
                .filter(session -> chosen.contains(session.id()))
                .toList();
    }

    /** Sessions the person comes to, with what only confirmed people see. */
    public List<Session> ownSessions() {
        return view.details().planned().stream()
                .filter(session -> session.isFor(chosen))
                .toList();
    }

    public boolean maySeeLinks() {
        return registration.isConfirmed() && !view.event().isCancelled();
    }

    /** Whether the person can still give the place up alone. */
    public boolean mayCancel() {
        return status().isLive() && view.event().changesAllowed(view.now());
    }

    public String untilWhen() {
        var until = view.event().changesUntil();
        return until == null
                ? shell().text("registration.own.until-start")
                : shell().text("registration.own.until", view.moment(until));
    }

    public String contact() {
        String email = view.details().organisation().email();
        return email == null ? view.details().organisation().name() : email;
    }
}
