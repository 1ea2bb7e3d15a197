package lv.kopa.registration.wish;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Choice;
import lv.kopa.event.question.GivenFile;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.QuestionType;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.mail.EmailAddress;
import lv.kopa.text.Faults;
import lv.kopa.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Makes sense of what somebody answered to the questions of an event. */
public final class AnswerReader {
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 5_000;
    private static final String NUMBER = "-?\\d{1,12}([.,]\\d{1,6})?";
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;
    private static final Set<String> YES = Set.of("true", "yes");
    private static final Set<String> NO = Set.of("false", "no");
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    private final Questionnaire questionnaire;
    private final Faults faults;

    public AnswerReader(Questionnaire questionnaire, Faults faults) {
        this.questionnaire = questionnaire;
        this.faults = faults;
    }

    /**
     * The answers that count, among those which are given to what can be answered now and those given before; what is wrong with them
     * is added to the faults, under `answers.key`. What another answer rules out is left out, whatever it is.
     *
     * @param open what can be answered now
     * @param category the key of the kind of place somebody wants or has
     * @param typed by the key of the question: text, number, boolean, or a list of these
     */
    public Answers read(Predicate<Question> open, @Nullable String category, Map<String, ?> typed, Answers before) {
        typed.keySet().stream()
                .filter(key -> questionnaire.question(key).filter(open).isEmpty())
                .forEach(key -> faults.add(Question.field(key), "registration.fault.answer.unknown"));
        Map<String, List<String>> read = new LinkedHashMap<>();
        for (Question question : questionnaire.current()) {
            if (questionnaire.isAsked(question, category, new Answers(read))) {
                String key = question.questionKey();
                read.put(key, open.test(question) ? required(question, texts(typed.get(key))) : before.to(key));
            }
        }
        return new Answers(read);
    }

    private List<String> required(Question question, List<String> typed) {
        List<String> read = read(question, typed);
        if (read.isEmpty() && question.required()) {
            faults.add(
                    question.field(),
                    question.type().hasChoices() ? "registration.fault.answer.choose" : "registration.fault.answer");
        }
        return read;
    }

    private static List<String> texts(@Nullable Object typed) {
        Stream<?> values = typed instanceof Collection<?> several ? several.stream() : Stream.ofNullable(typed);
        return values.filter(Objects::nonNull)
                .map(value -> PlainText.clean(value.toString()))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> read(Question question, List<String> typed) {
        if (typed.size() > 1 && question.type() != QuestionType.CHOICES) {
            faults.add(question.field(), "registration.fault.answer.one");
            return List.of();
        }
        List<String> read =
                typed.stream().flatMap(value -> value(question, value).stream()).toList();
        return read.size() == typed.size() ? read : List.of();
    }

    private Optional<String> value(Question question, String typed) {
        String field = question.field();
        return switch (question.type()) {
            case TEXT -> text(field, PlainText.line(typed), LONGEST_LINE);
            case LONG_TEXT -> text(field, typed, LONGEST_TEXT);
            case NUMBER -> sensible(field, "number", number(typed));
            case DATE -> sensible(field, "date", date(typed));
            case YES_NO -> sensible(field, "yes-no", yesOrNo(typed.toLowerCase(Locale.ROOT)));
            case CHOICE, CHOICES ->
                sensible(
                        field,
                        "choice",
                        questionnaire
                                .choice(question, typed)
                                .filter(choice -> !choice.withdrawn())
                                .map(Choice::choiceKey));
            case EMAIL -> sensible(field, "email", EmailAddress.parse(typed).map(EmailAddress::value));
            case PHONE -> sensible(field, "phone", PhoneNumber.international(typed));
            case COUNTRY ->
                sensible(
                        field,
                        "country",
                        Optional.of(typed.toUpperCase(Locale.ROOT)).filter(COUNTRIES::contains));
            case FILE, DOCUMENT, PICTURE ->
                sensible(field, "file", Optional.of(typed).filter(GivenFile::isOne));
        };
    }

    private Optional<String> text(String field, String typed, int most) {
        if (typed.length() > most) {
            faults.add(field, "web.too-long", most);
            return Optional.empty();
        }
        return Optional.of(typed);
    }

    private Optional<String> sensible(String field, String kind, Optional<String> read) {
        if (read.isEmpty()) {
            faults.add(field, "registration.fault.answer." + kind);
        }
        return read;
    }

    private static Optional<String> number(String typed) {
        String spaceless = typed.replaceAll("[\\s\u00a0\u202f]", "");
        return spaceless.matches(NUMBER)
                ? Optional.of(new BigDecimal(spaceless.replace(',', '.')).toPlainString())
                : Optional.empty();
    }

    private static Optional<String> date(String typed) {
        try {
            LocalDate date = LocalDate.parse(typed);
            return date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR
                    ? Optional.empty()
                    : Optional.of(date.toString());
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<String> yesOrNo(String typed) {
        if (YES.contains(typed)) {
            return Optional.of("true");
        }
        return NO.contains(typed) ? Optional.of("false") : Optional.empty();
    }
}
