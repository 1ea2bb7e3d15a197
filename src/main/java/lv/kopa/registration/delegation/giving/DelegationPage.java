package lv.kopa.registration.delegation.giving;

import lv.kopa.registration.delegation.DelegationView;
import lv.kopa.web.Shell;

/** A delegation as the organisers of the event see it. */
public record DelegationPage(DelegationView view) {
    public Shell shell() {
        return view.shell();
    }

    public String eventPath() {
        return "/organiser/events/" + view.view().event().slug();
    }

    public String path() {
        return eventPath() + "/delegations/" + view.delegation().key();
    }
}
