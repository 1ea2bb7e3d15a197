package lv.kopa.registration.minor;

import java.util.List;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.registration.facts.EventFacts;
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

    /** All that the child comes to, or would. */
    public List<Session> sessions() {
        return view.details().planned().stream()
                .filter(session -> session.isFor(ward.sessions()))
                .toList();
    }

    /** When a session is, by whose clock. */
    public String time(Session session) {
        return facts().time(session);
    }

    /** What the child is asked. */
    public List<String> questions() {
        return facts().questions(view.details().categoryKey(registration().categoryId()));
    }

    private EventFacts facts() {
        return new EventFacts(view.details(), shell().language());
    }

    public String organiser() {
        return view.details().organisation().name();
    }

    public String contact() {
        String email = view.details().organisation().email();
        return email == null ? organiser() : email;
    }
}
