package lv.kopa.event.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.web.Head;
import lv.kopa.web.Shell;

/**
 * One event.
 *
 * @param preview whether it is a draft that one of its organisers looks at
 * @param invitation the secret of the invitation link the reader came by
 * @param head what it says of itself to search engines
 */
public record EventPage(Shell shell, EventView view, boolean preview, Optional<String> invitation, Head head) {

    public EventDetails details() {
        return view.details();
    }

    public Event event() {
        return view.event();
    }

    public Map<LocalDate, List<Session>> days() {
        return details().byDay();
    }

    /** Whether a stop begins in another zone than the one before it. */
    public boolean entersZone(Session session) {
        List<Session> planned = details().planned();
        int index = planned.indexOf(session);
        String before = index == 0 ? event().timeZone() : planned.get(index - 1).timeZone();
        return !before.equals(session.timeZone());
    }

    public String registerAddress() {
        return view.path() + "/register"
                + invitation.map(secret -> "?invitation=" + secret).orElse("");
    }
}
