package lv.kopa.registration.own;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventState;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Question;
import lv.kopa.registration.Registration;
import org.jspecify.annotations.Nullable;

/**
 * What a person may answer at a moment. What is asked of those who have a place has a deadline of its own; answers given
 * with the registration are changed until the deadline for changes. What somebody with a place was not asked then, as
 * another person registered them, or was to give afterwards, as a file, may be answered until the later of the two.
 */
record Answerable(Registration registration, EventDetails event, Answers given, Instant now) {

    /** Whether anything may be answered. */
    boolean isOpen() {
        return isLive()
                && (isAhead(event.event().changesEnd()) || (registration.isConfirmed() && isAhead(answersEnd())));
    }

    boolean isOpen(Question question) {
        return isLive() && isAsked(registration, question) && isAhead(end(question));
    }

    private boolean isLive() {
        return registration.status().isLive() && event.event().state() == EventState.PUBLISHED;
    }

    /** Whether a question is asked of a person as they stand, whenever. */
    static boolean isAsked(Registration registration, Question question) {
        return registration.isConfirmed() || question.isAskedAtOnce();
    }

    private boolean isAhead(@Nullable Instant end) {
        return end == null || now.isBefore(end);
    }

    /** Until when a question may be answered; null while nobody knows. */
    private @Nullable Instant end(Question question) {
        Event terms = event.event();
        if (!registration.isConfirmed() || (question.isAskedAtOnce() && isAnswered(question))) {
            return terms.changesEnd();
        }
        return question.isAskedAtOnce() ? later(terms.changesEnd(), answersEnd()) : answersEnd();
    }

    private boolean isAnswered(Question question) {
        return !given.to(question.questionKey()).isEmpty();
    }

    private @Nullable Instant answersEnd() {
        return registration.answersEnd(event.event());
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other == null || one.isAfter(other) ? one : other;
    }

    /** What is asked, as the answers stand, and may be answered. */
    List<Question> asked() {
        return event.questionnaire().asked(this::isOpen, category(), given);
    }

    /** What needs an answer, has none, and may be answered. */
    List<Question> missing() {
        return event.questionnaire().missing(this::isOpen, category(), given);
    }

    /** Whether something that needs an answer has none, and it is too late for all of that. */
    boolean isTooLate() {
        return !Answering.missing(registration, event, given).isEmpty()
                && missing().isEmpty();
    }

    /** Until when the first of some questions have to be answered. */
    Optional<Instant> until(List<Question> questions) {
        return questions.stream()
                .flatMap(question -> Stream.ofNullable(end(question)))
                .min(Comparator.naturalOrder());
    }

    /** The same of what has no answer yet, or where all has one, of what may be changed. */
    Optional<Instant> until() {
        List<Question> asked = asked();
        List<Question> unanswered =
                asked.stream().filter(question -> !isAnswered(question)).toList();
        return until(unanswered.isEmpty() ? asked : unanswered);
    }

    private @Nullable String category() {
        return event.categoryKey(registration.categoryId());
    }
}
