package lv.kopa.registration.own;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.event.material.Handout;
import lv.kopa.event.question.Answers;
import lv.kopa.mail.Message;
import lv.kopa.organisation.audit.Entry;
import lv.kopa.registration.address.AddressChange;
import lv.kopa.registration.consent.Agreement;
import lv.kopa.registration.delegation.Delegation;
import lv.kopa.registration.entry.CalendarWay;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.handover.HandOver;
import lv.kopa.registration.offer.PlaceOffer;
import lv.kopa.registration.party.Party;
import lv.kopa.registration.turn.SessionTurns.Position;
import lv.kopa.registration.undo.Undoing;
import lv.kopa.registration.waiting.Line;

/**
 * How things stand with a registration.
 *
 * @param chosen the ids of the sessions the person chose
 * @param line the turn among those who wait, with what is in the way
 * @param turns where the person stands in line for full sessions besides
 * @param offers places that the person was offered while waiting, the last of them perhaps still
 * @param party with whom the person was registered by somebody else
 * @param brought whether another person registered them, and not they themselves with others
 * @param delegation of which the person is
 * @param undo what the person can take back
 * @param awaited whether the person's place goes at once to somebody who waits, should they give it up
 * @param newer whether their address has another registration for the event, since this one has ended
 * @param handOver to whom it is offered
 * @param handOverFrom until when it cannot be handed over, since an address before can take it back
 * @param address where the person wants to be written to
 * @param guardian who answers for somebody under 18
 * @param answers what the person answered
 * @param calendar how the person has the event in a calendar
 * @param materials all that the event's people are given to read, if this is one of them
 * @param certificate the number of that which the person earned
 * @param feedback whether the person is asked what they think of the event, once it is over, and has yet to say so
 * @param leftLine when it was given up while the person only waited
 * @param withdrawn when it was given up while it was to be decided on
 * @param history what was done since it is this person's, the latest first
 * @param messages what was written to the person, the latest first
 */
public record Situation(
        List<Long> chosen,
        Optional<Line> line,
        List<Position> turns,
        List<PlaceOffer> offers,
        Optional<Party> party,
        boolean brought,
        Optional<Delegation> delegation,
        Optional<Undoing.Undo> undo,
        boolean awaited,
        boolean newer,
        Optional<HandOver> handOver,
        Optional<Instant> handOverFrom,
        Optional<AddressChange> address,
        Optional<Guardian> guardian,
        List<Agreement> agreements,
        Answers answers,
        CalendarWay calendar,
        List<Handout> materials,
        Optional<String> certificate,
        boolean feedback,
        List<Instant> leftLine,
        List<Instant> withdrawn,
        List<Entry> history,
        List<Message> messages) {
    /** What it was that was given up at a time, unless it was a place: the end of the keys of its words. */
    Optional<String> givenUp(Instant at) {
        if (leftLine.contains(at)) {
            return Optional.of("left");
        }
        return withdrawn.contains(at) ? Optional.of("withdrawn") : Optional.empty();
    }

    /** The same of the last time. */
    Optional<String> givenUpLast() {
        return history.stream()
                .filter(entry -> entry.deed().equals("cancelled"))
                .findFirst()
                .flatMap(entry -> givenUp(entry.at()));
    }

    /** The turn among those who wait for what the person wishes for most, from 1. */
    public Optional<Integer> position() {
        return line.map(waiting -> waiting.first().number());
    }

    /** Who registered the person, where that was another person. */
    public Optional<String> host() {
        return brought ? party.map(Party::signature).or(() -> delegation.map(Delegation::head)) : Optional.empty();
    }

    /** Whether the person registered themselves together with others. */
    public boolean isOwnHost() {
        return party.isPresent() && !brought;
    }

    /** The place that the person is offered at the moment. */
    public Optional<PlaceOffer> offer() {
        return offers.stream().filter(PlaceOffer::isOpen).findFirst();
    }

    /** What there is to read by now. */
    public List<Handout> readable(Event event, Instant now) {
        return materials.stream()
                .filter(handout -> handout.material().isShown(event, now))
                .toList();
    }
}
