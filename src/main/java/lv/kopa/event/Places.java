package lv.kopa.event;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
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
        if (counters.takeInEvent(event) == 0) {
            return Taken.EVENT_FULL;
        }
        if (category != null && counters.takeInCategory(category) == 0) {
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

    /** Makes all who take or free places in this event wait until the caller's transaction ends. */
    public void lock(long event) {
        counters.lock(event);
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
