package lv.kopa.event.question;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * What is asked and what somebody fills in, as one would explain it over a table: a second model, in values of Java, that
 * knows nothing of how Kopa keeps either.
 *
 * @param given what was filled in, question by question, be it asked or not
 */
public record Sheet(List<Item> items, List<List<Object>> given) {
    private static final List<QuestionType> TYPES = List.of(
            QuestionType.TEXT,
            QuestionType.NUMBER,
            QuestionType.DATE,
            QuestionType.YES_NO,
            QuestionType.CHOICE,
            QuestionType.CHOICES);

    /**
     * One question.
     *
     * @param kinds of place that it is asked for; none for all
     */
    public record Item(
            QuestionType type,
            Stage stage,
            List<String> kinds,
            boolean required,
            boolean withdrawn,
            List<Rule> rules) {}

    /**
     * What must hold of another answer.
     *
     * @param about the place of the other question
     */
    public record Rule(
            int about,
            List<Object> is,
            List<Object> isNot,
            @Nullable Object least,
            @Nullable Object most) {

        private boolean holds(List<Object> answer) {
            boolean one = is.isEmpty();
            for (Object value : answer) {
                one |= is.stream().anyMatch(wanted -> alike(wanted, value));
                if (isNot.stream().anyMatch(unwanted -> alike(unwanted, value)) || !isWithin(value)) {
                    return false;
                }
            }
            return one && !answer.isEmpty();
        }

        private boolean isWithin(Object value) {
            if (value instanceof LocalDate day) {
                return !(least instanceof LocalDate first && day.isBefore(first))
                        && !(most instanceof LocalDate last && day.isAfter(last));
            }
            return !(value instanceof Double number)
                    || !(least instanceof Double floor && number < floor)
                            && !(most instanceof Double ceiling && number > ceiling);
        }

        private static boolean alike(Object one, Object other) {
            return one instanceof String word ? word.equalsIgnoreCase((String) other) : one.equals(other);
        }
    }

    public static String key(int place) {
        return "q" + place;
    }

    /** Whether a question is asked of somebody who has such a kind of place. */
    public boolean asks(int place, @Nullable String kind) {
        Item item = items.get(place);
        return !item.withdrawn()
                && (item.kinds().isEmpty() || item.kinds().contains(Objects.requireNonNullElse(kind, "none")))
                && item.rules().stream()
                        .allMatch(rule -> asks(rule.about(), kind) && rule.holds(given.get(rule.about())));
    }

    /** Whether it is asked, needs an answer and has none. */
    public boolean misses(int place, @Nullable String kind) {
        return asks(place, kind)
                && items.get(place).required()
                && given.get(place).isEmpty();
    }

    /** The keys of some of the questions, in their order. */
    public List<String> keys(IntPredicate some) {
        return IntStream.range(0, items.size())
                .filter(some)
                .mapToObj(Sheet::key)
                .toList();
    }

    /** What was filled in for some of the questions, as Kopa keeps it. */
    public Answers answers(IntPredicate some) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        IntStream.range(0, items.size())
                .filter(some)
                .forEach(place -> kept.put(
                        key(place), given.get(place).stream().map(Sheet::kept).toList()));
        return new Answers(kept);
    }

    private static String kept(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** The same to Kopa; the number ten of a condition is written 10.0. */
    public Questionnaire questionnaire() {
        List<Question> questions =
                IntStream.range(0, items.size()).mapToObj(this::question).toList();
        List<Choice> choices = IntStream.range(0, items.size())
                .filter(place -> items.get(place).type().hasChoices())
                .boxed()
                .flatMap(place -> values(items.get(place).type()).stream().map(value -> choice(place, value)))
                .toList();
        return new Questionnaire(questions, choices);
    }

    private static Choice choice(long question, Object key) {
        return new Choice(0, question, key.toString(), 0, Translated.nothing(), null, 0, false);
    }

    private Question question(int place) {
        Item item = items.get(place);
        List<Condition> conditions = item.rules().stream()
                .map(rule -> new Condition(
                        key(rule.about()),
                        rule.is().stream().map(Object::toString).toList(),
                        rule.isNot().stream().map(Object::toString).toList(),
                        rule.least() == null ? null : rule.least().toString(),
                        rule.most() == null ? null : rule.most().toString()))
                .toList();
        return new Question(
                place,
                1,
                key(place),
                place,
                item.type(),
                Translated.of(Language.EN, key(place)),
                Translated.nothing(),
                item.required(),
                false,
                item.stage(),
                item.kinds(),
                conditions,
                null,
                item.withdrawn());
    }

    /** Any sheet, filled in anyhow. */
    public static Arbitrary<Sheet> any() {
        return Arbitraries.of(TYPES)
                .list()
                .ofMinSize(2)
                .ofMaxSize(6)
                .flatMap(types ->
                        Combinators.combine(items(types), answers(types)).as(Sheet::new));
    }

    private static Arbitrary<List<Item>> items(List<QuestionType> types) {
        return Combinators.combine(IntStream.range(0, types.size())
                        .mapToObj(place -> item(types, place))
                        .toList())
                .as(items -> items);
    }

    private static Arbitrary<List<List<Object>>> answers(List<QuestionType> types) {
        return Combinators.combine(types.stream().map(Sheet::answer).toList()).as(answers -> answers);
    }

    private static Arbitrary<List<Object>> answer(QuestionType type) {
        return Arbitraries.of(values(type)).list().uniqueElements().ofMaxSize(type == QuestionType.CHOICES ? 3 : 1);
    }

    private static Arbitrary<Item> item(List<QuestionType> types, int place) {
        Arbitrary<List<Rule>> rules = place == 0
                ? Arbitraries.just(List.of())
                : Arbitraries.integers()
                        .between(0, place - 1)
                        .flatMap(about -> rule(about, types.get(about)))
                        .list()
                        .ofMaxSize(2);
        Arbitrary<Boolean> seldom = Arbitraries.integers().between(0, 9).map(number -> number == 9);
        return Combinators.combine(
                        Arbitraries.of(Stage.values()),
                        Arbitraries.of("a", "b").list().uniqueElements().ofMaxSize(1),
                        Arbitraries.of(true, false),
                        seldom,
                        rules)
                .as((stage, kinds, required, withdrawn, all) ->
                        new Item(types.get(place), stage, kinds, required, withdrawn, all));
    }

    private static Arbitrary<Rule> rule(int about, QuestionType type) {
        Arbitrary<Object> value = Arbitraries.of(values(type));
        Arbitrary<Object> bound = value.injectNull(type.isOrdered() ? 0.5 : 1);
        return Combinators.combine(value.list().ofMaxSize(2), value.list().ofMaxSize(1), bound, bound)
                .as((is, isNot, least, most) -> new Rule(about, is, isNot, least, most));
    }

    private static List<Object> values(QuestionType type) {
        return switch (type) {
            case NUMBER -> List.of(-3.0, 1.0, 2.0, 10.0, 10.5);
            case DATE ->
                List.of(
                        LocalDate.of(2030, 12, 31),
                        LocalDate.of(2031, 6, 14),
                        LocalDate.of(2031, 6, 15),
                        LocalDate.of(2031, 7, 1));
            case YES_NO -> List.of(true, false);
            case CHOICE, CHOICES -> List.of("bus", "car", "bike");
            default -> List.of("tea", "Tea", "coffee");
        };
    }
}
