package lv.kopa.feedback.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.feedback.Asked;
import lv.kopa.feedback.Choice;
import lv.kopa.feedback.Kind;
import lv.kopa.feedback.Question;
import lv.kopa.web.Form;

/** Reads what somebody answered, each answer as it is kept; what is wrong is said in the form. */
record GivenAnswers(Map<Long, List<String>> byQuestion) {
    static final int LONGEST = 4_000;

    static GivenAnswers read(Asked asked, Form form) {
        Map<Long, List<String>> given = new LinkedHashMap<>();
        for (Asked.Item item : asked.items()) {
            Question question = item.question();
            List<String> values = form.all(question.field()).stream()
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .toList();
            check(item, values, form);
            if (!values.isEmpty()) {
                given.put(question.id(), values);
            }
        }
        if (given.isEmpty() && !form.hasErrors()) {
            form.reject("", "feedback.form.nothing");
        }
        return new GivenAnswers(given);
    }

    private static void check(Asked.Item item, List<String> values, Form form) {
        Question question = item.question();
        if (values.isEmpty() && question.required()) {
            form.reject(question.field(), "web.required");
        }
        if (values.size() > 1 && question.kind() != Kind.CHOICES) {
            form.reject(question.field(), "web.invalid.value");
        }
        for (String value : values) {
            if (value.length() > LONGEST) {
                form.reject(question.field(), "web.too-long", LONGEST);
            } else if (!isKnown(item, value)) {
                form.reject(question.field(), "web.invalid.value");
            }
        }
    }

    private static boolean isKnown(Asked.Item item, String value) {
        return switch (item.question().kind()) {
            case RATING -> value.matches("[1-" + Kind.BEST + "]");
            case YES_NO -> value.matches("true|false");
            case CHOICE, CHOICES -> item.choices().stream().map(Choice::value).anyMatch(value::equals);
            case TEXT -> true;
        };
    }

    /** Without what was answered, for logs. */
    @Override
    public String toString() {
        return "GivenAnswers" + byQuestion.keySet();
    }
}
