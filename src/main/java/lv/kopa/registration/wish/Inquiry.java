package lv.kopa.registration.wish;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Choice;
import lv.kopa.event.question.Condition;
import lv.kopa.event.question.GivenFile;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.text.Faults;
import lv.kopa.web.Field;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * The questions of an event in a form. A page holds all that may be asked, and shows what is; a script shows and hides
 * the rest as answers change. Without it the page comes back with what the answers bring up.
 *
 * @param open what can be answered on the page
 * @param category the key of the kind of place that somebody has; null where it is chosen in the same form
 * @param before what was answered to what is not on the page
 * @param registered whether the page is a registered person's own, where files are asked for too
 * @param prefix of the names of its fields, where several people are asked; then nothing sensitive is
 */
public record Inquiry(
        EventView view,
        Form form,
        Predicate<Question> open,
        @Nullable String category,
        Answers before,
        boolean registered,
        String prefix) {
    /** Where a page says which questions it showed. */
    static final String SHOWN = "asked";

    /** The questions of the registered person whose page it is. */
    public Inquiry(EventView view, Form form, Predicate<Question> open, @Nullable String category, Answers before) {
        this(view, form, open, category, before, true, "");
    }

    /** The questions of somebody who registers. */
    public static Inquiry atRegistration(EventView view, Form form) {
        return new Inquiry(view, form, Question::isAskedAtOnce, null, Answers.none(), false, "");
    }

    /** The questions about one of several people whom somebody else registers. */
    public static Inquiry fromContact(EventView view, Form form, String prefix) {
        return new Inquiry(view, form, Question::isAskedAtOnce, null, Answers.none(), false, prefix);
    }

    public Shell shell() {
        return view.shell();
    }

    /** The name of a question's field. */
    public String name(Question question) {
        return prefix + question.field();
    }

    /** The name of the field with the kind of place. */
    public String kindField() {
        return prefix + "category";
    }

    /** The name of the field that says which questions were shown. */
    public String shownField() {
        return prefix + SHOWN;
    }

    /** The id of the whole in the page. */
    public String id() {
        return Field.id(prefix + "questions");
    }

    private Questionnaire questionnaire() {
        Questionnaire whole = view.details().questionnaire();
        Questionnaire asked = prefix.isEmpty() ? whole : whole.withoutSensitive();
        return registered ? asked : asked.withoutFiles();
    }

    private @Nullable String kind() {
        return category == null ? form.filled(kindField()).orElse(null) : category;
    }

    /** All that may be asked on the page, whatever is answered on it. */
    public List<Question> questions() {
        Answers elsewhere = questionnaire().counting(kind(), before);
        return questionnaire().current().stream()
                .filter(open)
                .filter(question -> category == null || question.isFor(category))
                .filter(question -> question.shownIf().stream()
                        .allMatch(condition ->
                                isOnPage(condition) || condition.isMetBy(elsewhere.to(condition.question()))))
                .toList();
    }

    /** What is to be so for a question to be asked, as far as it can change on the page. */
    public List<Condition> conditions(Question question) {
        return question.shownIf().stream().filter(this::isOnPage).toList();
    }

    private boolean isOnPage(Condition condition) {
        return questionnaire().question(condition.question()).filter(open).isPresent();
    }

    /** What was typed, as far as it makes sense. */
    private Answers typed() {
        return new AnswerReader(questionnaire(), new Faults()).read(open, kind(), answers(), before);
    }

    /** The keys of what is asked as things stand in the form. */
    public Set<String> shown() {
        return questionnaire().asked(open, kind(), typed()).stream()
                .map(Question::questionKey)
                .collect(Collectors.toSet());
    }

    /** What was typed to questions that are still asked, as programs would send it. */
    public Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        questions().stream()
                .filter(question -> form.has(name(question)))
                .forEach(question -> answers.put(question.questionKey(), form.all(name(question))));
        return answers;
    }

    /**
     * Says of what the answers have brought up since the page was made that it is asked too. What may stay empty is only
     * to be looked at.
     */
    public void tellOfUnseen() {
        Set<String> unseen = new LinkedHashSet<>(shown());
        form.all(shownField()).forEach(unseen::remove);
        for (Question question : questions()) {
            if (!unseen.contains(question.questionKey())) {
                continue;
            }
            if (question.required()) {
                form.reject(
                        name(question),
                        prefix.isEmpty() ? "registration.fault.answer.new" : "registration.fault.answer.new.theirs");
            } else {
                form.note(
                        name(question),
                        prefix.isEmpty() ? "registration.note.answer.new" : "registration.note.answer.new.theirs");
            }
        }
    }

    /** Whether something was answered that nobody asks any longer. */
    public boolean isAnsweredInVain() {
        return form.all(shownField()).stream()
                .filter(key -> questionnaire().question(key).filter(open).isEmpty())
                .anyMatch(key -> form.filled(prefix + Question.field(key)).isPresent());
    }

    /** Whether a file is asked for that is to be given afterwards. */
    public boolean asksForFilesLater() {
        return !registered
                && prefix.isEmpty()
                && view.details().questionnaire().current().stream()
                        .anyMatch(question -> question.type().isFile() && open.test(question));
    }

    /** Whether a file can be given on the page. */
    public boolean takesFiles() {
        return questions().stream().anyMatch(question -> question.type().isFile());
    }

    /** The file that was given already, and is not to be given again. */
    public Optional<GivenFile> given(Question question) {
        return GivenFile.of(form.get(name(question)));
    }

    public List<Choice> choices(Question question) {
        return questionnaire().choicesOf(question);
    }

    public boolean hasHint(Question question) {
        return question.sensitive() || !question.help().isEmpty();
    }

    /** The name of the field that a condition looks at. */
    public String field(Condition condition) {
        return prefix + Question.field(condition.question());
    }

    /** Values as an attribute holds them, a line each. */
    public @Nullable String lines(List<String> values) {
        return values.isEmpty() ? null : String.join("\n", values);
    }

    public @Nullable String kinds(Question question) {
        return question.categories().isEmpty() || category != null ? null : String.join(" ", question.categories());
    }

    /** Countries by the names the reader knows. */
    public Map<String, String> countries() {
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(Locale.getISOCountries())
                .forEach(code -> names.put(code, shell().language().country(code)));
        Map<String, String> countries = new LinkedHashMap<>();
        countries.put("", shell().text("registration.form.choose"));
        countries.putAll(shell().inOrder(names));
        return countries;
    }
}
