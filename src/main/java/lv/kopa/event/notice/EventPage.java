package lv.kopa.event.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.event.material.Handout;
import lv.kopa.web.Head;
import lv.kopa.web.Shell;

/**
 * One event.
 *
 * @param preview whether it is a draft that one of its organisers looks at
 * @param invitation the secret of the invitation link the reader came by
 * @param handouts what is for everybody, once it is time for it
 * @param attended what is known in numbers of how it was
 * @param head what it says of itself to search engines
 */
public record EventPage(
        Shell shell,
        EventView view,
        boolean preview,
        Optional<String> invitation,
        List<Handout> handouts,
        Attended attended,
        Head head) {

    /** What everybody may read by now. */
    public List<Handout> materials() {
        return handouts.stream()
                .filter(handout -> handout.material().isShown(event(), view.now()))
                .toList();
    }

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

    /** To what its organisation holds. */
    public Subscription subscription() {
        String path = details().organisation().path();
        return Subscription.of(
                shell, path, "", "organisation=" + details().organisation().slug());
    }

    public String registerAddress() {
        return view.path() + "/register"
                + invitation.map(secret -> "?invitation=" + secret).orElse("");
    }
}
