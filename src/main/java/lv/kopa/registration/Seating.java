package lv.kopa.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lv.kopa.event.Claim;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.event.Session;
import lv.kopa.event.question.Choice;
import lv.kopa.event.question.Question;
import org.jspecify.annotations.Nullable;

/** One walk along the line of those who want a place, for each the first kind that there is of those they would take. */
final class Seating {
    private final EventDetails event;
    private final RegistrationRepository repository;
    private final Places places;
    private final Set<@Nullable Long> fullCategories = new HashSet<>();
    private boolean full;
    private @Nullable Map<Long, List<Long>> others;

    Seating(EventDetails event, RegistrationRepository repository, Places places) {
        this.event = event;
        this.repository = repository;
        this.places = places;
    }

    /** Whether nobody can be given a place any more. */
    boolean isFull() {
        return full;
    }

    /** Takes a place for somebody; nothing where there is none that they would take. */
    Optional<Claim> seat(Registration registration) {
        List<@Nullable Long> wishes = wishes(registration);
        if (wishes.isEmpty()) {
            return Optional.empty();
        }
        Claim claim = current(registration);
        for (Long category : wishes) {
            Claim wanted = claim.in(category);
            switch (places.take(registration.eventId(), wanted)) {
                case YES -> {
                    return Optional.of(wanted);
                }
                case EVENT_FULL -> {
                    full = true;
                    return Optional.empty();
                }
                case CATEGORY_FULL -> fullCategories.add(category);
                case SESSION_FULL, CHOICE_FULL -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Whether somebody would be given a place as soon as another person gives theirs up. Takes nothing. */
    boolean wants(Registration registration, Claim freed) {
        List<@Nullable Long> wishes = wishes(registration);
        wishes.removeIf(kind -> !new Claim(kind, List.of(), List.of()).isThereWithout(freed, event));
        if (wishes.isEmpty()) {
            return false;
        }
        Claim claim = repository.claim(registration);
        return wishes.stream().anyMatch(kind -> claim.in(kind).isThereWithout(freed, event));
    }

    private List<@Nullable Long> wishes(Registration registration) {
        List<@Nullable Long> wishes = new ArrayList<>();
        wishes.add(registration.categoryId());
        wishes.addAll(othersOf(registration));
        wishes.removeIf(fullCategories::contains);
        return wishes;
    }

    private List<Long> othersOf(Registration registration) {
        if (registration.status() != RegistrationStatus.WAITING) {
            return repository.othersOf(registration.id());
        }
        if (others == null) {
            others = new HashMap<>();
            for (RegistrationRepository.Other other : repository.others(registration.eventId())) {
                others.computeIfAbsent(other.registrationId(), id -> new ArrayList<>())
                        .add(other.categoryId());
            }
        }
        return others.getOrDefault(registration.id(), List.of());
    }

    /** What somebody wants as far as there still is such a thing: else they would wait for it for ever. */
    private Claim current(Registration registration) {
        Claim claim = repository.claim(registration);
        List<Long> sessions = among(
                claim.sessions(),
                event.sessions().stream().filter(Session::isCancelled).map(Session::id));
        List<Long> choices = among(claim.choices(), withdrawn());
        if (sessions.isEmpty() && choices.isEmpty()) {
            return claim;
        }
        if (!sessions.isEmpty()) {
            repository.leave(registration.id(), sessions);
        }
        if (!choices.isEmpty()) {
            repository.unchoose(registration.id(), choices);
        }
        return repository.claim(registration);
    }

    private Stream<Long> withdrawn() {
        List<Long> asked =
                event.questionnaire().current().stream().map(Question::id).toList();
        return event.questionnaire().choices().stream()
                .filter(choice -> choice.withdrawn() || !asked.contains(choice.questionId()))
                .map(Choice::id);
    }

    private static List<Long> among(Collection<Long> wanted, Stream<Long> gone) {
        return gone.filter(wanted::contains).toList();
    }
}
