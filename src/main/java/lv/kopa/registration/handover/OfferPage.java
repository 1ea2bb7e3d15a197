package lv.kopa.registration.handover;

import java.time.Instant;
import java.util.Optional;
import lv.kopa.event.notice.EventView;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * The form by which a person offers their place to somebody else.
 *
 * @param back their own page
 * @param notBefore until when it cannot be handed over, since an address before can take it back
 */
public record OfferPage(EventView view, String back, Form form, Optional<Instant> notBefore) {

    public Shell shell() {
        return view.shell();
    }

    /** That it cannot be handed over yet. */
    public Optional<NotYet> tooEarly() {
        return notBefore.map(until -> new NotYet(view, until));
    }
}
