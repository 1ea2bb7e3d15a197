package lv.kopa.registration.address;

import lv.kopa.event.notice.EventView;
import lv.kopa.web.Shell;

/** Whether an address is to be that of a registration again. */
public record EarlierAddressPage(EventView view, EarlierAddress address, String path) {

    public Shell shell() {
        return view.shell();
    }

    /** Until when that can be said. */
    public String until() {
        return view.deadline(address.until(view.event()));
    }
}
