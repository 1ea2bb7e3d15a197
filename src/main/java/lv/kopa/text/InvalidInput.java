package lv.kopa.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was sent is not right, field by field; a field is named as in the JSON, `sessions[0].end`. */
public final class InvalidInput extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Sentence> errors;

    private InvalidInput(Map<String, Sentence> errors) {
        super("web.invalid");
        this.errors = errors;
    }

    /** One field that is not right. */
    public static InvalidInput at(String field, String key, Object... arguments) {
        return new InvalidInput(Map.of(field, Sentence.of(key, arguments)));
    }

    /** What is wrong, by field, in the order it was found. */
    public Map<String, Sentence> errors() {
        return errors;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    /** Gathers what is wrong, so that the reader hears of all of it at once. */
    public static final class Check {
        private final Map<String, Sentence> errors = new LinkedHashMap<>();

        /** Says what is wrong with a field; the first word counts. */
        public Check reject(String field, String key, Object... arguments) {
            errors.putIfAbsent(field, Sentence.of(key, arguments));
            return this;
        }

        /** Says so where it is wrong. */
        public Check rejectIf(boolean wrong, String field, String key, Object... arguments) {
            return wrong ? reject(field, key, arguments) : this;
        }

        /**
         * Goes on where nothing is wrong.
         *
         * @throws InvalidInput with all that is
         */
        public void pass() {
            if (!errors.isEmpty()) {
                throw new InvalidInput(Collections.unmodifiableMap(new LinkedHashMap<>(errors)));
            }
        }
    }
}
