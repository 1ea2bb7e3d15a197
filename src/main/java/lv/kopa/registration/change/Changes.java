package lv.kopa.registration.change;

import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.registration.change.ChangeRepository.Waiting;

/**
 * Changes of events that people have yet to hear of. Organisers seldom change one thing only: what they change within
 * some minutes is told once, with the first old and the last new value. All of it happens under the lock of the event.
 */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
public class Changes {
    /** So long after a change people hear of it, as the organiser is told. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** But at once where a part of the event begins so soon. */
    private static final Duration URGENT = Duration.ofHours(1);

    private final ChangeRepository repository;
    private final JsonMapper json;
    private final Clock clock;

    Changes(ChangeRepository repository, JsonMapper json, Clock clock) {
        this.repository = repository;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Remembers what people knew before a change, unless they see no difference.
     *
     * @return whether they are to hear of it at once, since a part of the event is about to begin, or was
     */
    public boolean collect(EventDetails before, EventDetails after) {
        Snapshot known = Snapshot.of(before);
        if (known.looksLike(Snapshot.of(after))) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean hurry = isAboutToBegin(before, now) || isAboutToBegin(after, now);
        EventChange change = repository.save(
                new EventChange(null, after.event().id(), written(known), now, hurry ? now : now.plus(PATIENCE)));
        repository.await(after.event().id(), Objects.requireNonNull(change.id()));
        return hurry;
    }

    private static boolean isAboutToBegin(EventDetails event, Instant now) {
        return event.planned().stream()
                .map(Session::startsAt)
                .anyMatch(start -> start.isAfter(now) && start.isBefore(now.plus(URGENT)));
    }

    /** The events whose people are to hear of changes by now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Long> due() {
        return repository.due(clock.instant());
    }

    /**
     * Changes that are to be told.
     *
     * @param known the event as it was before all of them
     * @param waiting who has yet to hear, and what they knew, by the id of the registration
     */
    public record Untold(Snapshot known, Map<Long, Snapshot> waiting) {}

    /** Hands over what is to be told of an event, once. */
    public Optional<Untold> take(long event) {
        Map<Long, Snapshot> waiting = new LinkedHashMap<>();
        repository.waiting(event).forEach(one -> waiting.put(one.registrationId(), read(one.known())));
        Optional<Snapshot> known = repository.first(event).map(this::read);
        return drop(event) ? known.map(before -> new Untold(before, waiting)) : Optional.empty();
    }

    /**
     * Has nobody hear of the changes of an event any more.
     *
     * @return whether somebody was yet to hear
     */
    public boolean drop(long event) {
        return repository.forgetAll(event) > 0;
    }

    /** Somebody is told just now what the event is. */
    public void told(long registration) {
        repository.forget(registration);
    }

    /** An event as it is, in words to be kept for {@link #hearAfterAll}. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String known(EventDetails event) {
        return written(Snapshot.of(event));
    }

    /** The same as those know it who have yet to hear of changes, by the ids of their registrations. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<Long, String> untold(Collection<Long> registrations) {
        return registrations.isEmpty()
                ? Map.of()
                : repository.among(registrations).stream()
                        .collect(Collectors.toMap(Waiting::registrationId, Waiting::known));
    }

    /**
     * Has somebody hear of changes together with the others who have yet to, though they were taken to know.
     *
     * @param known the event as they know it, which is as it was when it was last kept
     * @return what they know of it, where there is news and all others have heard: it is to be told at once
     */
    public Optional<Snapshot> hearAfterAll(EventDetails event, long registration, String known) {
        repository.forget(registration);
        Snapshot before = read(known);
        if (before.looksLike(Snapshot.of(event))) {
            return Optional.empty();
        }
        List<EventChange> untold = repository.of(event.event().id());
        if (untold.isEmpty()) {
            return Optional.of(before);
        }
        EventChange since = untold.stream()
                .filter(change -> change.known().equals(known))
                .findFirst()
                .orElseGet(() -> repository.save(new EventChange(
                        null,
                        event.event().id(),
                        known,
                        untold.get(0).changedAt(),
                        untold.get(0).dueAt())));
        repository.awaitOne(registration, Objects.requireNonNull(since.id()));
        return Optional.empty();
    }

    private String written(Snapshot snapshot) {
        try {
            return json.writeValueAsString(snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Snapshot read(String known) {
        try {
            return json.readValue(known, Snapshot.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
