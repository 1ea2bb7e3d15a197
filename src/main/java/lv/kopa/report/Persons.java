package lv.kopa.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.kopa.report.PairRepository.Decision;
import lv.kopa.report.ReportRepository.Participant;

/**
 * Whose registrations are. A person is known by the e-mail address, and by those that an organiser said are the same
 * person's; whoever was erased has no address, so each of their participations counts for itself.
 */
final class Persons {
    private final Map<Set<String>, Decision> decisions = new LinkedHashMap<>();
    private final Map<String, String> same = new HashMap<>();

    /** @param decisions the later after the earlier, which they undo */
    Persons(List<Decision> decisions) {
        decisions.stream().filter(Decision::counts).forEach(decision -> this.decisions.put(decision.keys(), decision));
        this.decisions.values().stream().filter(Decision::onePerson).forEach(this::join);
    }

    private void join(Decision decision) {
        String first = root(decision.firstKey());
        String second = root(decision.secondKey());
        if (!first.equals(second)) {
            same.put(second, first);
        }
    }

    private String root(String key) {
        String root = key;
        for (String next = same.get(root); next != null; next = same.get(root)) {
            root = next;
        }
        return root;
    }

    /** What stands for a person; the same for all that is theirs. */
    String of(Participant registration) {
        return root(registration.emailKey());
    }

    /** Whether an organiser said that these are two people. */
    boolean areApart(Participant one, Participant other) {
        Decision decision = decisions.get(Set.of(one.emailKey(), other.emailKey()));
        return decision != null && !decision.onePerson();
    }

    /** What organisers said that stands. */
    List<Decision> decisions() {
        return List.copyOf(decisions.values());
    }
}
