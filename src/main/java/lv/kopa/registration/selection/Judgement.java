package lv.kopa.registration.selection;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody made of a candidate on a page: only what they changed there, so that what others change meanwhile stays.
 *
 * @param reference of the registration
 * @param points by the id of the criterion; empty where they were taken back
 * @param note the new one, where it is another one
 * @param version of the note that was shown; 0 for none
 */
record Judgement(String reference, Map<Long, Optional<Integer>> points, Optional<String> note, int version) {
    boolean isNone() {
        return points.isEmpty() && note.isEmpty();
    }

    /** Without what is thought of a person, for logs. */
    @Override
    public String toString() {
        return "Judgement[" + reference + "]";
    }
}
