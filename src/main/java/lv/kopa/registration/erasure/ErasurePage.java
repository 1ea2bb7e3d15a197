package lv.kopa.registration.erasure;

import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * What a person loses who wants to be forgotten.
 *
 * @param back their own page
 */
public record ErasurePage(EventView view, Registration registration, String back, Form form) {

    public Shell shell() {
        return view.shell();
    }

    /** Whether a place, or the wish for one, is given up by it. */
    public boolean givesUp() {
        return Erasing.givesUp(registration, view.details(), view.now());
    }
}
