package lv.kopa.event.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that is asked of the people of an event.
 *
 * @param questions in their order, the withdrawn too
 * @param choices of all of them, in their order, the withdrawn too
 */
public record Questionnaire(List<Question> questions, List<Choice> choices) {
    private static final Questionnaire EMPTY = new Questionnaire(List.of(), List.of());

    public static Questionnaire empty() {
        return EMPTY;
    }

    /** What others may answer for somebody. */
    public Questionnaire withoutSensitive() {
        return new Questionnaire(
                questions.stream().filter(question -> !question.sensitive()).toList(), choices);
    }

    /** What organisers may answer for somebody whom they register: all that they know, which need not be everything. */
    public Questionnaire volunteered() {
        return new Questionnaire(
                withoutSensitive().withoutFiles().questions().stream()
                        .map(Question::volunteered)
                        .toList(),
                choices);
    }

    /** What only few may see the answers to, the withdrawn too, since there may be answers. */
    public List<Question> sensitive() {
        return questions.stream().filter(Question::sensitive).toList();
    }

    /** What can be answered before anybody is registered: no file is taken from a stranger. */
    public Questionnaire withoutFiles() {
        return new Questionnaire(
                questions.stream().filter(question -> !question.type().isFile()).toList(), choices);
    }

    /** What is asked of somebody at some time, if the answers call for it. */
    public List<Question> current() {
        return questions.stream().filter(question -> !question.withdrawn()).toList();
    }

    /** Whether there is anything that people have to answer. */
    public boolean needsAnswers() {
        return current().stream().anyMatch(Question::required);
    }

    /**
     * The part of the answers that counts: to what is asked of somebody of this category. An answer to a question that
     * another answer rules out is none, so it cannot call for further questions.
     */
    public Answers counting(@Nullable String category, Answers given) {
        Map<String, List<String>> counted = new LinkedHashMap<>();
        for (Question question : current()) {
            if (isAsked(question, category, new Answers(counted))) {
                counted.put(question.questionKey(), given.to(question.questionKey()));
            }
        }
        return new Answers(counted);
    }

    /** Whether it is asked of somebody of this category, by its key, who gave these answers to what is asked before. */
    public boolean isAsked(Question question, @Nullable String category, Answers before) {
        return question.isFor(category) && question.isMetBy(before);
    }

    /** What, of some questions, is asked of somebody of this category who gave these answers. */
    public List<Question> asked(Predicate<Question> some, @Nullable String category, Answers given) {
        Answers counting = counting(category, given);
        return current().stream()
                .filter(question -> some.test(question) && isAsked(question, category, counting))
                .toList();
    }

    /** Whether something may be asked of somebody of this category, by its key, once they have a place. */
    public boolean asksLater(@Nullable String category) {
        return current().stream()
                .anyMatch(question ->
                        (!question.isAskedAtOnce() || question.type().isFile()) && question.isFor(category));
    }

    /** The same of what nobody else may answer for them, or not when they register them. */
    public boolean asksInPerson(@Nullable String category) {
        return asksLater(category)
                || current().stream().anyMatch(question -> question.sensitive() && question.isFor(category));
    }

    /** Whether something may be asked of somebody of this category, by its key, at any time. */
    public boolean asksAnything(@Nullable String category) {
        return current().stream().anyMatch(question -> question.isFor(category));
    }

    /** What, of some questions, is asked of somebody of this category, needs an answer, and has none. */
    public List<Question> missing(Predicate<Question> some, @Nullable String category, Answers given) {
        return asked(some, category, given).stream()
                .filter(question ->
                        question.required() && given.to(question.questionKey()).isEmpty())
                .toList();
    }

    public Optional<Question> question(String key) {
        return current().stream()
                .filter(question -> question.questionKey().equals(key))
                .findFirst();
    }

    /** What can be chosen, the withdrawn not among it. */
    public List<Choice> choicesOf(Question question) {
        return choices.stream()
                .filter(choice -> choice.questionId() == question.id() && !choice.withdrawn())
                .toList();
    }

    public Optional<Choice> choice(Question question, String key) {
        return choices.stream()
                .filter(choice -> choice.questionId() == question.id()
                        && choice.choiceKey().equals(key))
                .findFirst();
    }

    /** The choices that were made, by id, as far as places are counted: not those that only few may know of. */
    public List<Long> chosen(Answers answers) {
        List<Long> chosen = new ArrayList<>();
        for (Question question : current()) {
            if (question.type().hasChoices() && !question.sensitive()) {
                answers.to(question.questionKey())
                        .forEach(key -> choice(question, key).map(Choice::id).ifPresent(chosen::add));
            }
        }
        return chosen;
    }

    /** The questions of which one of these choices, by id, has no places left. */
    public List<Question> full(Collection<Long> chosen) {
        return questions.stream()
                .filter(question -> choices.stream()
                        .anyMatch(choice -> choice.questionId() == question.id()
                                && choice.isFull()
                                && chosen.contains(choice.id())))
                .toList();
    }

    public boolean isFull(Collection<Long> chosen) {
        return choices.stream().anyMatch(choice -> choice.isFull() && chosen.contains(choice.id()));
    }
}
