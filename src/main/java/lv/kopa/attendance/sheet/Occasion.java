package lv.kopa.attendance.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;

/**
 * What people sign that they were at: a session, or all of a day of which there are several.
 *
 * @param day on the wall of its place
 * @param sessions those of the day, or the one
 */
record Occasion(LocalDate day, List<Session> sessions, boolean wholeDay) {

    /** All there are in an event, in the order they are held; a day stands before its sessions. */
    static List<Occasion> of(EventDetails event) {
        List<Occasion> all = new ArrayList<>();
        event.byDay().forEach((day, sessions) -> {
            if (sessions.size() > 1) {
                all.add(new Occasion(day, sessions, true));
            }
            sessions.forEach(session -> all.add(new Occasion(day, List.of(session), false)));
        });
        return all;
    }

    static Optional<Occasion> find(EventDetails event, String key) {
        return of(event).stream().filter(occasion -> occasion.key().equals(key)).findFirst();
    }

    /** What a sheet was signed for, as far as it still takes place. */
    static Occasion of(EventDetails event, SignedSheet sheet) {
        Long one = sheet.sessionId();
        List<Session> sessions = event.planned().stream()
                .filter(session ->
                        one == null ? session.startsOn().toLocalDate().equals(sheet.day()) : session.id() == one)
                .toList();
        return new Occasion(sheet.day(), sessions, one == null);
    }

    /** As forms and addresses call it. */
    String key() {
        return wholeDay ? "day-" + day : "session-" + sessions.get(0).id();
    }

    /** The session it is, unless it is a day. */
    Optional<Session> session() {
        return wholeDay ? Optional.empty() : Optional.of(sessions.get(0));
    }

    /** Whether somebody comes to any of it who chose these sessions, by id. */
    boolean isFor(Collection<Long> chosen) {
        return sessions.stream().anyMatch(session -> session.isFor(chosen));
    }
}
