package lv.kopa.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.text.Language;
import lv.kopa.text.PlainText;
import lv.kopa.text.Sentence;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form, kept as typed, and what is wrong with it or to be looked at, field by field. */
public final class Form {
    /** The button that shows a page in another language, with all that was typed, and does nothing else. */
    public static final String TRANSLATE = "translate";

    private static final String TOLD = "told";
    private static final String SUBMISSION = "submission";

    private final Map<String, List<String>> values;
    private final Map<String, List<Upload>> uploads = new LinkedHashMap<>();
    private final Map<String, Sentence> errors = new LinkedHashMap<>();
    private final Map<String, Sentence> notes = new LinkedHashMap<>();

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Form empty() {
        return new Form(new LinkedHashMap<>());
    }

    static Form of(Map<String, List<String>> values) {
        return new Form(values);
    }

    /** The text of a field, stripped, line ends as LF and control characters gone; "" where there is none. */
    public String get(String field) {
        return all(field).stream().findFirst().orElse("");
    }

    /** Every value of a field that may be chosen several times. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .map(PlainText::clean)
                .toList();
    }

    /** Every id in a field that may be chosen several times; -1, which nothing has, for what is none. */
    public List<Long> ids(String field) {
        return all(field).stream()
                .map(typed -> typed.matches("\\d{1,18}") ? Long.valueOf(typed) : Long.valueOf(-1))
                .toList();
    }

    /** The text of a field, or nothing where it is blank. */
    public Optional<String> filled(String field) {
        return Optional.of(get(field)).filter(text -> !text.isBlank());
    }

    /** The fields that were sent or filled, in their order. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }

    public boolean chose(String field, String value) {
        return all(field).contains(value);
    }

    /** The numbers of repeated groups of fields, `sessions.0.place`, `sessions.1.place` …, in order. */
    public List<Integer> rows(String group) {
        Pattern row = Pattern.compile(Pattern.quote(group) + "\\.(\\d{1,3})\\..+");
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String field : values.keySet()) {
            Matcher match = row.matcher(field);
            if (match.matches()) {
                numbers.add(Integer.valueOf(match.group(1)));
            }
        }
        return List.copyOf(numbers);
    }

    /** The number of the next row of a group. */
    public int nextRow(String group) {
        return rows(group).stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
    }

    /** Fills a field before the form is first shown. */
    public Form with(String field, @Nullable Object value) {
        if (value != null) {
            values.computeIfAbsent(field, f -> new ArrayList<>()).add(value.toString());
        }
        return this;
    }

    /** The version of the thing that the form was filled from; -1 where it does not say, which is no version. */
    public int version() {
        return filled("version")
                .filter(typed -> typed.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(-1);
    }

    /** Names the form, so that the same one sent twice is known; one that does not say which it is counts as a new one. */
    public String submission() {
        return filled(SUBMISSION).map(Token::new).orElseGet(Token::random).hash();
    }

    /** An empty form that can be told from every other one. */
    public static Form named() {
        return empty().with(SUBMISSION, Token.random().secret());
    }

    /** A text in several languages: `title.en`, `title.lv` … */
    public Translated translated(String field) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, get(field + "." + language.tag()));
        }
        return Translated.of(texts);
    }

    /** Whether something is written, or wrong, in one of these fields (`title,description`) in a language. */
    public boolean isTouched(String fields, Language language) {
        return Arrays.stream(fields.split(","))
                .map(field -> field + "." + language.tag())
                .anyMatch(field -> filled(field).isPresent() || error(field).isPresent());
    }

    /** Fills the fields of a text in several languages. */
    public Form with(String field, Translated text) {
        text.languages().forEach(language -> with(field + "." + language.tag(), text.exactly(language)));
        return this;
    }

    /** The file that was chosen for a field. */
    public Optional<Upload> upload(String field) {
        return uploads(field).stream().findFirst();
    }

    /** The files that were chosen for a field that takes several. */
    public List<Upload> uploads(String field) {
        return uploads.getOrDefault(field, List.of());
    }

    Form with(String field, Upload upload) {
        uploads.computeIfAbsent(field, f -> new ArrayList<>()).add(upload);
        return this;
    }

    /** Puts another value in the place of what was typed. */
    public Form replace(String field, Object value) {
        values.put(field, new ArrayList<>(List.of(value.toString())));
        return this;
    }

    /** The fields whose names begin so, with all their values. */
    public Map<String, List<String>> beginning(String prefix) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        values.keySet().stream()
                .filter(field -> field.startsWith(prefix))
                .forEach(field -> found.put(field, all(field)));
        return found;
    }

    /** Takes a repeated group's row out of the form. */
    public Form without(String prefix) {
        values.keySet().removeIf(field -> field.startsWith(prefix));
        return this;
    }

    /** Whether it only goes along into another language. */
    public boolean isToTranslate() {
        return has(TRANSLATE);
    }

    /**
     * Whether somebody is to be told something before what they ask for is done. Once is enough: whoever sends the form
     * again means it. In another language they are told again.
     */
    public boolean tells(String what) {
        boolean news = !chose(TOLD, what);
        if (news) {
            with(TOLD, what);
        }
        return news || isToTranslate();
    }

    /** Says what is wrong with a field; the first word counts. */
    public Form reject(String field, String key, Object... arguments) {
        return reject(field, Sentence.of(key, arguments));
    }

    public Form reject(String field, Sentence sentence) {
        errors.putIfAbsent(field, sentence);
        return this;
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** What is wrong, in the order it was found; the page shows it in its own. */
    public Map<String, Sentence> errors() {
        return errors;
    }

    public Optional<Sentence> error(String field) {
        return Optional.ofNullable(errors.get(field));
    }

    /** Says what is to be looked at in a field, though nothing is wrong with it. */
    public Form note(String field, String key, Object... arguments) {
        notes.putIfAbsent(field, Sentence.of(key, arguments));
        return this;
    }

    /** What is to be looked at, in the order it was found; the page shows it in its own. */
    public Map<String, Sentence> notes() {
        return notes;
    }

    public Optional<Sentence> note(String field) {
        return Optional.ofNullable(notes.get(field));
    }

    /** Whether somebody has to see it once more before it does anything. */
    public boolean isToBeSeenAgain() {
        return hasErrors() || !notes.isEmpty();
    }
}
