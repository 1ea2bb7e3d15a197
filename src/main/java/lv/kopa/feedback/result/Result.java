package lv.kopa.feedback.result;

import java.util.List;
import java.util.Map;
import lv.kopa.feedback.Asked;
import lv.kopa.feedback.Question;
import lv.kopa.feedback.result.ResultRepository.Said;

/**
 * What people said of an event.
 *
 * @param sheets how many answered
 * @param counts how often what was answered, by the id of the question
 * @param answered how many answered a question, by its id
 * @param texts what they wrote, by the id of the question
 */
record Result(
        Asked asked,
        long sheets,
        Map<Long, Map<String, Long>> counts,
        Map<Long, Long> answered,
        Map<Long, List<Said>> texts) {

    boolean isSeen() {
        return asked.terms().mayBeSeen(sheets);
    }

    long count(Question question, String value) {
        return counts.getOrDefault(question.id(), Map.of()).getOrDefault(value, 0L);
    }

    long answered(Question question) {
        return answered.getOrDefault(question.id(), 0L);
    }

    /** The average of the ratings; 0 where there are none. */
    double average(Question question) {
        Map<String, Long> ratings = counts.getOrDefault(question.id(), Map.of());
        long number = ratings.values().stream().mapToLong(Long::longValue).sum();
        long sum = ratings.entrySet().stream()
                .mapToLong(rating -> Long.parseLong(rating.getKey()) * rating.getValue())
                .sum();
        return number == 0 ? 0 : (double) sum / number;
    }
}
