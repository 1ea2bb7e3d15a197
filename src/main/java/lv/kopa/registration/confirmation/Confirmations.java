package lv.kopa.registration.confirmation;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Proving;
import lv.kopa.registration.Registration;
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
    private final Proving proving;
    private final PersonalLinks personalLinks;

    Confirmations(HeldRepository repository, AddressHolds holds, Proving proving, PersonalLinks personalLinks) {
        this.repository = repository;
        this.holds = holds;
        this.proving = proving;
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
        AddressHold hold =
                holds.find(proof).orElseThrow(() -> UnknownRegistration.because(repository.ending(proof.hash())));
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
        return proving.prove(held.registration(), held.hold()) || !isOver(find(proof))
                ? Optional.of(personalLinks.fresh(held.registration()))
                : Optional.empty();
    }

    private static boolean isOver(Held held) {
        return held.hold().hasRunOut() && !held.registration().status().isLive();
    }

    /** Sends the mail again, with a new link in the place of the one before. */
    public void sendAgain(Registration held) {
        proving.askAgain(held);
    }

    /** Gives the place of a registration back whose time is over, unless it is not or somebody has seen to it. */
    void end(long id) {
        proving.lapse(registration(id), holds.find(id).orElseThrow(UnknownRegistration::new));
    }

    private Registration registration(long id) {
        return repository.findById(id).orElseThrow(UnknownRegistration::new);
    }
}
