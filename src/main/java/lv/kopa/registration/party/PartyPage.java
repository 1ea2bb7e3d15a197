package lv.kopa.registration.party;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.undo.Undoing.Undo;
import lv.kopa.web.Shell;

/**
 * Whom a contact has registered.
 *
 * @param path its secret address
 * @param open whether the event takes further people
 * @param undos what the contact gave up and can take back, by the number of whose it was
 * @param unasked the numbers of those for whom the contact has just answered what nobody asks any longer
 */
public record PartyPage(
        EventView view,
        Party party,
        List<Companion> people,
        String path,
        boolean open,
        Map<Long, Undo> undos,
        Set<String> unasked) {
    /** The parameter that says of whom something was answered in vain, their numbers with dots between them. */
    static final String UNASKED = "unasked";

    public Shell shell() {
        return view.shell();
    }

    public Optional<String> kind(Companion companion) {
        return view.details().categoryOf(companion.categoryId()).map(category -> shell().text(category.name()));
    }

    /** Whether the contact can still take people out and put others in their places. */
    public boolean mayChange() {
        return view.event().changesAllowed(view.now());
    }

    public boolean mayChange(Companion companion) {
        return mayChange() && companion.status().isLive();
    }

    /** That the contact gave somebody's place up and can take that back. */
    public Optional<Undo> undo(Companion companion) {
        return Optional.ofNullable(undos.get(companion.id()));
    }

    /** Whether something that was answered for somebody was not kept. */
    public boolean isAnsweredInVain(Companion companion) {
        return unasked.contains(String.valueOf(companion.id()));
    }

    public String until() {
        var until = view.event().changesUntil();
        if (!mayChange()) {
            return shell().text("registration.party.late");
        }
        return until == null
                ? shell().text("registration.party.until-start")
                : shell().text("registration.party.until", view.deadline(until));
    }
}
