package lv.kopa.registration.lists;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.registration.answer.AnswerWords;
import lv.kopa.text.Language;

/**
 * How many people gave which answer to a question, and nobody's name.
 *
 * @param counts by the answer in the reader's words, the choices in their order
 * @param unanswered how many gave none
 */
public record Tally(Question question, Map<String, Integer> counts, int unanswered) {

    /** Whether answers to a question can be counted: what everybody says in words of their own cannot. */
    static boolean isFor(Question question) {
        return switch (question.type()) {
            case YES_NO, CHOICE, CHOICES, COUNTRY -> true;
            case TEXT, LONG_TEXT, NUMBER, DATE, EMAIL, PHONE, FILE, DOCUMENT, PICTURE -> false;
        };
    }

    /** @param given what each person answered who answered anything */
    static Tally of(Question question, Questionnaire asked, Collection<Answers> given, int people, Language reader) {
        AnswerWords words = new AnswerWords(asked, reader);
        Map<String, Integer> counts =
                question.type().hasChoices() ? new LinkedHashMap<>() : new TreeMap<>(reader.alphabet());
        asked.choicesOf(question).forEach(choice -> counts.put(choice.label().in(reader), 0));
        int answered = 0;
        for (Answers answers : given) {
            List<String> values = answers.to(question.questionKey());
            answered += values.isEmpty() ? 0 : 1;
            for (String value : values) {
                counts.merge(words.say(question, value), 1, Integer::sum);
            }
        }
        return new Tally(question, counts, people - answered);
    }
}
