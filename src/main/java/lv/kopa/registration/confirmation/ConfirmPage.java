package lv.kopa.registration.confirmation;

import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.web.Shell;

/**
 * Whether an address is the person's.
 *
 * @param mailed whether the reader has come by the link in the mail, and can say so
 */
public record ConfirmPage(EventView view, Registration registration, AddressHold hold, String path, boolean mailed) {

    public Shell shell() {
        return view.shell();
    }

    /** Whether it is too late. */
    public boolean isOver() {
        return hold.hasRunOut() && !registration.status().isLive();
    }

    public boolean isConfirmed() {
        return hold.isConfirmed();
    }

    public String headline() {
        if (isOver()) {
            return shell().text("registration.hold.over");
        }
        return shell().text(isConfirmed() ? "registration.hold.confirmed" : "registration.hold.title");
    }

    /** What is held until when. */
    public String lead() {
        String key = registration.status() == RegistrationStatus.CONFIRMED
                ? "registration.hold.place"
                : "registration.hold.wish";
        return shell().text(key, view.deadline(hold.heldUntil()));
    }

    public boolean mayRegisterAgain() {
        return !hold.hasGivenWay() && view.availability().open();
    }
}
