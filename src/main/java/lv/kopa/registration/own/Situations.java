package lv.kopa.registration.own;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.material.Materials;
import lv.kopa.mail.Outbox;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Entry;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.address.AddressChanges;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.consent.Consents;
import lv.kopa.registration.consent.Speaker;
import lv.kopa.registration.delegation.Delegation;
import lv.kopa.registration.delegation.Delegations;
import lv.kopa.registration.entry.SentEntries;
import lv.kopa.registration.guardian.Guardians;
import lv.kopa.registration.handover.HandOvers;
import lv.kopa.registration.offer.PlaceOffer;
import lv.kopa.registration.offer.PlaceOffers;
import lv.kopa.registration.party.Parties;
import lv.kopa.registration.party.Party;
import lv.kopa.registration.turn.SessionTurns;
import lv.kopa.registration.undo.Undoing;
import lv.kopa.registration.waiting.Lines;

/** Gathers how things stand with registrations, for nobody but their people. */
@Singleton
public class Situations {
    /** With this deed a registration became somebody else's; what was before is the former person's affair. */
    private static final String BEGINNING = "handed-over";

    private final Registrations registrations;
    private final Consents consents;
    private final Undoing undoing;
    private final AddressChanges addresses;
    private final HandOvers handOvers;
    private final Records records;

    Situations(
            Registrations registrations,
            Consents consents,
            Undoing undoing,
            AddressChanges addresses,
            HandOvers handOvers,
            Records records) {
        this.registrations = registrations;
        this.consents = consents;
        this.undoing = undoing;
        this.addresses = addresses;
        this.handOvers = handOvers;
        this.records = records;
    }

    /** What is written down elsewhere. */
    @Singleton
    record Records(
            Audit audit,
            Outbox outbox,
            AnswerBook answers,
            SentEntries entries,
            Parties parties,
            Delegations delegations,
            Guardians guardians,
            Lines lines,
            SessionTurns turns,
            PlaceOffers offers,
            Materials materials,
            OwnRepository own) {}

    /**
     * How things stand.
     *
     * @param event that of the registration
     */
    public Situation of(Registration registration, EventDetails event) {
        List<Entry> history = history(registration);
        List<Long> chosen = registrations.chosenSessions(registration);
        Optional<Party> party = records.parties().of(registration);
        Optional<Delegation> delegation = records.delegations().of(registration);
        return new Situation(
                chosen,
                records.lines().of(registration, event),
                records.turns().positions(registration.id(), event),
                offers(registration, history),
                party,
                delegation.isPresent()
                        || party.filter(host -> !host.isOwn(registration)).isPresent(),
                delegation,
                undoing.of(registration, event),
                undoing.wouldBeInVain(registration, event),
                isFollowed(registration),
                handOvers.offered(registration),
                handOvers.notBefore(registration, event.event()),
                addresses.asked(registration),
                records.guardians().of(registration.id()),
                consents.of(registration, Speaker.of(history)),
                records.answers().of(registration.id(), event.questionnaire()),
                records.entries().way(event, registration.holder(chosen)),
                registration.isConfirmed() ? records.materials().of(registration.eventId()) : List.of(),
                records.own().certificate(registration.id()),
                records.own().isAskedForFeedback(registration.id()),
                givenUp(registration, RegistrationStatus.WAITING, history),
                givenUp(registration, RegistrationStatus.AWAITING_APPROVAL, history),
                history,
                records.outbox().about(registration.reference(), registration.email()));
    }

    /** When it was given up while it had a status; nearly nobody gave anything up, and of them it is not asked. */
    private List<Instant> givenUp(Registration registration, RegistrationStatus was, List<Entry> history) {
        return history.stream().anyMatch(entry -> entry.deed().equals("cancelled"))
                ? records.own().givenUp(registration.id(), was.name())
                : List.of();
    }

    private boolean isFollowed(Registration registration) {
        return !registration.status().isLive()
                && records.own().isRegistered(registration.eventId(), registration.emailKey());
    }

    /** Those that were made to this person, and not to one whose registration it was before. */
    private List<PlaceOffer> offers(Registration registration, List<Entry> history) {
        return records.offers().of(registration.id()).stream()
                .filter(offer -> history.stream()
                        .noneMatch(entry -> entry.deed().equals(BEGINNING)
                                && offer.offeredAt().isBefore(entry.at())))
                .toList();
    }

    private List<Entry> history(Registration registration) {
        List<Entry> own = new ArrayList<>();
        for (Entry entry : records.audit().of("registration", registration.id())) {
            own.add(entry);
            if (entry.deed().equals(BEGINNING)) {
                break;
            }
        }
        return own;
    }
}
