package lv.kopa.registration.own;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.registration.handover.NotYet;
import lv.kopa.text.Language;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * The form by which people change their registration.
 *
 * @param back their own page
 * @param registration as it was when they began
 * @param stored the registration as it is, where it was changed while they wrote
 * @param chosen the ids of the sessions that are stored
 * @param notBefore until when the place could not be handed over if the address was changed, where it can be now
 */
public record EditPage(
        EventView view,
        String back,
        Form form,
        Registration registration,
        Optional<Registration> stored,
        List<Long> chosen,
        Optional<Instant> notBefore) {

    public Shell shell() {
        return view.shell();
    }

    public String path() {
        return back + "/edit";
    }

    /** That the place cannot be handed over for a while once the address is changed, where that is so. */
    public Optional<String> warning() {
        return notBefore.map(until -> new NotYet(view, until).warning());
    }

    public List<Session> sessions() {
        return view.details().chosen();
    }

    /** Whether a session can only be waited for: it is full, and not theirs. */
    public boolean isOnlyToWaitFor(Session session) {
        return session.isFull() && !chosen.contains(session.id());
    }

    /** Whether a place in a session is theirs, and not only what they wish for. */
    public boolean isHeld(Session session) {
        return registration.isConfirmed() && chosen.contains(session.id());
    }

    public List<Session> storedSessions() {
        return sessions().stream()
                .filter(session -> chosen.contains(session.id()))
                .toList();
    }

    public Map<String, String> languages() {
        Map<String, String> languages = new TreeMap<>();
        Language.spoken().forEach(language -> languages.put(language.tag(), language.ownName()));
        return languages;
    }
}
