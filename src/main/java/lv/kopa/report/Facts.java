package lv.kopa.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.event.question.Trait;
import lv.kopa.report.ReportRepository.Participant;
import lv.kopa.report.ReportRepository.Told;

/**
 * All that a report is counted from.
 *
 * @param events those that had begun, each with the sessions that count
 * @param registrations for those events
 * @param seen at which of the sessions somebody was, in their order, by the id of the registration
 * @param persons whose a registration is
 * @param told what people answered to questions that count, by the id of the registration
 */
record Facts(
        Map<Long, EventDetails> events,
        List<Participant> registrations,
        Map<Long, List<Seen>> seen,
        Persons persons,
        Map<Trait, Map<Long, Told>> told) {

    /** That somebody was at a session, and for how long. */
    record Seen(Session session, Duration time) {
        long minutes() {
            return time.toMinutes();
        }
    }

    EventDetails event(Participant registration) {
        EventDetails event = events.get(registration.eventId());
        if (event == null) {
            throw new IllegalArgumentException("no event of this report");
        }
        return event;
    }

    List<Seen> seenBy(Participant registration) {
        return seen.getOrDefault(registration.id(), List.of());
    }

    boolean wasThere(Participant registration) {
        return seen.containsKey(registration.id());
    }

    /** For how long somebody was there. */
    long minutes(Participant registration) {
        return seenBy(registration).stream().mapToLong(Seen::minutes).sum();
    }

    static long minutes(Session session) {
        return Duration.between(session.start(), session.end()).toMinutes();
    }

    /** Of somebody who was erased nothing is left but that they came. */
    static boolean isErased(Participant registration) {
        return registration.name().isEmpty();
    }

    Part whole() {
        return new Part(this, List.copyOf(events.values()), registrations);
    }

    /** The part of one activity. */
    Part ofActivity(long activity) {
        List<EventDetails> its = events.values().stream()
                .filter(event -> Long.valueOf(activity).equals(event.event().activityId()))
                .toList();
        List<Long> ids = its.stream().map(event -> event.event().id()).toList();
        return new Part(this, its, of(Set.copyOf(ids)).toList());
    }

    private Stream<Participant> of(Set<Long> ids) {
        return registrations.stream().filter(registration -> ids.contains(registration.eventId()));
    }
}
