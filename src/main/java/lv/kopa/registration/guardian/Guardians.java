package lv.kopa.registration.guardian;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.registration.wish.NamedGuardian;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.web.Token;

/** Who answers for people under 18. What is written is written inside the transaction of whoever gives the reason. */
@Singleton
public class Guardians {
    private final GuardianRepository repository;

    Guardians(GuardianRepository repository) {
        this.repository = repository;
    }

    /** That of a registration, if it is of somebody under 18. */
    public Optional<Guardian> of(long registration) {
        return repository.of(List.of(registration)).stream().findFirst();
    }

    /** Those of some registrations, by their id. */
    public Map<Long, Guardian> of(Collection<Long> registrations) {
        return registrations.isEmpty() ? Map.of() : byRegistration(repository.of(registrations));
    }

    /** Those of all registrations for an event, by the id of the registration. */
    public Map<Long, Guardian> ofEvent(long event) {
        return byRegistration(repository.ofEvent(event));
    }

    private static Map<Long, Guardian> byRegistration(List<Guardian> guardians) {
        return guardians.stream().collect(Collectors.toMap(Guardian::registrationId, Function.identity()));
    }

    /** That of a mailed link. */
    public Optional<Guardian> find(Token link) {
        return repository.byLink(link.hash());
    }

    /** Those who have not answered for a day about an event that begins between two instants, by their registration. */
    public List<Long> silent(Instant askedBefore, Instant now, Instant until) {
        return repository.silent(askedBefore, now, until);
    }

    /** Notes who answers for a registration, in the place of whoever did; what was agreed to before counts no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void name(long registration, NamedGuardian guardian, Instant now) {
        repository.noteEnd(registration, now);
        repository.endLinks(registration);
        repository.disagree(registration, now);
        repository.name(
                registration,
                guardian.name(),
                guardian.email().value(),
                guardian.phone(),
                guardian.agreed() ? null : now);
        if (guardian.agreed()) {
            repository.agree(registration, Purpose.GUARDIAN.textVersion(), now);
        }
    }

    /** A new secret link; those that were sent before go on working. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Token link(long registration, Instant now) {
        Token link = Token.random();
        repository.addLink(registration, link.hash(), now);
        return link;
    }

    /** The caller has locked the registration. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void agree(long registration, Instant now) {
        repository.agree(registration, Purpose.GUARDIAN.textVersion(), now);
    }

    /** Whether it was this call that said no. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean refuse(long registration, Instant now) {
        repository.disagree(registration, now);
        return repository.refuse(registration, now) == 1;
    }

    /** Whether it was this call that noted that they are reminded. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remind(long registration, Instant now) {
        return repository.remind(registration, now) == 1;
    }

    /** Forgets them with all their links. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(long registration) {
        repository.forget(registration);
    }
}
