package lv.kopa.registration.delegation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Bringing;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Turning;
import lv.kopa.registration.guardian.Guardians;
import lv.kopa.registration.handover.HandOvers;
import lv.kopa.registration.wish.NamedGuardian;
import lv.kopa.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Names people for a delegation's places, and takes them out, until its date. */
@Singleton
@UnitOfWork
public class Filling {
    private final DelegationRepository repository;
    private final DelegateRepository delegates;
    private final AllotmentRepository allotments;
    private final People people;
    private final Rules rules;

    Filling(
            DelegationRepository repository,
            DelegateRepository delegates,
            AllotmentRepository allotments,
            People people,
            Rules rules) {
        this.repository = repository;
        this.delegates = delegates;
        this.allotments = allotments;
        this.people = people;
        this.rules = rules;
    }

    /** What there is around it. */
    @Singleton
    record Rules(Places places, Turning turning, Bringing bringing, DelegateMail mail, Audit audit) {}

    /** Whose places are filled, and who answers for them. */
    @Singleton
    record People(Registrations registrations, HandOvers handOvers, Guardians guardians) {}

    /** What has been locked, and is as it is now. */
    private record Desk(Delegation delegation, EventDetails event, Instant now) {}

    /**
     * Names somebody for an empty place. Who is registered already keeps that and is written to; whoever looks on sees
     * them as anybody else.
     *
     * @param submission names the form it came with, so that the same one sent twice counts once
     * @throws DelegationFull if the places of that kind are filled
     * @throws DelegationSettled if its date has come
     */
    public void name(Delegation known, long allotment, Guest guest, String submission) {
        Desk desk = open(known);
        if (isNew(desk, submission)) {
            fill(desk, allotment(desk.delegation(), allotment).key(), guest, 0);
        }
    }

    /**
     * Puts somebody else in the place of one who was named. Who is there already keeps it, and has the name that is given
     * now.
     */
    public void exchange(Delegation known, long person, Guest guest, String submission) {
        Desk desk = open(known);
        if (isNew(desk, submission)) {
            Delegate former = delegate(desk.delegation(), person);
            if (former.leftAt() != null) {
                throw new DelegationSettled();
            }
            if (!corrects(desk, former, guest)) {
                takeOut(desk, former);
                fill(desk, former.placesId(), guest, former.key());
            }
        }
    }

    /** Whether somebody fills a place still: whoever was put in it was that very person, whose name was put right. */
    public boolean isThereStill(Delegation delegation, long person) {
        return delegate(delegation, person).leftAt() == null;
    }

    /** Puts the name right where it is the same person; whoever has another guardian now is named anew, and asked. */
    private boolean corrects(Desk desk, Delegate former, Guest guest) {
        boolean typedAgain =
                guest.ownAddress() && guest.applicant().email().key().equals(former.emailKey());
        Optional<Registration> registration = registration(desk, former);
        if (registration.isEmpty()) {
            if (typedAgain) {
                delegates.rename(former.key(), guest.applicant().name());
            }
            return typedAgain;
        }
        boolean theirs = (typedAgain || HandOvers.isTheirs(registration.get(), guest.applicant(), guest.ownAddress()))
                && hasSameGuardian(registration.get(), guest);
        if (theirs) {
            people.handOvers().rename(registration.get(), guest.applicant().name(), Bringing.HEAD);
        }
        return theirs;
    }

    private boolean hasSameGuardian(Registration registration, Guest guest) {
        NamedGuardian named = guest.applicant().guardian();
        return people.guardians()
                .of(registration.id())
                .map(guardian ->
                        named != null && guardian.email().equals(named.email().value()))
                .orElse(named == null);
    }

    /** Whether a form was sent before. */
    public boolean isDone(Delegation delegation, String submission) {
        return repository.isSubmitted(submission, delegation.key());
    }

    /** Takes somebody out, whose place can be filled again. */
    public void takeOut(Delegation known, long person) {
        Desk desk = open(known);
        takeOut(desk, delegate(desk.delegation(), person));
    }

    private void takeOut(Desk desk, Delegate former) {
        registration(desk, former).ifPresent(people.registrations()::withdrawByKeeper);
        if (former.isApart() && delegates.leave(former.key(), desk.now()) == 1) {
            allotments.emptyApart(former.placesId());
        }
        note(desk, "taken-out");
    }

    private Optional<Registration> registration(Desk desk, Delegate delegate) {
        return Optional.ofNullable(delegate.registrationId())
                .flatMap(id -> delegates.registrations(desk.delegation().key()).stream()
                        .filter(registration -> registration.id() == id)
                        .findFirst());
    }

    private void fill(Desk desk, long allotment, Guest guest, long former) {
        refuseTwice(desk, guest, former);
        if (allotments.fill(allotment) == 0) {
            throw new DelegationFull();
        }
        Optional<Registration> known = rules.bringing().known(desk.event(), guest);
        if (known.isPresent()) {
            allotments.setApart(allotment);
            join(desk, allotment, guest, null);
            rules.mail().known(desk.event(), desk.delegation(), known.get());
        } else {
            Outcome.Registered named = rules.bringing().seat(desk.event(), guest);
            join(desk, allotment, guest, named.registration().id());
            rules.mail().named(desk.event(), desk.delegation(), named);
        }
        note(desk, "named");
    }

    private void join(Desk desk, long allotment, Guest guest, @Nullable Long registration) {
        String name = registration == null ? guest.applicant().name() : null;
        String key = guest.ownAddress() ? guest.applicant().email().key() : null;
        delegates.save(
                new Delegate(null, desk.delegation().key(), allotment, registration, name, key, desk.now(), null));
    }

    private void refuseTwice(Desk desk, Guest guest, long except) {
        String key = guest.applicant().email().key();
        if (guest.ownAddress() && delegates.isNamed(desk.delegation().key(), key, except)) {
            throw new InvalidInput("email", "registration.delegation.fault.twice");
        }
    }

    private boolean isNew(Desk desk, String submission) {
        boolean known = repository.isSubmitted(submission, desk.delegation().key());
        if (!known) {
            repository.submit(submission, desk.delegation().key());
        }
        return !known;
    }

    private void note(Desk desk, String deed) {
        rules.audit()
                .record(new Deed(Bringing.HEAD, "delegation", desk.delegation().key(), deed));
    }

    /** The event's places first, then the delegation: the order in which everybody locks. */
    private Desk open(Delegation known) {
        rules.places().lock(known.eventId());
        Delegation delegation = repository.lock(known.key()).orElseThrow(UnknownDelegation::new);
        EventDetails event = rules.turning().event(delegation.eventId());
        Instant now = rules.mail().now();
        if (event.event().isCancelled()) {
            throw DelegationSettled.calledOff();
        }
        if (!delegation.isFillable(event.event(), now)) {
            throw new DelegationSettled();
        }
        return new Desk(delegation, event, now);
    }

    private Allotment allotment(Delegation delegation, long id) {
        return allotments.of(delegation.key()).stream()
                .filter(allotment -> allotment.key() == id)
                .findFirst()
                .orElseThrow(UnknownDelegation::new);
    }

    private Delegate delegate(Delegation delegation, long id) {
        return delegates.find(delegation.key(), id).orElseThrow(UnknownDelegation::new);
    }
}
