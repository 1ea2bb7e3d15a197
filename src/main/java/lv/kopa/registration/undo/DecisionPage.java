package lv.kopa.registration.undo;

import java.util.List;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.web.Shell;

/** A decision on several people, and what became of them when it was undone. */
public record DecisionPage(EventView view, Decision decision, List<Decisions.Line> people) {
    public Shell shell() {
        return view.shell();
    }

    public String back() {
        return "/organiser/events/" + view.event().slug();
    }

    public boolean isOpen() {
        return decision.isOpen(view);
    }

    /** Of how many it was undone, in a sentence; or that it was not. */
    public String outcome() {
        long undone = people.stream()
                .filter(line -> line.fate().filter(Fate::isUndone).isPresent())
                .count();
        return decision.isUndone()
                ? shell().text("workspace.decision.undone", undone, people.size())
                : shell().text(isOpen() ? "workspace.decision.open" : "workspace.decision.late");
    }

    public String name(Registration person) {
        return person.isErased() ? shell().text("registration.erased") : person.name();
    }
}
