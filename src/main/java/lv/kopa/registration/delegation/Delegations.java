package lv.kopa.registration.delegation;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.event.EventDetails;
import lv.kopa.event.question.Answers;
import lv.kopa.registration.Registration;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.delegation.AllotmentRepository.Reserved;
import lv.kopa.registration.delegation.DelegationRepository.DelegationOf;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Delegations, as their heads, their people and organisers see them. */
@Singleton
public class Delegations {
    private final DelegationRepository repository;
    private final AllotmentRepository allotments;
    private final DelegateRepository delegates;
    private final AnswerBook answers;

    Delegations(
            DelegationRepository repository,
            AllotmentRepository allotments,
            DelegateRepository delegates,
            AnswerBook answers) {
        this.repository = repository;
        this.allotments = allotments;
        this.delegates = delegates;
        this.answers = answers;
    }

    /**
     * The delegation of a secret link.
     *
     * @throws UnknownDelegation where there is none
     */
    public Delegation byLink(Token link) {
        return repository.findByLink(link.hash()).orElseThrow(UnknownDelegation::new);
    }

    /**
     * A delegation of an event.
     *
     * @throws UnknownDelegation where there is none of this id
     */
    public Delegation of(EventDetails event, long id) {
        return repository
                .findById(id)
                .filter(delegation -> delegation.eventId() == event.event().id())
                .orElseThrow(UnknownDelegation::new);
    }

    /** All of an event in the order they were given, as numbers: without their people. */
    public List<Standing> of(EventDetails event) {
        Map<Long, List<Allotment>> places =
                allotments.ofEvent(event.event().id()).stream().collect(Collectors.groupingBy(Allotment::delegationId));
        return repository.ofEvent(event.event().id()).stream()
                .map(delegation ->
                        new Standing(delegation, places.getOrDefault(delegation.key(), List.of()), List.of()))
                .toList();
    }

    /** With whom a registration came, if with a delegation. */
    public Optional<Delegation> of(Registration registration) {
        return repository.of(registration.id());
    }

    /** The partners of whose delegations registrations are, by the id of the registration. */
    public Map<Long, String> partners(Collection<Long> registrations) {
        return registrations.isEmpty()
                ? Map.of()
                : repository.partners(registrations).stream()
                        .collect(Collectors.toMap(DelegationOf::registrationId, DelegationOf::partner));
    }

    /** How many places of events are kept empty, by the id of the event. */
    public Map<Long, Long> reserved(Collection<Long> events) {
        return events.isEmpty()
                ? Map.of()
                : allotments.reserved(events).stream()
                        .collect(Collectors.groupingBy(Reserved::eventId, Collectors.summingLong(Reserved::places)));
    }

    public Standing standing(Delegation delegation, EventDetails event) {
        Map<Long, Registration> registrations = delegates.registrations(delegation.key()).stream()
                .collect(Collectors.toMap(Registration::id, Function.identity()));
        List<Allotment> all = allotments.of(delegation.key());
        Map<Long, Answers> given = answers.of(registrations.keySet(), event.questionnaire());
        List<Named> people = delegates.of(delegation.key()).stream()
                .map(delegate -> Optional.ofNullable(delegate.registrationId())
                        .flatMap(id -> Optional.ofNullable(registrations.get(id)))
                        .map(registration -> Named.of(
                                delegate,
                                registration,
                                isComplete(
                                        event,
                                        registration.categoryId(),
                                        given.getOrDefault(registration.id(), Answers.none()))))
                        .orElseGet(() -> apart(delegate, event, all)))
                .toList();
        return new Standing(delegation, all, people);
    }

    /** Who has a place of their own looks like anybody who has not answered yet. */
    private static Named apart(Delegate delegate, EventDetails event, List<Allotment> all) {
        Long kind = all.stream()
                .filter(allotment -> allotment.key() == delegate.placesId())
                .findFirst()
                .map(Allotment::categoryId)
                .orElse(null);
        return Named.apart(delegate, isComplete(event, kind, Answers.none()));
    }

    private static boolean isComplete(EventDetails event, @Nullable Long kind, Answers given) {
        return event.questionnaire()
                .missing(question -> true, event.categoryKey(kind), given)
                .isEmpty();
    }
}
