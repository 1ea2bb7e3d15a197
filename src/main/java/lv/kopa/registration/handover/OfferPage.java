package lv.kopa.registration.handover;

import lv.kopa.event.notice.EventView;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * The form by which a person offers their place to somebody else.
 *
 * @param back their own page
 */
public record OfferPage(EventView view, String back, Form form) {

    public Shell shell() {
        return view.shell();
    }
}
