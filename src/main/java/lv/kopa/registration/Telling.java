package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;

/** Notes what was decided about a registration and lets the person know. */
@Singleton
class Telling {
    private final Correspondence correspondence;
    private final Chronicle chronicle;

    Telling(Correspondence correspondence, Chronicle chronicle) {
        this.correspondence = correspondence;
        this.chronicle = chronicle;
    }

    Instant now() {
        return chronicle.now();
    }

    void cancelled(EventDetails event, Registration cancelled, Turning.By by, String actor) {
        chronicle.tell(cancelled, "cancelled", actor);
        correspondence.cancelled(event, cancelled, by);
    }

    void approved(
            EventDetails event, Registration approved, List<Long> sessions, Optional<Integer> position, String actor) {
        chronicle.tell(approved, "approved", actor);
        correspondence.approved(event, approved, sessions, position);
    }

    void declined(EventDetails event, Registration declined, String actor) {
        chronicle.tell(declined, "declined", actor);
        correspondence.declined(event, declined);
    }
}
