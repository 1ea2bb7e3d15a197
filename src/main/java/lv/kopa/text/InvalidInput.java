package lv.kopa.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was sent is not right, field by field; fields are named as in JSON, `sessions[0].end`. */
public final class InvalidInput extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Sentence> faults;

    public InvalidInput(Map<String, Sentence> faults) {
        super("web.invalid");
        this.faults = new LinkedHashMap<>(faults);
    }

    /** A single fault. */
    public InvalidInput(String field, String key, Object... arguments) {
        this(Map.of(field, Sentence.of(key, arguments)));
    }

    public Map<String, Sentence> faults() {
        return faults;
    }

    /** Which fields, for logs; never what was in them. */
    @Override
    public String getMessage() {
        return super.getMessage() + " " + faults.keySet();
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
