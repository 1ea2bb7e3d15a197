package lv.kopa.registration.hold;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.web.Token;

/** Registrations that are held until their address has shown itself to be the person's. */
@Singleton
public class AddressHolds {
    private final HoldRepository repository;
    private final Duration patience;

    AddressHolds(HoldRepository repository, @Value("${kopa.confirmation.time}") Duration patience) {
        this.repository = repository;
        this.patience = patience;
    }

    /** How long people have to confirm their address. */
    public Duration patience() {
        return patience;
    }

    /** Until when somebody can confirm who has registered then. */
    public Instant until(Instant registered) {
        return registered.plus(patience);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(long registration, Token proof, int revision, Instant registered) {
        repository.begin(registration, proof.hash(), revision, until(registered));
    }

    /** A new secret link, which takes the place of the one before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Token renew(AddressHold hold, Instant now) {
        Token proof = Token.random();
        repository.noteEnd(hold.registrationId(), now);
        repository.renew(hold.registrationId(), proof.hash());
        return proof;
    }

    /** The same for as long from now on as if its person had registered now; the caller has locked the registration. */
    @Transactional(propagation = Propagation.MANDATORY)
    public AddressHold prolong(AddressHold hold, Instant now) {
        repository.prolong(hold.registrationId(), until(now));
        return repository.findByRegistrationId(hold.registrationId()).orElseThrow();
    }

    /** Whether it was this call that confirmed it: not if it has been before, nor if it has run out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean confirm(AddressHold hold, Instant now) {
        return repository.confirm(hold.registrationId(), now) == 1;
    }

    /** Whether it was this call that let it run out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean runOut(AddressHold hold, Instant now) {
        return repository.runOut(hold.registrationId(), now) == 1;
    }

    /** Whether it was this call that ended it early, since its person has registered anew; as {@link #confirm}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean giveWay(AddressHold hold, Instant now) {
        return repository.giveWay(hold.registrationId(), now) == 1;
    }

    public Optional<AddressHold> find(long registration) {
        return repository.findByRegistrationId(registration);
    }

    /** That of a mailed link. */
    public Optional<AddressHold> find(Token proof) {
        return repository.findByLinkHash(proof.hash());
    }

    /** That of a registration that is still only held. */
    public Optional<AddressHold> open(long registration) {
        return repository.open(List.of(registration)).stream().findFirst();
    }

    /** Until when those of some registrations can be confirmed that are still only held, by their id. */
    public Map<Long, Instant> open(Collection<Long> registrations) {
        return registrations.isEmpty()
                ? Map.of()
                : repository.open(registrations).stream()
                        .collect(Collectors.toMap(AddressHold::registrationId, AddressHold::heldUntil));
    }

    /** The ids of registrations whose time is over, the oldest first; not all, where there are very many. */
    public List<Long> overdue(Instant now) {
        return repository.overdue(now);
    }
}
