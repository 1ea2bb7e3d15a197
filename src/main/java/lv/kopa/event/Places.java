package lv.kopa.event;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The counters that guard the places of an event, its categories, its sessions and the choices of its questions: one
 * conditional update each, in the order event, category, sessions by id, choices by id, so that two transactions wait for each other instead of locking each other
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
        SESSION_FULL,
        CHOICE_FULL;

        public boolean isTaken() {
            return this == YES;
        }
    }

    /** Takes one place in each, or none at all. */
    public Taken take(long event, Claim claim) {
        return counters.takeInEvent(event) == 0 ? Taken.EVENT_FULL : takeParts(event, claim);
    }

    /**
     * The same in an event that is still as it was seen.
     *
     * @throws EventStale if an organiser has changed it meanwhile
     */
    public Taken takeAsSeen(Event seen, Claim claim) {
        if (counters.takeInEventAsSeen(seen.id(), seen.version(), 1) == 0) {
            lockAsSeen(seen);
            return Taken.EVENT_FULL;
        }
        return takeParts(seen.id(), claim);
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

    private Taken takeParts(long event, Claim claim) {
        if (claim.category() != null && counters.takeInCategory(claim.category(), 1) == 0) {
            counters.freeInEvent(event);
            return Taken.CATEGORY_FULL;
        }
        Taken besides = takeBesides(claim);
        if (!besides.isTaken()) {
            free(event, new Claim(claim.category(), List.of(), List.of()));
        }
        return besides;
    }

    /** Takes what goes with a place that is taken already, the sessions and choices, or none of it. */
    public Taken takeBesides(Claim claim) {
        List<Long> sessions = sorted(claim.sessions());
        int inSessions = takeEach(sessions, counters::takeInSession);
        if (inSessions < sessions.size()) {
            freeBesides(new Claim(claim.category(), sessions.subList(0, inSessions), List.of()));
            return Taken.SESSION_FULL;
        }
        List<Long> choices = sorted(claim.choices());
        int inChoices = takeEach(choices, counters::takeChoice);
        if (inChoices < choices.size()) {
            freeBesides(new Claim(claim.category(), sessions, choices.subList(0, inChoices)));
            return Taken.CHOICE_FULL;
        }
        return Taken.YES;
    }

    /** Takes one after another; answers how many, which are all unless one was full. */
    private static int takeEach(List<Long> ids, LongUnaryOperator take) {
        int taken = 0;
        while (taken < ids.size() && take.applyAsLong(ids.get(taken)) == 1) {
            taken++;
        }
        return taken;
    }

    /** Gives one place in each back. */
    public void free(long event, Claim claim) {
        counters.freeInEvent(event);
        if (claim.category() != null) {
            counters.freeInCategory(claim.category());
        }
        freeBesides(claim);
    }

    /** Gives back what goes with a place, but not the place itself. */
    public void freeBesides(Claim claim) {
        sorted(claim.sessions()).forEach(counters::freeInSession);
        sorted(claim.choices()).forEach(counters::freeChoice);
    }

    /**
     * Takes so many places of each kind at once, of an event without kinds under the key 0.
     *
     * @return false if that cannot be; what was taken by then is to be given back by ending the transaction
     */
    public boolean takeMany(long event, SortedMap<Long, Integer> kinds) {
        return counters.takeManyInEvent(event, sum(kinds)) == 1
                && kinds.entrySet().stream()
                        .allMatch(kind ->
                                kind.getKey() == 0 || counters.takeInCategory(kind.getKey(), kind.getValue()) == 1);
    }

    /** Gives so many places of each kind back; as {@link #takeMany}. */
    public void freeMany(long event, SortedMap<Long, Integer> kinds) {
        counters.freeManyInEvent(event, sum(kinds));
        kinds.forEach(counters::freeManyInCategory);
    }

    private static int sum(Map<Long, Integer> kinds) {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Gives back what somebody with a place wants no longer and takes what they want instead, of the same category; the
     * caller has locked the event.
     *
     * @return false where something is full; then the transaction is to be ended, which undoes what was done
     */
    public boolean exchange(Claim before, Claim after) {
        List<Long> sessions = others(after.sessions(), before.sessions());
        List<Long> choices = others(after.choices(), before.choices());
        others(before.sessions(), after.sessions()).forEach(counters::freeInSession);
        others(before.choices(), after.choices()).forEach(counters::freeChoice);
        return takeEach(sessions, counters::takeInSession) == sessions.size()
                && takeEach(choices, counters::takeChoice) == choices.size();
    }

    private static List<Long> others(Collection<Long> ids, Collection<Long> than) {
        return ids.stream().filter(id -> !than.contains(id)).sorted().toList();
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
