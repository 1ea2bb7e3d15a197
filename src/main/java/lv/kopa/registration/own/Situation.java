package lv.kopa.registration.own;

import java.util.List;
import java.util.Optional;
import lv.kopa.event.question.Answers;
import lv.kopa.mail.Message;
import lv.kopa.organisation.audit.Entry;
import lv.kopa.registration.address.AddressChange;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.handover.HandOver;
import lv.kopa.registration.party.Party;

/**
 * How things stand with a registration.
 *
 * @param chosen the ids of the sessions the person chose
 * @param position the turn among those who wait
 * @param party with whom the person was registered by somebody else
 * @param undo what the person can take back
 * @param handOver to whom it is offered
 * @param address where the person wants to be written to
 * @param guardian who answers for somebody under 18
 * @param answers what the person answered
 * @param history what was done since it is this person's, the latest first
 * @param messages what was written to the person, the latest first
 */
public record Situation(
        List<Long> chosen,
        Optional<Integer> position,
        Optional<Party> party,
        Optional<Undoing.Undo> undo,
        Optional<HandOver> handOver,
        Optional<AddressChange> address,
        Optional<Guardian> guardian,
        List<Agreement> agreements,
        Answers answers,
        List<Entry> history,
        List<Message> messages) {}
