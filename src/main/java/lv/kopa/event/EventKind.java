package lv.kopa.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of thing people come to. */
public enum EventKind {
    TRAINING,
    STUDY_VISIT,
    MEETING,
    CONFERENCE;

    /** The kind of this name, in either case, with "-" or "_". */
    public static Optional<EventKind> of(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst();
    }

    /** The key of its name. */
    public String textKey() {
        return "event.kind." + name().toLowerCase(Locale.ROOT);
    }
}
