package lv.kopa.registration.attendees;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import lv.kopa.event.EventDetails;

/** What people are to answer soon. */
@Singleton
public class Pressing {
    private final AttendeeRepository repository;
    private final Unanswered unanswered;

    Pressing(AttendeeRepository repository, Unanswered unanswered) {
        this.repository = repository;
        this.unanswered = unanswered;
    }

    /** How many offers of a place run out before a moment, by the id of the event; those without any are left out. */
    public Map<Long, Long> offers(Collection<Long> events, Instant before) {
        return events.isEmpty()
                ? Map.of()
                : repository.runningOut(events, before).stream()
                        .collect(Collectors.toMap(
                                AttendeeRepository.Offers::eventId, AttendeeRepository.Offers::offers));
    }

    /** How many have yet to answer something that is needed. */
    public long unanswered(EventDetails event) {
        return unanswered.of(event).size();
    }
}
