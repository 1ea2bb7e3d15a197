package lv.kopa.feedback;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.event.EventDetails;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an organiser writes a question.
 *
 * @param id of the question that is changed; null for a new one
 */
public record FeedbackQuestionPage(
        Shell shell, EventDetails event, @Nullable Long id, Form form) {

    public String title() {
        return shell.text(id == null ? "workspace.question.new" : "workspace.question.edit");
    }

    public String back() {
        return "/organiser/events/" + event.event().slug() + "/feedback";
    }

    public String action() {
        return back() + "/questions" + (id == null ? "" : "/" + id);
    }

    public Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(Kind.values()).forEach(kind -> kinds.put(kind.name(), shell.text(kind.textKey())));
        return kinds;
    }

    public List<Integer> rows() {
        return form.rows("choices");
    }

    /** Where the page goes on once a row is added. */
    public String added() {
        return action() + "#choices-" + form.nextRow("choices");
    }
}
