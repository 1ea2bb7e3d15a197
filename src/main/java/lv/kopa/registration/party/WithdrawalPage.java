package lv.kopa.registration.party;

import lv.kopa.event.notice.EventView;
import lv.kopa.web.Shell;

/**
 * What happens when a contact gives somebody's place up.
 *
 * @param back the address of the contact's page
 */
public record WithdrawalPage(EventView view, Companion person, String back) {
    public Shell shell() {
        return view.shell();
    }

    public String path() {
        return back + "/people/" + person.id() + "/withdrawal";
    }

    /** What the contact does: gives a place up, or the wish for one. */
    public String deed() {
        return shell().text(
                        person.hasPlace()
                                ? "registration.party.withdraw"
                                : "registration.party.withdraw.without-place");
    }
}
