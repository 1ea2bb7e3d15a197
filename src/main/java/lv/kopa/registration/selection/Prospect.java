package lv.kopa.registration.selection;

import java.util.List;
import java.util.Set;

/**
 * What would come of a decision that an organiser is about to make.
 *
 * @param approved whether the people would be approved; else declined
 * @param people those it is about, in the order in which they would have the places there are
 * @param seated the references of those who would have a place at once
 */
public record Prospect(boolean approved, List<Candidate> people, Set<String> seated) {
    /** Says that just this is wanted: where other people are ticked, or would have a place, one is asked anew. */
    public String token() {
        List<String> references = people.stream().map(Candidate::reference).toList();
        return Integer.toHexString(List.of(approved, references, seated).hashCode());
    }

    /** Those who would have a place. */
    public List<Candidate> placed() {
        return approved ? people.stream().filter(this::isSeated).toList() : List.of();
    }

    /** Those who would go to the waiting list. */
    public List<Candidate> waiting() {
        return approved ? people.stream().filter(one -> !isSeated(one)).toList() : List.of();
    }

    /** Those who would be declined. */
    public List<Candidate> declined() {
        return approved ? List.of() : people;
    }

    private boolean isSeated(Candidate candidate) {
        return seated.contains(candidate.reference());
    }
}
