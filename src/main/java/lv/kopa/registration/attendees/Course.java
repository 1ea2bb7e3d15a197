package lv.kopa.registration.attendees;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lv.kopa.event.Event;
import lv.kopa.registration.attendees.CourseRepository.Moves;
import lv.kopa.registration.attendees.CourseRepository.Seen;

/**
 * How an event filled, and who came, in numbers.
 *
 * @param days those on which something changed, in their order, on the calendar of the event's home
 * @param seen how many were at a session, by its id
 */
public record Course(List<Day> days, Map<Long, Long> seen) {
    private static final long QUARTER = 900;

    /**
     * A day on which people registered, or gave it up.
     *
     * @param registered how many were, at its end
     */
    public record Day(LocalDate date, long came, long went, long registered) {}

    /** Reads it, by two questions to the database whatever the size of the event. */
    @Singleton
    static class Reader {
        private final CourseRepository repository;

        Reader(CourseRepository repository) {
            this.repository = repository;
        }

        Course of(Event event) {
            return new Course(
                    days(repository.moves(event.id()), event.zone()),
                    repository.seen(event.id()).stream().collect(Collectors.toMap(Seen::sessionId, Seen::number)));
        }
    }

    static List<Day> days(List<Moves> moves, ZoneId home) {
        Map<LocalDate, List<Moves>> byDay = moves.stream()
                .collect(Collectors.groupingBy(
                        move -> Instant.ofEpochSecond(move.quarter() * QUARTER)
                                .atZone(home)
                                .toLocalDate(),
                        TreeMap::new,
                        Collectors.toList()));
        List<Day> days = new ArrayList<>();
        long registered = 0;
        for (Map.Entry<LocalDate, List<Moves>> day : byDay.entrySet()) {
            long came = day.getValue().stream().mapToLong(Moves::came).sum();
            long went = day.getValue().stream().mapToLong(Moves::went).sum();
            registered += came - went;
            days.add(new Day(day.getKey(), came, went, registered));
        }
        return days;
    }
}
