package lv.kopa.event.edit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;
import lv.kopa.web.Form;

/** Brings what is wrong with a question, named as in the JSON of its event, to the fields of its form. */
final class QuestionFaults {
    private static final Pattern CHOICE = Pattern.compile("choices\\[(\\d+)]\\.(\\w+)");
    private static final Pattern CONDITION = Pattern.compile("shownIf\\[\\d+]\\..+");

    private final Form form;
    private final Language reader;
    private final String prefix;

    /** @param place of the question among those of the event */
    QuestionFaults(Form form, Language reader, int place) {
        this.form = form;
        this.reader = reader;
        this.prefix = "questions[" + place + "].";
    }

    void tell(InvalidInput refused) {
        refused.faults().forEach((named, sentence) -> {
            if (named.startsWith(prefix)) {
                form.reject(field(named.substring(prefix.length())), sentence);
            } else {
                form.reject("", "workspace.question.depends");
            }
        });
    }

    private String field(String named) {
        Matcher choice = CHOICE.matcher(named);
        if (choice.matches()) {
            List<Integer> rows = new QuestionForm(form).choiceRows();
            int position = Integer.parseInt(choice.group(1));
            return position < rows.size() ? "choices." + rows.get(position) + "." + shown(choice.group(2)) : "choices";
        }
        return CONDITION.matcher(named).matches() ? "conditions" : shown(named);
    }

    /** A key comes from the label, so that is where its faults are mended. */
    private String shown(String field) {
        return switch (field) {
            case "label", "help" -> field + "." + reader.tag();
            case "key" -> "label." + reader.tag();
            case "stage" -> "later";
            default -> field;
        };
    }
}
