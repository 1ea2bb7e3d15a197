package lv.kopa.event.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.announcement.EventPlan.ChoicePlan;
import lv.kopa.event.announcement.EventPlan.ConditionPlan;
import lv.kopa.event.announcement.EventPlan.QuestionPlan;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.QuestionType;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.text.Slug;
import lv.kopa.web.Form;
import org.jspecify.annotations.Nullable;

/** The fields in which an organiser writes a question. Rows in which nothing was typed do not count. */
final class QuestionForm {
    private final Form form;
    private final TypedValues values;

    QuestionForm(Form form) {
        this.form = form;
        this.values = new TypedValues(form);
    }

    static Form blank(int version) {
        return Form.empty().with("version", version).with("type", QuestionType.TEXT);
    }

    /** @param asked what the event asks, on which the question may depend */
    static Form of(QuestionPlan plan, int version, Questionnaire asked) {
        Form form = Form.empty()
                .with("version", version)
                .with("type", plan.type())
                .with("required", plan.required())
                .with("sensitive", plan.sensitive())
                .with("countsAs", plan.countsAs())
                .with("later", "CONFIRMED".equals(plan.stage()));
        fill(form, "label", plan.label());
        fill(form, "help", plan.help());
        orNone(plan.categories()).forEach(category -> form.with("categories", category));
        for (ChoicePlan choice : orNone(plan.choices())) {
            String row = "choices." + form.nextRow("choices");
            form.with(row + ".key", choice.key()).with(row + ".places", choice.places());
            fill(form, row + ".label", choice.label());
        }
        orNone(plan.shownIf()).stream()
                .flatMap(condition -> rows(condition, asked))
                .forEach(condition -> {
                    String row = "conditions." + form.nextRow("conditions");
                    form.with(row + ".answer", condition.name()).with(row + ".value", condition.value());
                });
        return form;
    }

    private static void fill(Form form, String field, @Nullable Map<String, @Nullable String> texts) {
        if (texts != null) {
            texts.forEach((tag, text) -> form.with(field + "." + tag, text));
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return Objects.requireNonNullElse(values, List.of());
    }

    /** A row that asks one thing of one answer. */
    private record Row(String name, @Nullable String value) {}

    private static Stream<Row> rows(ConditionPlan plan, Questionnaire asked) {
        String question = plan.question() + "|";
        List<Row> rows = new ArrayList<>();
        orNone(plan.is()).forEach(value -> rows.add(row(question + "is|", value, isOffered(plan, asked))));
        orNone(plan.isNot()).forEach(value -> rows.add(row(question + "not|", value, isOffered(plan, asked))));
        if (plan.atLeast() != null) {
            rows.add(row(question + "least|", plan.atLeast(), false));
        }
        if (plan.atMost() != null) {
            rows.add(row(question + "most|", plan.atMost(), false));
        }
        return rows.isEmpty() ? Stream.of(new Row(question + "any|", null)) : rows.stream();
    }

    private static Row row(String name, String value, boolean offered) {
        return offered ? new Row(name + value, null) : new Row(name, value);
    }

    /** Whether the values it looks for are chosen from what the form offers, and not typed. */
    private static boolean isOffered(ConditionPlan plan, Questionnaire asked) {
        return asked.question(String.valueOf(plan.question()))
                .map(Question::type)
                .filter(type -> type.hasChoices() || type.isYesNo())
                .isPresent();
    }

    /** The question that was typed, under the key that it has, or one that is free. */
    QuestionPlan read(@Nullable String key, List<QuestionPlan> others) {
        return new QuestionPlan(
                key == null ? Slug.key(form.translated("label"), "question", keysOf(others)) : key,
                form.get("type"),
                values.texts("label"),
                values.texts("help"),
                form.chose("required", "true"),
                form.chose("sensitive", "true"),
                form.chose("later", "true") ? "CONFIRMED" : "REGISTRATION",
                form.all("categories"),
                conditions(),
                form.filled("countsAs").orElse(null),
                choices());
    }

    private static Set<String> keysOf(List<QuestionPlan> plans) {
        return plans.stream().map(plan -> String.valueOf(plan.key())).collect(Collectors.toCollection(HashSet::new));
    }

    /** The numbers of the choices that count; none where the question is no choice. */
    List<Integer> choiceRows() {
        boolean chooses = Stream.of(QuestionType.values())
                .filter(QuestionType::hasChoices)
                .anyMatch(type -> form.chose("type", type.name()));
        return form.rows("choices").stream()
                .filter(row -> chooses
                        && (!form.translated("choices." + row + ".label").isEmpty()
                                || form.filled("choices." + row + ".places").isPresent()))
                .toList();
    }

    private List<ChoicePlan> choices() {
        Set<String> keys = new HashSet<>();
        List<Integer> rows = choiceRows();
        rows.forEach(row -> form.filled("choices." + row + ".key").ifPresent(keys::add));
        return rows.stream()
                .map(row -> "choices." + row + ".")
                .map(prefix -> new ChoicePlan(
                        form.filled(prefix + "key")
                                .orElseGet(() -> Slug.key(form.translated(prefix + "label"), "choice", keys)),
                        values.texts(prefix + "label"),
                        values.number(prefix + "places")))
                .toList();
    }

    /** One condition for each other question: of several answers it may have, one is enough. */
    private List<ConditionPlan> conditions() {
        Map<String, ConditionPlan> byQuestion = new LinkedHashMap<>();
        for (int row : form.rows("conditions")) {
            String[] asked = form.get("conditions." + row + ".answer").split("\\|", 3);
            if (asked.length == 3) {
                String value = asked[2].isEmpty() ? form.get("conditions." + row + ".value") : asked[2];
                if (value.isEmpty() && !asked[1].equals("any")) {
                    form.reject("conditions." + row + ".value", "workspace.condition.value");
                }
                byQuestion.merge(asked[0], condition(asked[0], asked[1], value), QuestionForm::together);
            }
        }
        return List.copyOf(byQuestion.values());
    }

    private static ConditionPlan condition(String question, String what, String value) {
        return new ConditionPlan(
                question,
                what.equals("is") ? List.of(value) : List.of(),
                what.equals("not") ? List.of(value) : List.of(),
                what.equals("least") ? value : null,
                what.equals("most") ? value : null);
    }

    private static ConditionPlan together(ConditionPlan one, ConditionPlan other) {
        return new ConditionPlan(
                one.question(),
                Stream.concat(orNone(one.is()).stream(), orNone(other.is()).stream())
                        .toList(),
                Stream.concat(orNone(one.isNot()).stream(), orNone(other.isNot()).stream())
                        .toList(),
                one.atLeast() == null ? other.atLeast() : one.atLeast(),
                one.atMost() == null ? other.atMost() : one.atMost());
    }
}
