package lv.kopa.registration.party;

import lv.kopa.event.notice.EventView;
import lv.kopa.web.Shell;

/**
 * What happens when a contact gives somebody's place up.
 *
 * @param awaited whether the place goes at once to somebody who waits
 * @param back the address of the contact's page
 */
public record WithdrawalPage(EventView view, Companion person, boolean awaited, String back) {
    public Shell shell() {
        return view.shell();
    }

    public String path() {
        return back + "/people/" + person.id() + "/withdrawal";
    }

    /** What happens then, and whether it can be taken back. */
    public String lead() {
        String key = "registration.party.withdraw.lead";
        if (!person.hasPlace()) {
            return shell().text(key + ".without-place", person.name());
        }
        if (!awaited) {
            return shell().text(key, person.name());
        }
        return shell().text(key + (view.event().waitingList() ? ".awaited" : ".awaited.no-list"));
    }

    /** What the contact does: gives a place up, or the wish for one. */
    public String deed() {
        return shell().text(
                        person.hasPlace()
                                ? "registration.party.withdraw"
                                : "registration.party.withdraw.without-place");
    }
}
