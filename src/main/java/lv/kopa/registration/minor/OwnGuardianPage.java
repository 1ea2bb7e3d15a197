package lv.kopa.registration.minor;

import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * Who answers for somebody, to be mended.
 *
 * @param back the person's own page
 */
public record OwnGuardianPage(EventView view, Registration registration, String back, Form form) {

    public Shell shell() {
        return view.shell();
    }

    /** Whether it still matters. */
    boolean isOpen() {
        return registration.status().isLive() && view.event().isAhead(view.now());
    }
}
