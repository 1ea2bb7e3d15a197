package lv.kopa.feedback;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.web.Form;

/** The form in which an organiser writes a question, with as many choices as are wanted. */
record QuestionForm(Form form, Language reader) {
    private static final String CHOICES = "choices";
    private static final int LONGEST = 500;
    private static final int MOST_CHOICES = 20;
    private static final int FIRST_CHOICES = 3;

    static Form blank() {
        return withBlanks(Form.empty().with("kind", Kind.RATING), FIRST_CHOICES);
    }

    static Form of(QuestionPlan plan) {
        Form form = Form.empty().with("kind", plan.kind()).with("label", plan.label());
        if (plan.required()) {
            form.with("required", "true");
        }
        for (int i = 0; i < plan.choices().size(); i++) {
            form.with(row(i) + ".label", plan.choices().get(i)).with(row(i) + ".there", "1");
        }
        return withBlanks(form, plan.choices().isEmpty() ? FIRST_CHOICES : 0);
    }

    private static Form withBlanks(Form form, int number) {
        for (int i = 0; i < number; i++) {
            form.with(row(i) + ".there", "1");
        }
        return form;
    }

    private static String row(int number) {
        return CHOICES + "." + number;
    }

    /** Does what an "add" or "remove" button asks for; false where none was pressed. */
    boolean isRearranged() {
        boolean added = form.filled("add").isPresent();
        Optional<String> removed = form.filled("remove").filter(row -> row.matches("choices\\.\\d{1,3}"));
        if (added && form.rows(CHOICES).size() < MOST_CHOICES) {
            form.with(row(form.nextRow(CHOICES)) + ".there", "1");
        }
        removed.ifPresent(row -> form.without(row + "."));
        return added || removed.isPresent();
    }

    /** What was typed; what is wrong with it is said in the form. */
    QuestionPlan read() {
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> form.chose("kind", one.name()))
                .findFirst()
                .orElse(Kind.TEXT);
        Translated label = form.translated("label");
        check("label", label);
        List<Translated> offered = kind.hasChoices() ? choices() : List.of();
        if (kind.hasChoices() && offered.size() < 2) {
            form.reject(CHOICES, "feedback.choices.missing");
        }
        return new QuestionPlan(kind, label, form.chose("required", "true"), offered);
    }

    private List<Translated> choices() {
        return form.rows(CHOICES).stream()
                .filter(row -> !form.translated(row(row) + ".label").isEmpty())
                .map(row -> {
                    Translated label = form.translated(row(row) + ".label");
                    check(row(row) + ".label", label);
                    return label;
                })
                .limit(MOST_CHOICES)
                .toList();
    }

    private void check(String field, Translated typed) {
        if (typed.isEmpty()) {
            form.reject(field + "." + reader.tag(), "web.required");
        }
        typed.languages().stream()
                .filter(language -> typed.exactly(language).length() > LONGEST)
                .forEach(language -> form.reject(field + "." + language.tag(), "web.too-long", LONGEST));
    }
}
