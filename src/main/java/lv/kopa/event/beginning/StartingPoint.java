package lv.kopa.event.beginning;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import lv.kopa.event.EventKind;
import lv.kopa.text.Translated;

/** An example of an event with which an organiser can begin: few, of the sorts that there are most of. */
public enum StartingPoint {
    TRAINING("training", EventKind.TRAINING),
    STUDY_VISIT("study-visit", EventKind.STUDY_VISIT),
    LECTURE("lecture", EventKind.MEETING);

    /** Words in square brackets that are no link of Markdown. */
    private static final Pattern TO_REPLACE = Pattern.compile("\\[[^\\]]+](?!\\()");

    private final String key;
    private final EventKind kind;

    StartingPoint(String key, EventKind kind) {
        this.key = key;
        this.kind = kind;
    }

    static Optional<StartingPoint> of(String key) {
        return Arrays.stream(values()).filter(point -> point.key.equals(key)).findFirst();
    }

    /** Whether a description still has what an example left to be said in other words. */
    public static boolean isLeftIn(Translated description) {
        return description.languages().stream()
                .anyMatch(language ->
                        TO_REPLACE.matcher(description.exactly(language)).find());
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
