package lv.kopa.registration.party;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Claim;
import lv.kopa.event.EventDetails;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.registration.Bringing;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.undo.UndoLate;
import lv.kopa.registration.undo.Undoing;
import lv.kopa.registration.undo.Undoing.Terms;
import lv.kopa.registration.undo.Undoing.Undo;

/**
 * Lets contacts take back, for as long as people themselves can, that they gave somebody's place up. What somebody gave up
 * on their own is not the contact's to take back.
 */
@Singleton
@UnitOfWork
class TakingBack {
    private final PartyRepository repository;
    private final Undoing undoing;
    private final Audit audit;
    private final Exchanging.Rules rules;

    TakingBack(PartyRepository repository, Undoing undoing, Audit audit, Exchanging.Rules rules) {
        this.repository = repository;
        this.undoing = undoing;
        this.audit = audit;
        this.rules = rules;
    }

    /** What can be taken back, by the number of whom in the party. */
    Map<Long, Undo> of(Party party, EventDetails event) {
        Map<Long, Undo> undos = new HashMap<>();
        for (Member member : repository.members(party.key())) {
            of(member, event).ifPresent(undo -> undos.put(member.key(), undo));
        }
        return undos;
    }

    private Optional<Undo> of(Member member, EventDetails event) {
        Optional<Registration> registration =
                Optional.ofNullable(member.registrationId()).flatMap(repository::registration);
        return registration.isPresent()
                ? registration.filter(this::isGivenUpByContact).flatMap(own -> undoing.of(own, event))
                : ofTyped(member, event);
    }

    /**
     * Whether the place of one of a party goes at once to somebody who waits when the contact gives it up. Of somebody who
     * was registered otherwise it looks as of anybody else.
     */
    boolean wouldBeInVain(Party party, long companion, EventDetails event) {
        Member member = repository.member(party.key(), companion).orElseThrow(UnknownParty::new);
        return Optional.ofNullable(member.registrationId())
                .flatMap(repository::registration)
                .map(own -> undoing.wouldBeInVain(own, event))
                .orElseGet(
                        () -> rules.turning().goesAtOnce(event, new Claim(member.categoryId(), List.of(), List.of())));
    }

    private boolean isGivenUpByContact(Registration registration) {
        return registration.status() == RegistrationStatus.CANCELLED
                && audit.of("registration", registration.id()).stream()
                        .filter(entry -> entry.deed().equals("cancelled"))
                        .findFirst()
                        .filter(entry -> entry.actor().equals(Bringing.CONTACT))
                        .isPresent();
    }

    /**
     * Of somebody who was registered otherwise, and of whom the contact must not learn that, it looks as of anybody else:
     * the place would have gone on where people wait for one.
     */
    private Optional<Undo> ofTyped(Member member, EventDetails event) {
        RegistrationStatus before = member.givenUpFrom();
        Instant at = member.givenUpAt();
        Instant now = rules.telling().now();
        if (before == null || at == null || !event.event().isAhead(now) || !now.isBefore(at.plus(undoing.patience()))) {
            return Optional.empty();
        }
        boolean gone = before == RegistrationStatus.CONFIRMED
                && event.isFullFor(new Claim(member.categoryId(), List.of(), List.of()))
                && repository.anybodyWaits(event.event().id());
        Instant until = at.plus(undoing.patience());
        boolean mayWait = event.event().waitingList();
        return Optional.of(new Undo(until, gone, mayWait, List.of(), List.of(), false, List.of()));
    }

    /**
     * Takes it back; sessions and answers that others have by now stay with them, and the person is told.
     *
     * @param orWait whether the person is to wait for another place where theirs is gone
     * @return how the person stands then; still cancelled where the place is gone
     * @throws UndoLate if the time for that is over, or the person has registered anew
     * @throws PartySettled if it was not the contact who gave it up
     */
    RegistrationStatus undo(Party party, long companion, boolean orWait) {
        rules.places().lock(party.eventId());
        Member member = repository.member(party.key(), companion).orElseThrow(UnknownParty::new);
        Optional<Registration> registration =
                Optional.ofNullable(member.registrationId()).flatMap(repository::registration);
        if (registration.isEmpty()) {
            return undoTyped(member, orWait, rules.turning().event(party.eventId()));
        }
        Registration given = registration.get();
        if (!given.status().isLive() && !isGivenUpByContact(given)) {
            throw new PartySettled();
        }
        return undoing.undo(given, Terms.whateverIsLeft(orWait), Bringing.CONTACT)
                .status();
    }

    private RegistrationStatus undoTyped(Member member, boolean orWait, EventDetails event) {
        RegistrationStatus before = member.givenUpFrom();
        Optional<Undo> undo = ofTyped(member, event);
        if (before == null || undo.isEmpty()) {
            throw new PartySettled();
        }
        if (undo.get().gone() && !(orWait && undo.get().mayWait())) {
            return RegistrationStatus.CANCELLED;
        }
        RegistrationStatus now = undo.get().gone() ? RegistrationStatus.WAITING : before;
        repository.become(member.key(), null, member.name(), member.categoryId(), now);
        return now;
    }
}
