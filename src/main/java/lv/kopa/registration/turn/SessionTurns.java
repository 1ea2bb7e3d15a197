package lv.kopa.registration.turn;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Claim;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.event.Session;
import lv.kopa.registration.turn.SessionTurnRepository.Standing;

/**
 * The lines for full sessions of those who have, or want, a place in the event without them. Whoever gives places
 * of a session back lets them move up.
 */
@Singleton
public class SessionTurns {
    private final SessionTurnRepository repository;
    private final Places places;

    SessionTurns(SessionTurnRepository repository, Places places) {
        this.repository = repository;
        this.places = places;
    }

    /**
     * Where somebody stands in line for a session.
     *
     * @param number from 1
     */
    public record Position(Session session, int number) {}

    /**
     * What somebody got.
     *
     * @param registration whose it is, by id
     * @param left what they had at the same time, and have no longer
     */
    public record Gain(long registration, Session session, List<Session> left) {}

    /** Puts somebody at the end of the lines for these sessions, by id. The caller has locked the event. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(long event, long registration, Collection<Long> sessions) {
        sessions.forEach(session -> repository.enter(registration, session, places.nextInQueue(event)));
    }

    /**
     * Takes somebody out of the lines for these sessions, by id.
     *
     * @return whether they were in one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean leave(long registration, Collection<Long> sessions) {
        return !sessions.isEmpty() && repository.leave(registration, sessions) > 0;
    }

    /** The turns of those who have a place in the event, in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<SessionTurn> line(EventDetails event) {
        return event.chosen().isEmpty()
                ? List.of()
                : repository.line(event.event().id());
    }

    /**
     * Gives somebody a place in the session that it is their turn for: in the place of what they have at the same time,
     * since they would not wait for it otherwise; for the same reason they wait no longer for anything else then. The
     * caller has locked the event.
     *
     * @return nothing where there is no place, the session has begun or is called off, or the turn has ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Gain> give(EventDetails event, SessionTurn turn, Instant now) {
        Optional<Session> wanted = event.chosen().stream()
                .filter(session -> session.id() == turn.sessionId() && now.isBefore(session.startsAt()))
                .findFirst();
        if (wanted.isEmpty() || !places.takeBesides(sessions(wanted.get())).isTaken()) {
            return Optional.empty();
        }
        Session session = wanted.get();
        if (repository.leave(turn.registrationId(), List.of(session.id())) == 0) {
            places.freeBesides(sessions(session));
            return Optional.empty();
        }
        List<Long> had = repository.sessions(turn.registrationId());
        List<Session> left = event.sessions().stream()
                .filter(other -> had.contains(other.id()) && other.overlaps(session))
                .toList();
        exchange(turn.registrationId(), session, left);
        repository.leave(turn.registrationId(), atTheTimeOf(session, event));
        repository.revise(turn.registrationId(), now);
        return Optional.of(new Gain(turn.registrationId(), session, left));
    }

    private void exchange(long registration, Session joined, List<Session> left) {
        Claim parted = sessions(left.toArray(Session[]::new));
        places.freeBesides(parted);
        if (!left.isEmpty()) {
            repository.part(registration, parted.sessions());
        }
        repository.join(registration, joined.id());
    }

    private static Claim sessions(Session... sessions) {
        return new Claim(null, List.of(sessions).stream().map(Session::id).toList(), List.of());
    }

    private static List<Long> atTheTimeOf(Session session, EventDetails event) {
        return event.sessions().stream()
                .filter(other -> other.overlaps(session))
                .map(Session::id)
                .toList();
    }

    /** The ids of the sessions that somebody waits for. */
    public List<Long> awaited(long registration) {
        return repository.awaited(registration);
    }

    /** Where somebody stands in each line for a session of the event that can still be had. */
    public List<Position> positions(long registration, EventDetails event) {
        return positions(List.of(registration), event).getOrDefault(registration, List.of());
    }

    /** The same of several, by the id of the registration. */
    public Map<Long, List<Position>> positions(Collection<Long> registrations, EventDetails event) {
        if (event.chosen().isEmpty() || registrations.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Position>> positions = new HashMap<>();
        List<Standing> standings = repository.standings(registrations);
        for (Session session : event.chosen()) {
            standings.stream()
                    .filter(standing -> standing.sessionId() == session.id())
                    .forEach(standing -> positions
                            .computeIfAbsent(standing.registrationId(), id -> new ArrayList<>())
                            .add(new Position(session, standing.position())));
        }
        return positions;
    }

    /** How many wait for each session of an event besides their place in it, by its id. */
    public Map<Long, Long> lengths(EventDetails event) {
        return event.chosen().isEmpty()
                ? Map.of()
                : repository.wished(event.event().id()).stream()
                        .collect(groupingBy(SessionTurn::sessionId, counting()));
    }
}
