package lv.kopa.event;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The counters that guard the places of an event, its categories and its sessions: one conditional update each, in the
 * order event, category, sessions by id, so that two transactions wait for each other instead of locking each other
 * out. All of it happens inside the caller's transaction.
 */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
public class Places {
    private final PlacesRepository counters;

    Places(PlacesRepository counters) {
        this.counters = counters;
    }

    /** Whether places were taken, and where there was none. */
    public enum Taken {
        YES,
        EVENT_FULL,
        CATEGORY_FULL,
        SESSION_FULL;

        public boolean isTaken() {
            return this == YES;
        }
    }

    /**
     * Takes one place in each, or none at all.
     *
     * @param category null where the event has no categories
     * @param sessions the chosen sessions that have places of their own
     */
    public Taken take(long event, @Nullable Long category, Collection<Long> sessions) {
        return counters.takeInEvent(event) == 0 ? Taken.EVENT_FULL : takeParts(event, category, sessions);
    }

    /**
     * The same in an event that is still as it was seen.
     *
     * @throws EventStale if an organiser has changed it meanwhile
     */
    public Taken takeAsSeen(Event seen, @Nullable Long category, Collection<Long> sessions) {
        if (counters.takeInEventAsSeen(seen.id(), seen.version(), 1) == 0) {
            lockAsSeen(seen);
            return Taken.EVENT_FULL;
        }
        return takeParts(seen.id(), category, sessions);
    }

    /** Who wants a place: in an event as it was seen and, where it has them, in a category of it. */
    public record Seat(Event event, @Nullable Long category) {}

    /**
     * Takes all these places.
     *
     * @return false if that cannot be: an event or a category has not as many, or an event is not as everybody saw it.
     *     What was taken by then is to be given back by ending the transaction.
     */
    public boolean takeTogether(Collection<Seat> seats) {
        Map<Event, Integer> events =
                new TreeMap<>(Comparator.comparing(Event::id).thenComparing(Event::version));
        Map<Long, Integer> categories = new TreeMap<>();
        for (Seat seat : seats) {
            events.merge(seat.event(), 1, Integer::sum);
            if (seat.category() != null) {
                categories.merge(seat.category(), 1, Integer::sum);
            }
        }
        return events.entrySet().stream()
                        .allMatch(wanted -> counters.takeInEventAsSeen(
                                        wanted.getKey().id(), wanted.getKey().version(), wanted.getValue())
                                == 1)
                && categories.entrySet().stream()
                        .allMatch(wanted -> counters.takeInCategory(wanted.getKey(), wanted.getValue()) == 1);
    }

    private Taken takeParts(long event, @Nullable Long category, Collection<Long> sessions) {
        if (category != null && counters.takeInCategory(category, 1) == 0) {
            counters.freeInEvent(event);
            return Taken.CATEGORY_FULL;
        }
        return takeSessions(event, category, sorted(sessions));
    }

    private Taken takeSessions(long event, @Nullable Long category, List<Long> sessions) {
        for (int i = 0; i < sessions.size(); i++) {
            if (counters.takeInSession(sessions.get(i)) == 0) {
                free(event, category, sessions.subList(0, i));
                return Taken.SESSION_FULL;
            }
        }
        return Taken.YES;
    }

    /** Gives one place in each back. */
    public void free(long event, @Nullable Long category, Collection<Long> sessions) {
        counters.freeInEvent(event);
        if (category != null) {
            counters.freeInCategory(category);
        }
        sorted(sessions).forEach(counters::freeInSession);
    }

    /**
     * Gives places in some sessions back and takes one in each of others, for somebody who has a place in their event;
     * the caller has locked it.
     *
     * @return the first session that has none left; then the transaction is to be ended, which undoes what was done
     */
    public Optional<Long> exchange(Collection<Long> freed, Collection<Long> taken) {
        sorted(freed).forEach(counters::freeInSession);
        return sorted(taken).stream()
                .filter(session -> counters.takeInSession(session) == 0)
                .findFirst();
    }

    /** Makes all who take or free places in this event wait until the caller's transaction ends. */
    public void lock(long event) {
        counters.lock(event);
    }

    /**
     * As {@link #lock}, of an event that is still as it was seen.
     *
     * @throws EventStale if an organiser has changed it meanwhile
     */
    public void lockAsSeen(Event seen) {
        if (counters.lockedVersion(seen.id()) != seen.version()) {
            throw new EventStale();
        }
    }

    /** The next number in the event's queue; as {@link #lock}. */
    public int nextInQueue(long event) {
        counters.advanceQueue(event);
        return counters.lastInQueue(event);
    }

    private static List<Long> sorted(Collection<Long> ids) {
        return ids.stream().sorted().toList();
    }
}
