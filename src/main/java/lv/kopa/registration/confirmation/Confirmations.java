package lv.kopa.registration.confirmation;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.registration.hold.AddressHolds;
import lv.kopa.web.Token;

/** Addresses that people confirm, or do not, of registrations that are held until then. */
@Singleton
@UnitOfWork
public class Confirmations {
    private final HeldRepository repository;
    private final AddressHolds holds;
    private final Turning turning;
    private final Telling telling;
    private final PersonalLinks personalLinks;

    Confirmations(
            HeldRepository repository,
            AddressHolds holds,
            Turning turning,
            Telling telling,
            PersonalLinks personalLinks) {
        this.repository = repository;
        this.holds = holds;
        this.turning = turning;
        this.telling = telling;
        this.personalLinks = personalLinks;
    }

    /** A registration with what holds it. */
    public record Held(Registration registration, AddressHold hold) {}

    /**
     * What a link in a mail stands for.
     *
     * @throws UnknownRegistration if there is nothing, or a newer mail has taken its place
     */
    public Held find(Token proof) {
        AddressHold hold = holds.find(proof).orElseThrow(UnknownRegistration::new);
        return new Held(registration(hold.registrationId()), hold);
    }

    /**
     * Lets a registration count from now on, and tells its person where it stands. Whoever waits may get a place with it
     * that has become free meanwhile. Nothing happens where that was done before.
     *
     * @return the secret of a new link to the person's own page; none where the time was over
     */
    public Optional<Token> confirm(Token proof) {
        Held held = find(proof);
        Registration registration = turning.lock(held.registration());
        if (holds.confirm(held.hold(), telling.now())) {
            telling.note(registration, "address-confirmed", Deed.PARTICIPANT, null);
            if (isUndecided(registration, held.hold())) {
                tell(registration);
            }
        } else if (find(proof).hold().hasRunOut() && !registration.status().isLive()) {
            return Optional.empty();
        }
        return Optional.of(personalLinks.fresh(registration));
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

    /** Sends the mail again, with a new link in the place of the one before. */
    public void sendAgain(Registration known) {
        Registration registration = turning.lock(known);
        holds.open(registration.id())
                .ifPresent(hold -> telling.askAgain(turning.event(registration.eventId()), registration, hold));
    }

    /** Gives the place of a registration back whose time is over, unless it is not or somebody has seen to it. */
    void end(long id) {
        Registration registration = turning.lock(registration(id));
        AddressHold hold = holds.find(id).orElseThrow(UnknownRegistration::new);
        if (!holds.runOut(hold, telling.now()) || !isUndecided(registration, hold)) {
            return;
        }
        turning.free(registration);
        turning.end(registration);
        telling.note(registration, "address-unconfirmed", Deed.SYSTEM, null);
        turning.promote(turning.event(registration.eventId()));
    }

    /** Whether it is still what it was when it came. */
    private static boolean isUndecided(Registration registration, AddressHold hold) {
        return registration.revision() == hold.revision()
                && registration.status().isLive();
    }

    private Registration registration(long id) {
        return repository.findById(id).orElseThrow(UnknownRegistration::new);
    }
}
