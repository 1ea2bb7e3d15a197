package lv.kopa.certificate;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lv.kopa.attendance.Attendance;
import lv.kopa.attendance.Attendances;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.registration.Registration;
import lv.kopa.registration.attendees.Attendees;

/**
 * Counts hours. Parts at which nobody was marked do not count: on the way there and back, say, no list is kept, and nobody
 * is to lose a certificate by that.
 */
@Singleton
class Presences {
    private final Attendances attendances;
    private final Attendees attendees;

    Presences(Attendances attendances, Attendees attendees) {
        this.attendances = attendances;
        this.attendees = attendees;
    }

    /** Of each of these people at an event. */
    Map<Long, Presence> of(EventDetails event, Collection<Registration> people) {
        Map<Long, List<Attendance>> byPerson =
                attendances.of(event.event()).stream().collect(Collectors.groupingBy(Attendance::registrationId));
        List<Session> counted = counted(event);
        Map<Long, List<Long>> chosen = attendees.chosenSessions(event.event().id());
        return people.stream()
                .collect(Collectors.toMap(
                        Registration::id,
                        person -> presence(
                                counted,
                                chosen.getOrDefault(person.id(), List.of()),
                                byPerson.getOrDefault(person.id(), List.of()))));
    }

    /** The parts of an event at which somebody was marked. */
    List<Session> counted(EventDetails event) {
        List<Long> marked = attendances.of(event.event()).stream()
                .map(Attendance::sessionId)
                .distinct()
                .toList();
        return event.planned().stream()
                .filter(session -> marked.contains(session.id()))
                .toList();
    }

    private static Presence presence(List<Session> counted, List<Long> chosen, List<Attendance> marks) {
        Duration whole = Duration.ZERO;
        Duration there = Duration.ZERO;
        for (Session session : counted) {
            Duration time = marks.stream()
                    .filter(mark -> mark.sessionId() == session.id())
                    .map(mark -> mark.time(session))
                    .reduce(Duration.ZERO, Duration::plus);
            if (session.isFor(chosen) || !time.isZero()) {
                whole = whole.plus(Duration.between(session.start(), session.end()));
                there = there.plus(time);
            }
        }
        return new Presence(there, whole);
    }
}
