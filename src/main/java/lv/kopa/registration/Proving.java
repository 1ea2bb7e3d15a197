package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Enrolment.AlreadyRegistered;
import lv.kopa.registration.Registering.Arrival;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.registration.hold.AddressHolds;
import lv.kopa.registration.wish.Applicant;

/** Lets registrations count that are only held, as soon as an address has shown itself to be the person's, or end. */
@Singleton
@UnitOfWork
public class Proving {
    private final AddressHolds holds;
    private final Turning turning;
    private final Telling telling;
    private final Registering registering;

    Proving(AddressHolds holds, Turning turning, Telling telling, Registering registering) {
        this.holds = holds;
        this.turning = turning;
        this.telling = telling;
        this.registering = registering;
    }

    /** What holds a registration that is still only held. */
    Optional<AddressHold> open(Registration registration) {
        return holds.open(registration.id());
    }

    /**
     * Lets a registration count from now on, and tells its person where it stands. Whoever waits may get a place with it
     * that has become free meanwhile.
     *
     * @return whether it was this call that did: not if it was done before, or the time was over
     */
    public boolean prove(Registration known, AddressHold hold) {
        Registration registration = turning.lock(known);
        if (!holds.confirm(hold, telling.now())) {
            return false;
        }
        telling.note(registration, "address-confirmed", Deed.PARTICIPANT, null);
        if (isUndecided(registration, hold)) {
            tell(registration);
        }
        return true;
    }

    /** Gives the place of a registration back whose time is over, unless it is not or somebody has seen to it. */
    public void lapse(Registration known, AddressHold hold) {
        Registration registration = turning.lock(known);
        if (!holds.runOut(hold, telling.now()) || !isUndecided(registration, hold)) {
            return;
        }
        end(registration, "address-unconfirmed");
        turning.promote(turning.event(registration.eventId()));
    }

    /**
     * Registers somebody whose address is known to be theirs in the stead of what is only held for it: anybody may have
     * typed that. What it held is theirs to take before those who wait; if that was a turn in line, they keep it.
     *
     * @throws AlreadyRegistered if it counts meanwhile, or its time was over; nothing is done then
     * @throws RegistrationClosed as {@link Registering#register}; what is held stays so
     */
    Outcome.Registered replace(Registration known, AddressHold hold, Applicant applicant) {
        Registration held = turning.lock(known);
        if (!holds.giveWay(hold, telling.now()) || !isUndecided(held, hold)) {
            throw new AlreadyRegistered();
        }
        end(held, "replaced");
        Arrival arrival = new Arrival(turning.event(held.eventId()), applicant, held.queueNumber());
        Outcome.Registered registered = registering.register(arrival);
        turning.promote(turning.event(held.eventId()));
        return registered;
    }

    private void end(Registration held, String deed) {
        turning.free(held);
        turning.end(held);
        telling.note(held, deed, Deed.SYSTEM, null);
    }

    /** Sends the mail again, with a new link in the place of the one before. */
    public void askAgain(Registration known) {
        Registration registration = turning.lock(known);
        open(registration)
                .ifPresent(hold -> telling.askAgain(turning.event(registration.eventId()), registration, hold));
    }

    private void tell(Registration registration) {
        EventDetails event = turning.event(registration.eventId());
        if (registration.isConfirmed()) {
            telling.counts(event, registration);
            turning.promote(event);
            return;
        }
        turning.promote(event);
        Registration now = turning.lock(registration);
        if (now.revision() == registration.revision() && !turning.holds(now)) {
            telling.counts(event, now);
        }
    }

    /** Whether a registration is still what it was when it came. */
    private static boolean isUndecided(Registration registration, AddressHold hold) {
        return registration.revision() == hold.revision()
                && registration.status().isLive();
    }
}
