package lv.kopa.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is wrong with an input, so that all of it is told at once. */
public final class Faults {
    private static final int MOST = 100;

    private final Map<String, Sentence> byField = new LinkedHashMap<>();

    /** Says what is wrong with a field; the first word on it counts, and after a hundred fields nobody reads on. */
    public void add(String field, String key, Object... arguments) {
        if (byField.size() < MOST) {
            byField.putIfAbsent(field, Sentence.of(key, arguments));
        }
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    /** What is wrong so far, field by field. */
    public Map<String, Sentence> found() {
        return Collections.unmodifiableMap(byField);
    }

    /**
     * Ends the check.
     *
     * @throws InvalidInput if anything was wrong
     */
    public void refuseIfAny() {
        if (!byField.isEmpty()) {
            throw new InvalidInput(byField);
        }
    }
}
