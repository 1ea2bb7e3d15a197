package lv.kopa.registration.delegation.heading;

import lv.kopa.registration.delegation.Allotment;
import lv.kopa.registration.delegation.DelegationView;
import lv.kopa.web.Shell;

/**
 * Where the head of a delegation sees who is named and fills its places.
 *
 * @param path its secret address
 */
public record HeadPage(DelegationView view, String path) {
    public Shell shell() {
        return view.shell();
    }

    public boolean mayFill(Allotment allotment) {
        return view.isFillable() && !allotment.isFilled();
    }
}
