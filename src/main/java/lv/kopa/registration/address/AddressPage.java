package lv.kopa.registration.address;

import lv.kopa.event.notice.EventView;
import lv.kopa.web.Shell;

/**
 * Whether a new address is to count.
 *
 * @param submission names the form, so that the same one sent twice counts once
 */
public record AddressPage(EventView view, AddressChanges.Asked asked, String path, String submission) {

    public Shell shell() {
        return view.shell();
    }

    public String address() {
        return asked.change().email();
    }
}
