package lv.kopa.event.edit;

import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.web.Shell;

/** Asks whether an event is to be published though something of it is not said yet. */
public record UnfinishedPage(EventView view, Unfinished unfinished) {
    public Shell shell() {
        return view.shell();
    }

    public String path() {
        return "/organiser/events/" + view.event().slug();
    }

    /** What a session is called and when it is. */
    public String name(Session session) {
        String when = shell().dates().moment(session.startsOn());
        return session.title().isEmpty()
                ? when
                : shell().text("workspace.unfinished.session", shell().text(session.title()), when);
    }
}
