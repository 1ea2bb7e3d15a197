package lv.kopa.event.beginning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
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

    /** What a text still has that an example left to be said in other words, as it stands there. */
    public static List<String> leftIn(Translated text) {
        return text.languages().stream()
                .flatMap(language -> TO_REPLACE.matcher(text.exactly(language)).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
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
