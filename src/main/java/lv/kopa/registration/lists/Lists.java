package lv.kopa.registration.lists;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.event.EventDetails;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Question;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.answer.AnswerBook.Disclosure;
import lv.kopa.registration.lists.ListRepository.Coming;
import lv.kopa.text.Language;

/** Makes lists of who comes to an event, each for one purpose and with no more in it than that needs. */
@Singleton
public class Lists {
    private final ListRepository repository;
    private final AnswerBook answers;

    Lists(ListRepository repository, AnswerBook answers) {
        this.repository = repository;
        this.answers = answers;
    }

    /** Who has a place, by name. */
    List<Coming> coming(EventDetails event) {
        return repository.coming(event.event().id());
    }

    /** How they answered what everybody in the team may know. */
    List<Tally> open(EventDetails event, List<Coming> people, Language reader) {
        List<Question> questions = counted(event, false);
        if (questions.isEmpty()) {
            return List.of();
        }
        Set<Long> ids = ids(people);
        List<Answers> given = answers.openOf(event.event().id(), event.questionnaire()).entrySet().stream()
                .filter(person -> ids.contains(person.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return tallies(event, questions, given, people.size(), reader);
    }

    /** The same of what few may see; that it was counted is recorded. */
    List<Tally> sensitive(EventDetails event, List<Coming> people, Language reader, String actor) {
        List<Question> questions = counted(event, true);
        List<Answers> given =
                answers.count(new Disclosure(event.event().id(), event.questionnaire(), questions, ids(people)), actor);
        return tallies(event, questions, given, people.size(), reader);
    }

    /** Whether there is anything of which few may know more than how many. */
    static boolean hasSensitive(EventDetails event) {
        return !counted(event, true).isEmpty();
    }

    private static List<Question> counted(EventDetails event, boolean sensitive) {
        return event.questionnaire().current().stream()
                .filter(question -> question.sensitive() == sensitive && Tally.isFor(question))
                .toList();
    }

    private static List<Tally> tallies(
            EventDetails event, List<Question> questions, Collection<Answers> given, int people, Language reader) {
        return questions.stream()
                .map(question -> Tally.of(question, event.questionnaire(), given, people, reader))
                .toList();
    }

    private static Set<Long> ids(List<Coming> people) {
        return people.stream().map(Coming::id).collect(Collectors.toSet());
    }
}
