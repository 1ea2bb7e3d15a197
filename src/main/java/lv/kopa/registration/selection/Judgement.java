package lv.kopa.registration.selection;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lv.kopa.registration.Registration;

/**
 * What somebody made of a candidate on a page: only what they changed there, so that what others change meanwhile stays.
 *
 * @param reference of the registration
 * @param person whose that was on the page, as {@link #mark} has it
 * @param points by the id of the criterion; empty where they were taken back
 * @param note the new one, where it is another one
 * @param version of the note that was shown; 0 for none
 */
record Judgement(
        String reference, String person, Map<Long, Optional<Integer>> points, Optional<String> note, int version) {
    /** Tells the person of a registration from another who may take it over. */
    static String mark(Registration registration) {
        return Integer.toHexString(Objects.hash(registration.name(), registration.emailKey()));
    }

    boolean isNone() {
        return points.isEmpty() && note.isEmpty();
    }

    /** Without what is thought of a person, for logs. */
    @Override
    public String toString() {
        return "Judgement[" + reference + "]";
    }
}
