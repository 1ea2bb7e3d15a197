package lv.kopa.registration.minor;

import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.web.Shell;

/** What a guardian is asked, and has answered. */
public record GuardianPage(EventView view, Consenting.Ward ward, String path) {

    public Shell shell() {
        return view.shell();
    }

    public Registration registration() {
        return ward.registration();
    }

    public Guardian guardian() {
        return ward.guardian();
    }

    /** Whether there is anything left to say. */
    public boolean isAhead() {
        return registration().status().isLive() && view.event().isAhead(view.now());
    }

    public boolean mayAgree() {
        return isAhead() && guardian().isSilent();
    }

    public String headline() {
        if (guardian().refuses()) {
            return shell().text(
                            "registration.guardian.page.refused", registration().name());
        }
        if (!isAhead()) {
            return shell().text(
                            "registration.guardian.page.ended", registration().name());
        }
        return shell().text(
                        guardian().agrees() ? "registration.guardian.page.agreed" : "registration.guardian.page.title",
                        registration().name());
    }

    public String organiser() {
        return view.details().organisation().name();
    }

    public String contact() {
        String email = view.details().organisation().email();
        return email == null ? organiser() : email;
    }
}
