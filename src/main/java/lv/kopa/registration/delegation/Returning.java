package lv.kopa.registration.delegation;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Turning;
import lv.kopa.registration.Turning.By;

/** Gets places back that delegations' people give up: until the date they are the delegation's again, to be filled anew. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class Returning implements Turning.Keeper {
    private final DelegateRepository delegates;
    private final DelegationRepository repository;
    private final AllotmentRepository allotments;
    private final Closing closing;
    private final Scene scene;

    Returning(
            DelegateRepository delegates,
            DelegationRepository repository,
            AllotmentRepository allotments,
            Closing closing,
            Scene scene) {
        this.delegates = delegates;
        this.repository = repository;
        this.allotments = allotments;
        this.closing = closing;
        this.scene = scene;
    }

    /** What there is around it. */
    @Singleton
    record Scene(Events events, DelegationMail mail, Foresight foresight) {
        Instant now() {
            return foresight.now();
        }
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean keeps(Registration registration) {
        return delegates
                .ofRegistration(registration.id())
                .filter(delegate -> delegate.leftAt() == null)
                .flatMap(delegate -> repository.findById(delegate.delegationId()))
                .filter(this::isRunning)
                .isPresent();
    }

    @Override
    public boolean takeBack(Registration registration, By by) {
        Optional<Delegate> delegate = delegates.ofRegistration(registration.id());
        if (delegate.isEmpty() || delegates.leave(delegate.get().key(), scene.now()) == 0) {
            return false;
        }
        Delegation delegation = repository.lock(delegate.get().delegationId()).orElseThrow(UnknownDelegation::new);
        EventDetails event = scene.events().get(delegation.eventId());
        closing.endIfDue(delegation, event, scene.now());
        allotments.empty(delegate.get().placesId());
        boolean kept = isRunning(delegation);
        if (by != By.KEEPER && !delegation.withdrawn()) {
            scene.mail().left(event, delegation, registration, kept);
        }
        return kept;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean hasAgain(Registration registration) {
        return former(registration)
                .flatMap(delegate -> place(delegate).filter(allotment -> !allotment.isFilled()))
                .isPresent();
    }

    @Override
    public boolean giveAgain(Registration registration) {
        Optional<Delegate> delegate = former(registration);
        if (delegate.isEmpty()
                || allotments.fill(delegate.get().placesId()) == 0
                || delegates.comeBack(delegate.get().key()) == 0) {
            return false;
        }
        Delegation delegation =
                repository.findById(delegate.get().delegationId()).orElseThrow(UnknownDelegation::new);
        scene.mail().back(scene.events().get(delegation.eventId()), delegation, registration);
        return true;
    }

    /** Where the date has come and nobody has looked yet, it ends first, so that no empty place is left to return. */
    @Override
    public void letGo(Registration registration) {
        delegates.ofRegistration(registration.id()).ifPresent(delegate -> {
            Delegation delegation = repository.lock(delegate.delegationId()).orElseThrow(UnknownDelegation::new);
            closing.endIfDue(delegation, scene.events().get(delegation.eventId()), scene.now());
            if (delegates.leave(delegate.key(), scene.now()) == 1) {
                allotments.empty(delegate.placesId());
            }
            delegates.part(delegate.key());
        });
    }

    private Optional<Delegate> former(Registration registration) {
        return delegates.ofRegistration(registration.id()).filter(delegate -> delegate.leftAt() != null);
    }

    private Optional<Allotment> place(Delegate delegate) {
        return repository.findById(delegate.delegationId()).filter(this::isRunning).stream()
                .flatMap(delegation -> allotments.of(delegation.key()).stream())
                .filter(allotment -> allotment.key() == delegate.placesId())
                .findFirst();
    }

    private boolean isRunning(Delegation delegation) {
        return delegation.isOpen()
                && !delegation.isDue(scene.events().get(delegation.eventId()).event(), scene.now());
    }
}
