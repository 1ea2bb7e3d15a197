package lv.kopa.registration.selection;

import java.util.List;
import java.util.Map;
import lv.kopa.registration.Registration;

/**
 * Somebody who awaits approval.
 *
 * @param answers to the questions that are shown, in their order; "" for none
 * @param points by the id of the criterion
 * @param version of the note; 0 where there is none
 */
public record Candidate(
        Registration registration, List<String> answers, Map<Long, Integer> points, String note, int version) {
    public int sum() {
        return points.values().stream().mapToInt(Integer::intValue).sum();
    }

    public String reference() {
        return registration.reference();
    }

    /** Without what is thought of a person, for logs. */
    @Override
    public String toString() {
        return "Candidate[" + registration.reference() + "]";
    }
}
