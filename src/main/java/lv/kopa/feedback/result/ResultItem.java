package lv.kopa.feedback.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.kopa.feedback.Asked;
import lv.kopa.feedback.Kind;
import lv.kopa.feedback.Question;
import lv.kopa.feedback.result.ResultRepository.Said;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/**
 * What people said of an event, as programs see it.
 *
 * @param sheets how many answered
 * @param anonymous whether no answer is kept with a name
 * @param shown whether it is told what they said; of few sheets without names somebody could guess whose they are
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ResultItem(long sheets, boolean anonymous, boolean shown, List<QuestionItem> questions) {

    static ResultItem of(Result result) {
        return new ResultItem(
                result.sheets(),
                result.asked().terms().anonymous(),
                result.isSeen(),
                result.asked().items().stream()
                        .map(item -> QuestionItem.of(item, result))
                        .toList());
    }

    /**
     * A question, and what people said.
     *
     * @param answered how many answered it
     * @param average of the ratings; null where there are none
     * @param answers how often each answer was given that could be chosen; none for those in words
     * @param texts what people wrote, the first 2,000 of all questions
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record QuestionItem(
            long id,
            Kind kind,
            Translated label,
            boolean required,
            long answered,
            @Nullable Double average,
            List<AnswerItem> answers,
            List<TextItem> texts) {

        private static QuestionItem of(Asked.Item item, Result result) {
            Question question = item.question();
            boolean rated = question.kind() == Kind.RATING && result.answered(question) > 0;
            return new QuestionItem(
                    question.id(),
                    question.kind(),
                    question.label(),
                    question.required(),
                    result.answered(question),
                    rated ? Double.valueOf(result.average(question)) : null,
                    result.isSeen() ? answers(item, result) : List.of(),
                    result.texts().getOrDefault(question.id(), List.of()).stream()
                            .map(TextItem::of)
                            .toList());
        }

        private static List<AnswerItem> answers(Asked.Item item, Result result) {
            Question question = item.question();
            Stream<AnswerItem> answers =
                    switch (question.kind()) {
                        case RATING ->
                            IntStream.rangeClosed(1, Kind.BEST)
                                    .mapToObj(Integer::toString)
                                    .map(rating -> new AnswerItem(rating, null, result.count(question, rating)));
                        case YES_NO ->
                            Stream.of("true", "false")
                                    .map(said -> new AnswerItem(said, null, result.count(question, said)));
                        case CHOICE, CHOICES ->
                            item.choices().stream()
                                    .map(choice -> new AnswerItem(
                                            choice.value(), choice.label(), result.count(question, choice.value())));
                        case TEXT -> Stream.of();
                    };
            return answers.toList();
        }
    }

    /**
     * An answer that could be chosen.
     *
     * @param value a rating, {@code true} or {@code false}, or the id of a choice
     * @param label what a choice is called; null for others
     * @param count how often it was given
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AnswerItem(String value, @Nullable Translated label, long count) {}

    /**
     * What somebody wrote.
     *
     * @param name whose it is; null where that is not kept
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TextItem(String text, @Nullable String name) {
        private static TextItem of(Said said) {
            return new TextItem(said.given(), said.name());
        }
    }
}
