package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.hold.AddressHold;
import org.jspecify.annotations.Nullable;

/** Notes what was decided about a registration and lets the person know. */
@Singleton
public class Telling {
    private final Correspondence correspondence;
    private final Chronicle chronicle;
    private final RegistrationRepository repository;

    Telling(Correspondence correspondence, Chronicle chronicle, RegistrationRepository repository) {
        this.correspondence = correspondence;
        this.chronicle = chronicle;
        this.repository = repository;
    }

    /** Now, as finely as the database keeps it. */
    public Instant now() {
        return chronicle.now();
    }

    /** Notes what was done, without saying it to anybody. */
    public void note(Registration registration, String deed, String actor, @Nullable String detail) {
        chronicle.tell(registration, deed, actor, detail);
    }

    /** Says where a registration stands that its person wanted back. */
    public void restored(EventDetails event, Registration restored, List<Long> sessions, Optional<Integer> position) {
        chronicle.tell(restored, "restored", Deed.PARTICIPANT);
        correspondence.stands(event, restored, sessions, position);
    }

    /** Says where a registration stands that counts from now on. */
    public void counts(EventDetails event, Registration registration) {
        correspondence.stands(
                event, registration, repository.sessions(registration.id()), repository.position(registration));
    }

    /** Asks again for the address of a registration that is held to be confirmed. */
    public void askAgain(EventDetails event, Registration held, AddressHold hold) {
        correspondence.confirmAddress(event, held, hold, now());
    }

    /** Writes to the person of a registration; the file for their calendar goes with it where they have a place. */
    public void write(
            EventDetails event, Registration registration, String kind, Wording letter, Collection<Long> sessions) {
        correspondence.write(event, registration, kind, letter, now(), sessions);
    }

    /** Writes to the person of a registration. */
    public void write(EventDetails event, Registration registration, String kind, Wording letter) {
        correspondence.write(event, registration, kind, letter, now());
    }

    void cancelled(EventDetails event, Registration cancelled, Turning.By by, String actor) {
        chronicle.tell(cancelled, "cancelled", actor);
        correspondence.cancelled(event, cancelled, by);
    }

    void approved(
            EventDetails event, Registration approved, List<Long> sessions, Optional<Integer> position, String actor) {
        chronicle.tell(approved, "approved", actor);
        correspondence.stands(event, approved, sessions, position);
    }

    void declined(EventDetails event, Registration declined, String actor) {
        chronicle.tell(declined, "declined", actor);
        correspondence.declined(event, declined);
    }
}
