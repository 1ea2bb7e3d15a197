package lv.kopa.event.beginning;

import java.util.Arrays;
import java.util.Optional;
import lv.kopa.event.EventKind;

/** An example of an event with which an organiser can begin: few, of the sorts that there are most of. */
public enum StartingPoint {
    TRAINING("training", EventKind.TRAINING),
    STUDY_VISIT("study-visit", EventKind.STUDY_VISIT),
    LECTURE("lecture", EventKind.MEETING);

    private final String key;
    private final EventKind kind;

    StartingPoint(String key, EventKind kind) {
        this.key = key;
        this.kind = kind;
    }

    static Optional<StartingPoint> of(String key) {
        return Arrays.stream(values()).filter(point -> point.key.equals(key)).findFirst();
    }

    EventKind kind() {
        return kind;
    }

    /** Where one begins with it. */
    public String path() {
        return "/organiser/events/begin/" + key;
    }

    /** The key of what it is called. */
    public String textKey() {
        return "starting." + key;
    }
}
