package lv.kopa.registration.party;

import lv.kopa.event.notice.EventView;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * Where a contact names who takes somebody's place.
 *
 * @param back the address of the contact's page
 */
public record ExchangePage(EventView view, Companion former, Form form, String back) {
    public Shell shell() {
        return view.shell();
    }

    public String path() {
        return back + "/people/" + former.id();
    }
}
