package lv.kopa.registration.reminder;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;

/**
 * Looks for reminders whose time has come. What was missed while no server ran is made up for while it still helps: of
 * several that are due before the same start only the last, and none after it.
 */
@Singleton
class ReminderRound {
    /** Longer than the patience of any reminder and what clocks are moved by. */
    private static final Duration REACH = Duration.ofDays(10);

    private final ReminderRepository repository;
    private final Events events;
    private final Reminding reminding;
    private final Clock clock;

    ReminderRound(ReminderRepository repository, Events events, Reminding reminding, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.reminding = reminding;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "${kopa.reminders.interval}", initialDelay = "${kopa.reminders.interval}")
    void go() {
        Instant now = clock.instant();
        Map<Long, List<Reminder>> near = repository.near(now.minus(REACH), now.plus(REACH)).stream()
                .collect(Collectors.groupingBy(Reminder::eventId));
        for (EventDetails event : events.get(near.keySet())) {
            for (Moment moment : due(event, near.getOrDefault(event.event().id(), List.of()), now)) {
                reminding.remind(event, moment);
            }
        }
    }

    private static List<Moment> due(EventDetails event, Collection<Reminder> reminders, Instant now) {
        List<Moment> due = reminders.stream()
                .flatMap(reminder -> reminder.moments(event).stream())
                .filter(moment -> moment.isNow(now))
                .toList();
        Set<Moment> last = Set.copyOf(due.stream()
                .filter(moment -> moment.reminder().isBefore())
                .collect(Collectors.toMap(
                        Moment::sessionId, moment -> moment, BinaryOperator.maxBy(Comparator.comparing(Moment::due))))
                .values());
        return due.stream()
                .filter(moment -> !moment.reminder().isBefore() || last.contains(moment))
                .toList();
    }
}
