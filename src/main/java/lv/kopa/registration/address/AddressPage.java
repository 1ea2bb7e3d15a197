package lv.kopa.registration.address;

import lv.kopa.event.notice.EventView;
import lv.kopa.web.Shell;

/** Whether a new address is to count. */
public record AddressPage(EventView view, AddressChanges.Asked asked, String path) {

    public Shell shell() {
        return view.shell();
    }

    public String address() {
        return asked.change().email();
    }
}
