package lv.kopa.registration.waiting;

import java.util.List;
import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.event.Session;

/**
 * Where somebody stands in line, and what is in their way.
 *
 * @param turns one for each kind of place that they would take, the one they wish for most first
 * @param offered how many places of the event are offered to others at the moment
 * @param fullSessions chosen sessions that have no place left
 * @param choiceGone whether something they chose in answer to a question has no place left
 */
public record Line(List<Turn> turns, int offered, List<Session> fullSessions, boolean choiceGone) {
    /**
     * A turn.
     *
     * @param category the kind of place; none where the event has none
     * @param number from 1
     */
    public record Turn(Optional<Category> category, int number) {
        public int before() {
            return number - 1;
        }
    }

    /** That for what they wish for most. */
    public Turn first() {
        return turns.get(0);
    }

    /** Whether they would take a kind of place besides the one they wish for most. */
    public boolean takes(Category other) {
        return turns.stream()
                .skip(1)
                .flatMap(turn -> turn.category().stream())
                .anyMatch(category -> category.id() == other.id());
    }
}
