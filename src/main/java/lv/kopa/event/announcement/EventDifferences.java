package lv.kopa.event.announcement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import lv.kopa.event.EventDetails;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.organisation.audit.Change;
import lv.kopa.organisation.audit.Changes;

/** What an organiser changed of an event, for the record of deeds. */
final class EventDifferences {
    /** What follows from other things, counts, or is a secret. */
    private static final Set<String> NOT_BY_HAND = Set.of(
            "uid",
            "placesTaken",
            "invitationHash",
            "startsAt",
            "endsAt",
            "announcedAt",
            "announcedStart",
            "sequence",
            "version",
            "createdAt",
            "changedAt",
            "position",
            "withdrawnAt");

    private EventDifferences() {}

    static List<Change> of(EventDetails before, EventDetails after) {
        List<Change> changes = new ArrayList<>(Changes.between(before.event(), after.event(), NOT_BY_HAND));
        changes.addAll(parts(
                "category", before.categories(), after.categories(), kind -> kind.id(), kind -> kind.categoryKey()));
        changes.addAll(parts(
                "session",
                before.sessions(),
                after.sessions(),
                session -> session.id(),
                session -> Long.toString(session.id())));
        Questionnaire asked = before.questionnaire();
        Questionnaire now = after.questionnaire();
        changes.addAll(parts(
                "question",
                asked.questions(),
                now.questions(),
                question -> question.id(),
                question -> question.questionKey()));
        return changes;
    }

    /** What there was and is no more, or is new, is told by its name alone. */
    private static <T extends Record> List<Change> parts(
            String what, List<T> before, List<T> after, ToLongFunction<T> id, Function<T, String> name) {
        List<Change> changes = new ArrayList<>();
        for (T was : before) {
            after.stream()
                    .filter(is -> id.applyAsLong(is) == id.applyAsLong(was))
                    .findFirst()
                    .ifPresentOrElse(
                            is -> changes.addAll(
                                    Changes.between(what + " " + name.apply(was) + " ", was, is, NOT_BY_HAND)),
                            () -> changes.add(new Change(what, name.apply(was), "")));
        }
        after.stream()
                .filter(is -> before.stream().noneMatch(was -> id.applyAsLong(is) == id.applyAsLong(was)))
                .forEach(is -> changes.add(new Change(what, "", name.apply(is))));
        return changes;
    }
}
