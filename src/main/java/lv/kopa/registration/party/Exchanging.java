package lv.kopa.registration.party;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Minors;
import lv.kopa.event.Places;
import lv.kopa.registration.Bringing;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.handover.HandOvers;

/** Takes people out of parties, and puts others in their places, until the deadline for changes. */
@Singleton
@UnitOfWork
class Exchanging {
    private final PartyRepository repository;
    private final Registrations registrations;
    private final HandOvers handOvers;
    private final Bringing bringing;
    private final Rules rules;

    Exchanging(
            PartyRepository repository,
            Registrations registrations,
            HandOvers handOvers,
            Bringing bringing,
            Rules rules) {
        this.repository = repository;
        this.registrations = registrations;
        this.handOvers = handOvers;
        this.bringing = bringing;
        this.rules = rules;
    }

    /** What may be changed, and when. */
    @Singleton
    record Rules(Places places, Turning turning, Telling telling) {}

    /**
     * Gives somebody's place up. Of a registration that is not the party's nothing changes but what its contact sees.
     *
     * @throws PartySettled if the deadline has passed
     */
    void withdraw(Party party, long companion) {
        Member member = changeable(party, companion);
        Optional<Registration> registration = registration(member);
        if (registration.isPresent()) {
            registrations.withdrawByContact(registration.get());
        } else {
            repository.giveUp(companion, member.standing(), rules.telling().now());
        }
    }

    /**
     * Who is to come instead of somebody.
     *
     * @param seen the name of whoever had the place as far as the contact saw; nothing where the form does not say
     * @param submission names the form it came with, so that the same one sent twice counts once
     */
    record Successor(Guest guest, Optional<String> seen, String submission) {}

    /**
     * Puts somebody else in the place of one who has, or wants, one. Who is there already keeps the place, and has the name
     * that is given now.
     *
     * @throws PartySettled if the deadline has passed, the place was given up, or the event asks for ages by now
     * @throws ExchangedMeanwhile if somebody else is there than the contact saw
     * @throws Bringing.NotForAll if there turns out to be no place to give
     */
    void exchange(Party party, long companion, Successor successor) {
        Member member = changeable(party, companion);
        if (isSent(party, successor.submission())) {
            return;
        }
        String there = Companion.of(member, registration(member)).name();
        if (successor.seen().filter(seen -> !seen.equals(there)).isPresent()) {
            throw new ExchangedMeanwhile(there);
        }
        repository.submit(successor.submission(), party.key());
        put(party, member, successor.guest());
    }

    private boolean isSent(Party party, String submission) {
        return repository
                .submitted(submission, party.eventId())
                .filter(sent -> sent.key() == party.key())
                .isPresent();
    }

    private void put(Party party, Member member, Guest guest) {
        if (rules.turning().event(party.eventId()).event().minors() != Minors.NOT_ASKED) {
            throw PartySettled.ages();
        }
        Optional<Registration> former = registration(member);
        Member next = former.isPresent() ? give(member, former.get(), guest) : bring(party, guest);
        repository.become(member.key(), next.registrationId(), next.name(), next.categoryId(), next.standing());
    }

    /** Who is registered already needs no place, so the former one's is free. */
    private Member give(Member member, Registration former, Guest guest) {
        if (!former.status().isLive()) {
            throw new PartySettled();
        }
        Optional<Registration> known = handOvers.give(former, guest.applicant(), guest.ownAddress());
        if (known.isEmpty()) {
            return member;
        }
        registrations.withdrawByContact(former);
        return Member.typed(member.partyId(), guest.applicant().name(), former.categoryId(), former.status());
    }

    /** Of who was registered otherwise there is no place to take over. */
    private Member bring(Party party, Guest guest) {
        EventDetails event = rules.turning().event(party.eventId());
        Outcome outcome = bringing.bring(event, List.of(guest), party.contact().host(), true)
                .get(0);
        return Member.of(party.key(), guest.applicant(), outcome);
    }

    private Optional<Registration> registration(Member member) {
        return Optional.ofNullable(member.registrationId()).flatMap(repository::registration);
    }

    private Member changeable(Party party, long companion) {
        rules.places().lock(party.eventId());
        Member member = repository.member(party.key(), companion).orElseThrow(UnknownParty::new);
        EventDetails event = rules.turning().event(party.eventId());
        if (event.event().isCancelled()) {
            throw PartySettled.calledOff();
        }
        boolean given = member.standing() == RegistrationStatus.CANCELLED;
        if (given || !event.event().changesAllowed(rules.telling().now())) {
            throw new PartySettled();
        }
        return member;
    }
}
