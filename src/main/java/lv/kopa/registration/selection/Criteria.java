package lv.kopa.registration.selection;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;

/** By what the organisers of events choose. */
@Singleton
class Criteria {
    private final SelectionRepository repository;
    private final Audit audit;

    Criteria(SelectionRepository repository, Audit audit) {
        this.repository = repository;
        this.audit = audit;
    }

    List<Criterion> of(long event) {
        return repository.criteria(event);
    }

    /**
     * Calls criteria otherwise, takes away whose name is empty, with all points by them, and adds others.
     *
     * @param names by id, of those that may change
     */
    @UnitOfWork
    void change(long event, Map<Long, String> names, List<String> added, String actor) {
        List<Criterion> before = of(event);
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
