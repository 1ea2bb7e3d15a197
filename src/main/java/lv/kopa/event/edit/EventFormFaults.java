package lv.kopa.event.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;

/** Brings what is wrong with a plan, named as in JSON, to the fields of the form: `sessions[0].end` to `sessions.0.end`. */
final class EventFormFaults {
    private static final Pattern ROW = Pattern.compile("(sessions|categories)\\[(\\d+)]\\.(\\w+)");
    private static final Set<String> TRANSLATED = Set.of("title", "description", "provided", "name", "text", "learnt");
    private static final Set<String> NAMED = Set.of("title", "name", "start", "end", "text");
    private static final Set<String> WITHOUT_FIELD = Set.of("organisation", "id");

    /** They are asked on a page of their own. */
    private static final String QUESTIONS = "questions";

    private final Form form;
    private final Language reader;

    EventFormFaults(Form form, Language reader) {
        this.form = form;
        this.reader = reader;
    }

    void tell(InvalidInput refused) {
        for (Map.Entry<String, Sentence> fault : refused.faults().entrySet()) {
            form.reject(field(fault.getKey()), plainer(fault.getKey(), fault.getValue()));
        }
    }

    /** Says what is missing, where the summary would only say that something is. */
    private static Sentence plainer(String named, Sentence sentence) {
        String last = named.substring(named.lastIndexOf('.') + 1);
        return sentence.key().equals("web.required") && NAMED.contains(last)
                ? Sentence.of("workspace.fault." + last)
                : sentence;
    }

    private String field(String named) {
        Matcher row = ROW.matcher(named);
        if (!row.matches()) {
            return named.startsWith(QUESTIONS) ? "" : shown("", named);
        }
        List<Integer> rows = new EventFormReader(form).rows(row.group(1));
        int position = Integer.parseInt(row.group(2));
        return position < rows.size()
                ? shown(row.group(1) + "." + rows.get(position) + ".", row.group(3))
                : row.group(1);
    }

    /** A category's key comes from its name, so that is where its faults are mended. */
    private String shown(String prefix, String field) {
        String mended = field.equals("key") ? "name" : field;
        if (TRANSLATED.contains(mended)) {
            return prefix + mended + "." + language(prefix + mended).tag();
        }
        return WITHOUT_FIELD.contains(mended) ? "" : prefix + mended;
    }

    /** The language that is probably meant: the longest text, else the reader's. */
    private Language language(String field) {
        return Stream.of(Language.values())
                .filter(language -> form.filled(field + "." + language.tag()).isPresent())
                .max(Comparator.comparingInt(
                        language -> form.get(field + "." + language.tag()).length()))
                .orElse(reader);
    }
}
