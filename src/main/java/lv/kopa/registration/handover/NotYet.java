package lv.kopa.registration.handover;

import java.time.Instant;
import lv.kopa.event.notice.EventView;

/**
 * That a place cannot be handed over meanwhile, since an address before can take the registration back.
 *
 * @param until when it can
 */
public record NotYet(EventView view, Instant until) {

    /** Whether nobody can hand anything over any more by then. */
    private boolean isForGood() {
        Instant end = view.event().changesEnd();
        return end != null && !until.isBefore(end);
    }

    public String title() {
        return view.shell().text(isForGood() ? "registration.hand-over.not-here" : "registration.hand-over.not-yet");
    }

    /** Why, until when, and what can be done instead. */
    public String why() {
        Instant end = view.event().changesEnd();
        return end != null && isForGood()
                ? view.shell().text("registration.hand-over.no-more", view.deadline(end), contact())
                : view.shell().text("registration.hand-over.not-before", view.deadline(until), contact());
    }

    /** The same to who has yet to change the address. */
    public String warning() {
        return isForGood()
                ? view.shell().text("registration.own.edit.email.hand-over.no-more")
                : view.shell().text("registration.own.edit.email.hand-over", view.deadline(until));
    }

    private String contact() {
        String email = view.details().organisation().email();
        return email == null ? view.details().organisation().name() : email;
    }
}
