package lv.kopa.event.edit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.event.EventDetails;
import lv.kopa.event.question.Choice;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.QuestionType;
import lv.kopa.event.question.Trait;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an organiser writes a question.
 *
 * @param key of the question that is changed; null for a new one
 */
public record QuestionPage(
        Shell shell, EventDetails event, @Nullable String key, Form form) {

    public String title() {
        return shell.text(key == null ? "workspace.question.new" : "workspace.question.edit");
    }

    public String back() {
        return "/organiser/events/" + event.event().slug() + "/questions";
    }

    /** Where the form is sent. */
    public String action() {
        return back() + (key == null ? "" : "/" + key);
    }

    public Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        Arrays.stream(QuestionType.values()).forEach(type -> types.put(type.name(), shell.text(type.textKey())));
        return types;
    }

    /** What the answers may tell a report; first, nothing. */
    public Map<String, String> traits() {
        Map<String, String> traits = new LinkedHashMap<>();
        traits.put("", shell.text("workspace.question.counts-as.nothing"));
        Arrays.stream(Trait.values()).forEach(trait -> traits.put(trait.name(), shell.text(trait.textKey())));
        return traits;
    }

    public List<Integer> rows(String group) {
        return form.rows(group);
    }

    /** Where the page goes on once a row is added. */
    public String added(String group) {
        return action() + "#" + group + "-" + form.nextRow(group);
    }

    public String removed(String group) {
        return action() + "#" + group;
    }

    /** Those it may depend on: what is asked before it. */
    public List<Question> earlier() {
        return event.questionnaire().current().stream()
                .takeWhile(question -> !question.questionKey().equals(key))
                .toList();
    }

    /** What an answer to an earlier question may have to be, by its name in the form. */
    public Map<String, String> answers(Question question) {
        Map<String, String> answers = new LinkedHashMap<>();
        String name = question.questionKey();
        if (question.type().isYesNo()) {
            answers.put(name + "|is|true", shell.text("workspace.condition.is", shell.text("web.yes")));
            answers.put(name + "|is|false", shell.text("workspace.condition.is", shell.text("web.no")));
        } else if (question.type().hasChoices()) {
            for (Choice choice : event.questionnaire().choicesOf(question)) {
                String label = shell.text(choice.label());
                answers.put(name + "|is|" + choice.choiceKey(), shell.text("workspace.condition.is", label));
                answers.put(name + "|not|" + choice.choiceKey(), shell.text("workspace.condition.not", label));
            }
        } else if (question.type().isOrdered()) {
            answers.put(name + "|least|", shell.text("workspace.condition.least"));
            answers.put(name + "|most|", shell.text("workspace.condition.most"));
        } else if (!question.type().isFile()) {
            answers.put(name + "|is|", shell.text("workspace.condition.is", "…"));
            answers.put(name + "|not|", shell.text("workspace.condition.not", "…"));
        }
        answers.put(name + "|any|", shell.text("workspace.condition.any"));
        return answers;
    }
}
