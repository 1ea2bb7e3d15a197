package lv.kopa.event.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is asked, whatever depends on what and whatever people answer. */
class QuestionnaireTest {
    private static final Predicate<Question> ALL = question -> true;
    private static final List<String> VALUES = List.of("a", "b", "1", "2", "10", "2031-06-14", "2031-07-01");

    /** `Sheet` says the same in another way: of every type, of several conditions, of kinds of place and of stages. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsAskedNeedsAnAnswerAndCountsIsWhatASecondModelSays(
            @ForAll("sheets") Sheet sheet, @ForAll("kinds") @Nullable String kind) {
        Questionnaire asked = sheet.questionnaire();
        Answers given = sheet.answers(any -> true);

        assertThat(ordered(asked.asked(ALL, kind, given))).isEqualTo(sheet.keys(place -> sheet.asks(place, kind)));
        assertThat(ordered(asked.missing(ALL, kind, given))).isEqualTo(sheet.keys(place -> sheet.misses(place, kind)));
        assertThat(asked.counting(kind, given)).isEqualTo(sheet.answers(place -> sheet.asks(place, kind)));
        for (Stage stage : Stage.values()) {
            assertThat(ordered(asked.asked(question -> question.stage() == stage, kind, given)))
                    .isEqualTo(
                            sheet.keys(place -> sheet.items().get(place).stage() == stage && sheet.asks(place, kind)));
        }
    }

    @Example
    void aDateIsComparedFromItsEarliestToItsLatestBothIncluded() {
        Condition inJune = new Condition("q", List.of(), List.of(), "2031-06-01", "2031-06-30");

        assertThat(List.of("2031-05-31", "2031-06-01", "2031-06-15", "2031-06-30", "2031-07-01").stream()
                        .filter(day -> inJune.isMetBy(List.of(day))))
                .containsExactly("2031-06-01", "2031-06-15", "2031-06-30");
    }

    @Example
    void aNumberIsComparedBySizeFromItsLeastToItsGreatestBothIncluded() {
        Condition some = new Condition("q", List.of(), List.of(), "9", "10.5");

        assertThat(List.of("8.9", "9.0", "10", "10.50", "10.6", "100").stream()
                        .filter(number -> some.isMetBy(List.of(number))))
                .containsExactly("9.0", "10", "10.50");
    }

    @Example
    void ofTwoConditionsOnOneQuestionBothMustHold() {
        Condition grown = new Condition("age", List.of(), List.of(), "18", null);
        Condition byCar = new Condition("way", List.of("car"), List.of(), null, null);
        Questionnaire asked = new Questionnaire(
                List.of(
                        plain(0, "age", QuestionType.NUMBER, List.of()),
                        plain(1, "way", QuestionType.TEXT, List.of()),
                        plain(2, "seats", QuestionType.NUMBER, List.of(grown, byCar))),
                List.of());

        assertThat(keys(asked, given("18", "car"))).contains("seats");
        assertThat(keys(asked, given("17", "car"))).doesNotContain("seats");
        assertThat(keys(asked, given("18", "bus"))).doesNotContain("seats");
        assertThat(keys(asked, given("17", "bus"))).doesNotContain("seats");
    }

    @Example
    void twoConditionsMayBeAboutTheSameAnswer() {
        Condition least = new Condition("age", List.of(), List.of(), "18", null);
        Condition most = new Condition("age", List.of(), List.of("20"), null, "30");
        Questionnaire asked = new Questionnaire(
                List.of(
                        plain(0, "age", QuestionType.NUMBER, List.of()),
                        plain(1, "seats", QuestionType.NUMBER, List.of(least, most))),
                List.of());

        assertThat(List.of("17", "18", "20", "30", "31").stream()
                        .filter(age -> keys(asked, given(age, "car")).contains("seats")))
                .containsExactly("18", "30");
    }

    private static Answers given(String age, String way) {
        return new Answers(Map.of("age", List.of(age), "way", List.of(way)));
    }

    @Property
    void whatCountsIsWhatIsAsked(@ForAll("questionnaires") Questionnaire asked, @ForAll("answers") Answers given) {
        Answers counting = asked.counting(null, given);
        assertThat(keys(asked, given)).containsAll(counting.byQuestion().keySet());
        assertThat(counting.byQuestion())
                .allSatisfy((key, values) -> assertThat(values).isEqualTo(given.to(key)));
    }

    @Property
    void countingAgainChangesNothing(@ForAll("questionnaires") Questionnaire asked, @ForAll("answers") Answers given) {
        Answers counting = asked.counting(null, given);
        assertThat(asked.counting(null, counting)).isEqualTo(counting);
        assertThat(keys(asked, counting)).isEqualTo(keys(asked, given));
    }

    @Property
    void anAnswerThatIsRuledOutChangesNothing(
            @ForAll("questionnaires") Questionnaire asked,
            @ForAll("answers") Answers given,
            @ForAll("values") String other) {
        Set<String> shown = keys(asked, given);
        for (Question question : asked.current()) {
            if (!shown.contains(question.questionKey())) {
                Map<String, List<String>> changed = new HashMap<>(given.byQuestion());
                changed.put(question.questionKey(), List.of(other));
                assertThat(asked.counting(null, new Answers(changed))).isEqualTo(asked.counting(null, given));
            }
        }
    }

    @Property
    void whetherSomethingIsAskedDependsOnNothingAskedAfterIt(
            @ForAll("questionnaires") Questionnaire asked, @ForAll("answers") Answers given) {
        List<Question> current = asked.current();
        for (int i = 0; i < current.size(); i++) {
            Questionnaire shorter = new Questionnaire(current.subList(0, i + 1), List.of());
            String key = current.get(i).questionKey();
            assertThat(keys(shorter, given).contains(key))
                    .isEqualTo(keys(asked, given).contains(key));
        }
    }

    @Property
    void aConditionThatExcludesIsTheContraryOfOneThatRequires(
            @ForAll("values") String answer, @ForAll("values") String wanted) {
        assertThat(new Condition("q", List.of(), List.of(wanted), null, null).isMetBy(List.of(answer)))
                .isNotEqualTo(new Condition("q", List.of(wanted), List.of(), null, null).isMetBy(List.of(answer)));
    }

    @Property
    void noConditionIsMetByNoAnswer(@ForAll("conditions") Condition condition) {
        assertThat(condition.isMetBy(List.of())).isFalse();
    }

    @Provide
    Arbitrary<Sheet> sheets() {
        return Sheet.any();
    }

    /** Of place that somebody has, or none. */
    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of("a", "b").injectNull(0.3);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(VALUES);
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return condition(3);
    }

    @Provide
    Arbitrary<Answers> answers() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 5).map(QuestionnaireTest::key),
                        values().list().ofMaxSize(2))
                .map(Answers::new);
    }

    @Provide
    Arbitrary<Questionnaire> questionnaires() {
        List<Arbitrary<Question>> questions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            questions.add(question(i));
        }
        return Combinators.combine(questions).as(all -> new Questionnaire(all, List.of()));
    }

    private Arbitrary<Question> question(int place) {
        Arbitrary<List<Condition>> conditions = place == 0
                ? Arbitraries.just(List.of())
                : condition(place - 1).list().ofMaxSize(2);
        return Combinators.combine(conditions, Arbitraries.of(true, false))
                .as((shownIf, withdrawn) ->
                        question(place, key(place), QuestionType.TEXT, shownIf, withdrawn && place == 5));
    }

    private static Question plain(int place, String key, QuestionType type, List<Condition> shownIf) {
        return question(place, key, type, shownIf, false);
    }

    private static Question question(
            int place, String key, QuestionType type, List<Condition> shownIf, boolean withdrawn) {
        return new Question(
                place,
                1,
                key,
                place,
                type,
                Translated.of(Language.EN, key),
                Translated.nothing(),
                false,
                false,
                Stage.REGISTRATION,
                List.of(),
                shownIf,
                null,
                withdrawn);
    }

    private Arbitrary<Condition> condition(int last) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, last).map(QuestionnaireTest::key),
                        values().list().ofMaxSize(2),
                        values().list().ofMaxSize(1),
                        values().injectNull(0.7),
                        values().injectNull(0.7))
                .as(Condition::new);
    }

    private static String key(int place) {
        return "q" + place;
    }

    private static Set<String> keys(Questionnaire asked, Answers given) {
        return asked.asked(ALL, null, given).stream().map(Question::questionKey).collect(Collectors.toSet());
    }

    private static List<String> ordered(List<Question> questions) {
        return questions.stream().map(Question::questionKey).toList();
    }
}
