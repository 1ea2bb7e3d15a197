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

    /** Whether there is a place with all of this as soon as somebody gives theirs up, and with it all that is freed. */
    public boolean isThereWithout(Claim freed, EventDetails details) {
        Event event = details.event();
        return isLeft(event.places(), event.placesTaken(), true)
                && details.categoryOf(category).stream()
                        .allMatch(kind -> isLeft(
                                kind.places(),
                                kind.placesTaken(),
                                Long.valueOf(kind.id()).equals(freed.category())))
                && details.planned().stream()
                        .filter(session -> sessions.contains(session.id()))
                        .allMatch(session ->
                                isLeft(session.places(), session.placesTaken(), freed.sessions.contains(session.id())))
                && details.questionnaire().choices().stream()
                        .filter(choice -> choices.contains(choice.id()) && !choice.withdrawn())
                        .allMatch(choice ->
                                isLeft(choice.places(), choice.placesTaken(), freed.choices.contains(choice.id())));
    }

    private static boolean isLeft(@Nullable Integer places, int taken, boolean freed) {
        return places == null || taken - (freed ? 1 : 0) < places;
    }

    /** Whether it is of the event, and perhaps a category, alone. */
    public boolean isPlain() {
        return sessions.isEmpty() && choices.isEmpty();
    }
}
