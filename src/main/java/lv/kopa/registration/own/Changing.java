package lv.kopa.registration.own;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Claim;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.event.Session;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Letters;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.address.AddressChanges;
import lv.kopa.registration.turn.SessionTurns;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.Wish;
import lv.kopa.text.InvalidInput;

/** Changes that people make to their registrations by themselves; what they come as stays. */
@Singleton
@UnitOfWork
public class Changing {
    private static final String SESSIONS = "sessions";
    private static final String LINES = "lines";

    private final OwnRepository repository;
    private final Turning turning;
    private final Places places;
    private final SessionTurns turns;
    private final Telling telling;
    private final PersonalLinks personalLinks;
    private final AddressChanges addresses;

    Changing(
            OwnRepository repository,
            Turning turning,
            Seats seats,
            Telling telling,
            PersonalLinks personalLinks,
            AddressChanges addresses) {
        this.repository = repository;
        this.turning = turning;
        this.places = seats.places();
        this.turns = seats.turns();
        this.telling = telling;
        this.personalLinks = personalLinks;
        this.addresses = addresses;
    }

    /** Places in sessions, and the lines for them. */
    @Singleton
    record Seats(Places places, SessionTurns turns) {}

    /** The sessions that somebody leaves and joins, by id, or whose lines. */
    private record Exchange(List<Long> left, List<Long> joined) {
        static Exchange of(EventDetails event, List<Long> before, List<Long> wanted) {
            List<Long> onOffer = event.chosen().stream().map(Session::id).toList();
            return new Exchange(
                    before.stream()
                            .filter(id -> onOffer.contains(id) && !wanted.contains(id))
                            .toList(),
                    wanted.stream().filter(id -> !before.contains(id)).toList());
        }

        boolean isNone() {
            return left.isEmpty() && joined.isEmpty();
        }
    }

    /**
     * Changes what is different from before. Another address counts only when the link that is sent there comes back.
     * Where all of it is so by now, as after a form that was sent twice, there is nothing to do.
     *
     * @param revision that of the registration as the person saw it
     * @return whether a link was sent to a new address
     * @throws ChangedMeanwhile if it has another revision by now, and is not what is wished for
     * @throws ChangesClosed if the deadline has passed, or it was given up
     * @throws InvalidInput with every fault of the wish, or a session that is full
     */
    public boolean change(Registration known, int revision, Wish wish) {
        Registration registration = turning.lock(known);
        EventDetails event = turning.event(registration.eventId());
        if (event.event().isCancelled()) {
            throw ChangesClosed.calledOff();
        }
        if (!registration.status().isLive() || !event.event().changesAllowed(telling.now())) {
            throw new ChangesClosed();
        }
        Applicant wanted = wish.withoutAnswersIn(event);
        Exchange sessions = Exchange.of(event, repository.sessions(registration.id()), wanted.sessionIds());
        Exchange lines = Exchange.of(event, turns.awaited(registration.id()), wanted.awaitedIds());
        List<String> changed = changed(registration, wanted, sessions, lines);
        boolean moves = !wanted.email().value().equals(registration.email());
        if (registration.revision() != revision) {
            if (changed.isEmpty() && (!moves || isAsked(registration, wanted))) {
                return moves;
            }
            throw new ChangedMeanwhile();
        }
        if (!changed.isEmpty()) {
            exchange(event, registration, sessions);
            turns.leave(registration.id(), lines.left());
            turns.enter(registration.eventId(), registration.id(), lines.joined());
            repository.change(
                    registration.id(),
                    wanted.name(),
                    wanted.phone(),
                    wanted.organisation(),
                    wanted.language().tag(),
                    telling.now());
            told(event, registration, turning.lock(known), changed);
        }
        if (moves) {
            addresses.ask(turning.lock(known), wanted.email());
        }
        return moves;
    }

    private boolean isAsked(Registration registration, Applicant wanted) {
        return addresses
                .asked(registration)
                .filter(change -> change.email().equals(wanted.email().value()))
                .isPresent();
    }

    private static List<String> changed(Registration before, Applicant wanted, Exchange sessions, Exchange lines) {
        List<String> fields = new ArrayList<>();
        if (!before.name().equals(wanted.name())) {
            fields.add("name");
        }
        if (!Objects.equals(before.phone(), wanted.phone())) {
            fields.add("phone");
        }
        if (!Objects.equals(before.organisation(), wanted.organisation())) {
            fields.add("organisation");
        }
        if (before.reader() != wanted.language()) {
            fields.add("language");
        }
        if (!sessions.isNone()) {
            fields.add(SESSIONS);
        }
        if (!lines.isNone()) {
            fields.add(LINES);
        }
        return fields;
    }

    private void exchange(EventDetails event, Registration registration, Exchange sessions) {
        if (turning.holds(registration)) {
            Claim left = new Claim(null, sessions.left(), List.of());
            Claim joined = new Claim(null, sessions.joined(), List.of());
            if (!places.exchange(left, joined)) {
                throw full(event, registration, sessions);
            }
        }
        sessions.left().forEach(session -> repository.leave(registration.id(), session));
        sessions.joined().forEach(session -> repository.choose(registration.id(), session));
    }

    private static InvalidInput full(EventDetails event, Registration registration, Exchange sessions) {
        String title = event.sessions().stream()
                .filter(session -> session.isFull() && sessions.joined().contains(session.id()))
                .findFirst()
                .flatMap(session -> event.nameOf(session, registration.reader()))
                .orElse("");
        return new InvalidInput("sessions", "registration.fault.session-full", title);
    }

    private void told(EventDetails event, Registration before, Registration changed, List<String> fields) {
        telling.noteChange(before, changed, String.join(",", fields), Deed.PARTICIPANT);
        if (!fields.contains(SESSIONS) && !fields.contains(LINES)) {
            return;
        }
        List<Long> chosen = repository.sessions(changed.id());
        String kind = fields.contains(SESSIONS) ? "changed-by-you" : "lines-changed";
        Wording letter = new Letters.Draft(event, changed, "mail." + kind)
                .say()
                .facts(chosen, changed.isConfirmed())
                .turns(turns.positions(changed.id(), event))
                .letter(personalLinks.renew(changed), "mail.see-or-cancel");
        telling.write(event, changed, kind, letter, chosen);
        turning.promote(event);
    }
}
