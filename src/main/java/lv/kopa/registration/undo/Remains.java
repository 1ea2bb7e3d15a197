package lv.kopa.registration.undo;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import lv.kopa.event.Claim;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;

/**
 * What somebody can still have of what they gave up together with a place.
 *
 * @param claim the place, with what has not gone on to others
 * @param awaited sessions that have, and that can be waited for
 * @param lost sessions that have, and that cannot
 * @param choices what was chosen in answer to questions and is taken by now, by id
 */
record Remains(Claim claim, List<Session> awaited, List<Session> lost, List<Long> choices) {

    static Remains of(EventDetails event, Claim whole, Instant now) {
        List<Session> full = event.sessions().stream()
                .filter(session -> session.isFull() && whole.sessions().contains(session.id()))
                .toList();
        List<Session> awaited = full.stream()
                .filter(session -> event.event().waitingList()
                        && event.chosen().contains(session)
                        && now.isBefore(session.startsAt()))
                .toList();
        List<Long> choices = whole.choices().stream()
                .filter(choice -> event.questionnaire().isFull(List.of(choice)))
                .toList();
        return new Remains(
                new Claim(
                        whole.category(),
                        whole.sessions().stream()
                                .filter(id -> full.stream().noneMatch(session -> session.id() == id))
                                .toList(),
                        whole.choices().stream()
                                .filter(id -> !choices.contains(id))
                                .toList()),
                awaited,
                full.stream().filter(session -> !awaited.contains(session)).toList(),
                choices);
    }

    /** The sessions that have gone on to others, by id. */
    List<Long> passedOn() {
        return Stream.concat(awaited.stream(), lost.stream()).map(Session::id).toList();
    }

    /** What has gone on, each by a name that a form can carry. */
    List<String> gone() {
        return Stream.concat(
                        passedOn().stream().map(session -> "session-" + session),
                        choices.stream().map(choice -> "choice-" + choice))
                .toList();
    }
}
