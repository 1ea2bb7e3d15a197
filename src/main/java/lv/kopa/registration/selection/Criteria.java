package lv.kopa.registration.selection;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Places;
import lv.kopa.event.copy.EventCopied;
import lv.kopa.event.copy.EventPart;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;

/** By what the organisers of events choose. */
@Singleton
class Criteria {
    private final SelectionRepository repository;
    private final Places places;
    private final Audit audit;

    Criteria(SelectionRepository repository, Places places, Audit audit) {
        this.repository = repository;
        this.places = places;
        this.audit = audit;
    }

    List<Criterion> of(long event) {
        return repository.criteria(event);
    }

    /** Without anybody's points, who are people of another event. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void copied(EventCopied copy) {
        if (copy.parts().contains(EventPart.CRITERIA)) {
            of(copy.from().id())
                    .forEach(criterion -> repository.add(copy.to().id(), criterion.position(), criterion.name()));
        }
    }

    /**
     * Calls criteria otherwise, takes away whose name is empty, with all points by them, and adds others.
     *
     * @param names by id, of those that may change
     * @return false where there would be too many then; nothing is done
     */
    @UnitOfWork
    boolean change(long event, Map<Long, String> names, List<String> added, String actor) {
        places.lock(event);
        List<Criterion> before = of(event);
        if (!isRoom(before, names, added)) {
            return false;
        }
        for (Criterion criterion : before) {
            String name = names.getOrDefault(criterion.id(), criterion.name());
            if (name.isEmpty()) {
                repository.removeMarks(criterion.id());
                repository.remove(criterion.id());
            } else if (!name.equals(criterion.name())) {
                repository.rename(criterion.id(), name);
            }
        }
        int position = before.stream().mapToInt(Criterion::position).max().orElse(0);
        for (String name : added) {
            repository.add(event, ++position, name);
        }
        note(event, before, actor);
        return true;
    }

    private static boolean isRoom(List<Criterion> before, Map<Long, String> names, List<String> added) {
        long left = before.stream()
                .filter(criterion ->
                        !names.getOrDefault(criterion.id(), criterion.name()).isEmpty())
                .count();
        return added.isEmpty() || left + added.size() <= Criterion.MOST;
    }

    private void note(long event, List<Criterion> before, String actor) {
        List<Criterion> after = of(event);
        if (!before.equals(after)) {
            audit.record(new Deed(actor, "event", event, "criteria-changed", said(before) + " → " + said(after)));
        }
    }

    private static String said(List<Criterion> criteria) {
        return criteria.isEmpty()
                ? "–"
                : String.join(", ", criteria.stream().map(Criterion::name).toList());
    }
}
