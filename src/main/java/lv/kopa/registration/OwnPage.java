package lv.kopa.registration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.event.EventView;
import lv.kopa.event.Session;
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

    public String headline() {
        return shell().text("registration.own." + status().key(), registration.name(), position.orElse(1));
    }

    public Optional<Category> category() {
        return view.details().categories().stream()
                .filter(category -> Objects.equals(category.id(), registration.categoryId()))
                .findFirst();
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
