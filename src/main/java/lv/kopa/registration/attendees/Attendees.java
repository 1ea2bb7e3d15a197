package lv.kopa.registration.attendees;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.registration.attendees.AttendeeRepository.Choice;
import lv.kopa.registration.attendees.AttendeeRepository.Other;
import lv.kopa.registration.delegation.Delegation;
import lv.kopa.registration.delegation.Delegations;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.guardian.Guardians;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.registration.hold.AddressHolds;
import lv.kopa.registration.offer.PlaceOffer;
import lv.kopa.registration.offer.PlaceOffers;
import lv.kopa.registration.party.Parties;
import lv.kopa.registration.party.Party;
import lv.kopa.registration.turn.SessionTurns;
import lv.kopa.registration.turn.SessionTurns.Position;
import org.jspecify.annotations.Nullable;

/** Who comes to an event, as its organisers look through them. */
@Singleton
public class Attendees {
    private static final int PAGE = 100;
    private static final int MOST_AT_ONCE = 1_000;

    private final AttendeeRepository repository;
    private final Registrations registrations;
    private final Company company;
    private final Events events;
    private final Pending pending;

    Attendees(
            AttendeeRepository repository,
            Registrations registrations,
            Company company,
            Events events,
            Pending pending) {
        this.repository = repository;
        this.registrations = registrations;
        this.company = company;
        this.events = events;
        this.pending = pending;
    }

    /** With whom people come. */
    @Singleton
    record Company(Parties parties, Delegations delegations, Guardians guardians) {}

    /** What is kept for people who have yet to say something, and what they wait for. */
    @Singleton
    record Pending(AddressHolds holds, PlaceOffers offers, SessionTurns turns, Unanswered unanswered) {}

    /** A page of the registrations that match. */
    public AttendeeList page(EventDetails details, AttendeeFilter filter, Arrangement arrangement) {
        long event = details.event().id();
        List<Long> among = among(event, filter);
        List<Registration> found = repository.listed(
                event,
                filter.status(),
                filter.category(),
                filter.pattern(),
                !filter.unanswered(),
                among,
                arrangement.byName(),
                PAGE + 1,
                arrangement.skipped(PAGE));
        boolean last = found.size() <= PAGE;
        List<Registration> shown = last ? found : List.copyOf(found.subList(0, PAGE));
        List<Long> ids = shown.stream().map(Registration::id).toList();
        return new AttendeeList(
                shown,
                positions(event),
                sessions(ids),
                turns(ids, details),
                pending.turns().lengths(details),
                photographed(ids),
                company.parties().contacts(ids),
                company.delegations().partners(ids),
                pending.holds().open(ids).keySet(),
                offered(ids),
                doubles(event, ids),
                company.guardians().of(ids),
                repository.count(
                        event, filter.status(), filter.category(), filter.pattern(), !filter.unanswered(), among),
                last);
    }

    private Set<Long> doubles(long event, List<Long> shown) {
        return shown.isEmpty() ? Set.of() : Set.copyOf(repository.doubles(event, shown));
    }

    private Set<Long> photographed(List<Long> shown) {
        return shown.isEmpty() ? Set.of() : Set.copyOf(repository.photographed(shown));
    }

    /** The ids of the sessions that each of some people chose, by the id of the registration. */
    public Map<Long, List<Long>> sessions(List<Long> shown) {
        return shown.isEmpty() ? Map.of() : byPerson(repository.choices(shown));
    }

    /** The ids of the sessions that each chose who is registered for an event, by the id of the registration. */
    public Map<Long, List<Long>> chosenSessions(long event) {
        return byPerson(repository.choices(event));
    }

    /** Where some people stand in line for full sessions of their event, by the id of the registration. */
    public Map<Long, List<Position>> turns(List<Long> registrations, EventDetails event) {
        return pending.turns().positions(registrations, event);
    }

    private static Map<Long, List<Long>> byPerson(List<Choice> choices) {
        return choices.stream().collect(groupingBy(Choice::registrationId, mapping(Choice::sessionId, toList())));
    }

    /** Who answers for those of them who are under 18, by the id of the registration. */
    public Map<Long, Guardian> guardians(List<Long> registrations) {
        return company.guardians().of(registrations);
    }

    /** With whom a registration came, if with anybody. */
    public Optional<Party> party(Registration registration) {
        return company.parties().of(registration);
    }

    /** The partner of whose delegation each is who is registered for an event, by the id of the registration. */
    public Map<Long, String> partners(List<Registration> people) {
        return company.delegations()
                .partners(people.stream().map(Registration::id).toList());
    }

    /** Of which delegation a registration is, if of one. */
    public Optional<Delegation> delegation(Registration registration) {
        return company.delegations().of(registration);
    }

    /** Who answers for a person, if they are under 18. */
    public Optional<Guardian> guardian(Registration registration) {
        return company.guardians().of(registration.id());
    }

    /** Who answers for those under 18 who are registered for an event, by the id of the registration. */
    public Map<Long, Guardian> guardians(long event) {
        return company.guardians().ofEvent(event);
    }

    /** The ids of the kinds of place that somebody who waits would take besides the one they wish for most. */
    public List<Long> others(Registration registration) {
        return repository.others(registration.eventId()).stream()
                .filter(other -> other.registrationId() == registration.id())
                .map(Other::categoryId)
                .toList();
    }

    /** All registrations that match. */
    public List<Registration> all(long event, AttendeeFilter filter, Sorting sorting) {
        List<Registration> all = new ArrayList<>();
        each(event, filter, sorting, MOST_AT_ONCE, all::addAll);
        return all;
    }

    /** The same, so many at a time that they need not be in memory together; none at least once. */
    public void each(
            long event, AttendeeFilter filter, Sorting sorting, int size, Consumer<List<Registration>> reader) {
        List<Long> ids = repository.ids(
                event,
                filter.status(),
                filter.category(),
                filter.pattern(),
                !filter.unanswered(),
                among(event, filter),
                sorting == Sorting.NAME,
                sorting == Sorting.REGISTERED);
        int from = 0;
        do {
            List<Long> some = ids.subList(from, Math.min(from + size, ids.size()));
            reader.accept(inOrder(some));
            from += size;
        } while (from < ids.size());
    }

    private List<Registration> inOrder(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Registration> found =
                repository.some(ids).stream().collect(toMap(Registration::id, registration -> registration));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** So many of the registrations that match, newest first; the newest of all where nothing is said of `before`. */
    public List<Registration> some(long event, AttendeeFilter filter, @Nullable Long before, int size) {
        return repository.page(
                event,
                filter.status(),
                filter.category(),
                filter.pattern(),
                !filter.unanswered(),
                among(event, filter),
                before,
                size);
    }

    /** Of whom only some are looked for, by id; 0, which is nobody's, so that it is never none. */
    public List<Long> among(long event, AttendeeFilter filter) {
        List<Long> ids = new ArrayList<>(List.of(0L));
        if (filter.unanswered()) {
            ids.addAll(pending.unanswered().of(events.get(event)));
        }
        return ids;
    }

    public Figures figures(long event) {
        return figures(List.of(event)).getOrDefault(event, Figures.none());
    }

    /** The figures of several events by the id of the event; none where nobody ever registered. */
    public Map<Long, Figures> figures(Collection<Long> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        Map<Long, Map<RegistrationStatus, Long>> counts = new HashMap<>();
        for (StatusCount count : repository.counts(events)) {
            counts.computeIfAbsent(count.eventId(), id -> new EnumMap<>(RegistrationStatus.class))
                    .put(count.status(), count.registrations());
        }
        Map<Long, Long> offered = repository.offers(events).stream()
                .collect(toMap(AttendeeRepository.Offers::eventId, AttendeeRepository.Offers::offers));
        Map<Long, Long> reserved = company.delegations().reserved(events);
        reserved.keySet().forEach(event -> counts.putIfAbsent(event, Map.of()));
        Map<Long, Long> unreached = repository.unreached(events).stream()
                .collect(toMap(AttendeeRepository.Unreached::eventId, AttendeeRepository.Unreached::people));
        Map<Long, Figures> figures = new HashMap<>();
        counts.forEach((event, byStatus) -> figures.put(
                event,
                new Figures(
                        byStatus,
                        offered.getOrDefault(event, 0L),
                        reserved.getOrDefault(event, 0L),
                        unreached.getOrDefault(event, 0L))));
        return figures;
    }

    /**
     * A registration for an event of one of the organiser's organisations.
     *
     * @throws UnknownRegistration where there is none, or it is somebody else's
     */
    public Registration own(String reference, Organiser organiser) {
        Registration registration = registrations.byReference(reference);
        Event event = events.get(registration.eventId()).event();
        if (!organiser.mayOrganise(event.organisationId())) {
            throw new UnknownRegistration();
        }
        return registration;
    }

    /** Until when a registration is held for its person to confirm the address; none where there is nothing to confirm. */
    public Optional<Instant> confirmBy(Registration registration) {
        return pending.holds().open(registration.id()).map(AddressHold::heldUntil);
    }

    /** The same of several, by the id of the registration. */
    public Map<Long, Instant> confirmBy(Collection<Long> registrations) {
        return pending.holds().open(registrations);
    }

    /** Until when places are offered to some of those who wait, by the id of the registration. */
    public Map<Long, Instant> offered(Collection<Long> registrations) {
        return pending.offers().open(registrations).values().stream()
                .collect(toMap(PlaceOffer::registrationId, PlaceOffer::answerBy));
    }

    /** The turn of everybody who waits and is offered nothing, among those who wait for the same kind of place. */
    public Map<Long, Integer> positions(long event) {
        Map<Long, Integer> positions = new HashMap<>();
        Map<Long, Integer> lengths = new HashMap<>();
        Map<Long, List<Long>> others = repository.others(event).stream()
                .collect(groupingBy(Other::registrationId, mapping(Other::categoryId, toList())));
        int all = 0;
        for (Registration waiting : repository.queue(event)) {
            all++;
            Long category = waiting.categoryId();
            positions.put(waiting.id(), category == null ? all : lengths.merge(category, 1, Integer::sum));
            others.getOrDefault(waiting.id(), List.of()).forEach(other -> lengths.merge(other, 1, Integer::sum));
        }
        return positions;
    }
}
