package lv.kopa.registration.selection;

import java.util.Map;

/**
 * What organisers think of somebody who asks for a place. It is about a person: whoever it is about is told it when they
 * ask for their data, and it is erased with them.
 *
 * @param note "" for none
 * @param points by the name of the criterion, in the order of the criteria
 */
public record Opinion(String note, Map<String, Integer> points) {
    public boolean isNone() {
        return note.isEmpty() && points.isEmpty();
    }

    public int sum() {
        return points.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Without what it says of a person, for logs. */
    @Override
    public String toString() {
        return "Opinion";
    }
}
