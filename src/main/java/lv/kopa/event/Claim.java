package lv.kopa.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who has a place in an event takes up besides.
 *
 * @param category null where the event has no categories
 * @param sessions the chosen sessions, by id
 * @param choices what was chosen in answer to questions, by id
 */
public record Claim(@Nullable Long category, List<Long> sessions, List<Long> choices) {
    /** The same in another category. */
    public Claim in(@Nullable Long other) {
        return new Claim(other, sessions, choices);
    }

    /** Whether it is of the event, and perhaps a category, alone. */
    public boolean isPlain() {
        return sessions.isEmpty() && choices.isEmpty();
    }
}
