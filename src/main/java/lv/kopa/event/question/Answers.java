package lv.kopa.event.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody answered, by the key of the question, as it is kept: a text or number as one value, a date as ISO 8601
 * writes it, yes or no as `true` or `false`, a choice as its key, several as several, a country as its two letters. A
 * question without an answer is not in it.
 */
public record Answers(Map<String, List<String>> byQuestion) {
    private static final Answers NONE = new Answers(Map.of());

    public Answers {
        byQuestion = new LinkedHashMap<>(byQuestion);
        byQuestion.values().removeIf(List::isEmpty);
    }

    public static Answers none() {
        return NONE;
    }

    /** The values of the answer to a question; none where there is no answer. */
    public List<String> to(String question) {
        return byQuestion.getOrDefault(question, List.of());
    }

    public boolean isEmpty() {
        return byQuestion.isEmpty();
    }

    /** Without what was answered, which may be personal, for logs. */
    @Override
    public String toString() {
        return "Answers" + byQuestion.keySet();
    }
}
