package lv.kopa.event.question;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what is asked of the people of events. */
@Singleton
public class Questionnaires {
    private final QuestionRepository questions;
    private final ChoiceRepository choices;

    Questionnaires(QuestionRepository questions, ChoiceRepository choices) {
        this.questions = questions;
        this.choices = choices;
    }

    /** What is asked of the people of these events, by the event's id. */
    public Map<Long, Questionnaire> of(Collection<Long> events) {
        List<Question> asked = questions.ofEvents(events);
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> eventOf = asked.stream().collect(Collectors.toMap(Question::id, Question::eventId));
        Map<Long, List<Choice>> offered = choices.ofQuestions(eventOf.keySet()).stream()
                .collect(Collectors.groupingBy(choice -> eventOf.get(choice.questionId())));
        return asked.stream().collect(Collectors.groupingBy(Question::eventId)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Questionnaire(entry.getValue(), offered.getOrDefault(entry.getKey(), List.of()))));
    }
}
