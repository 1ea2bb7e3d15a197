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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is asked, whatever depends on what and whatever people answer. */
class QuestionnaireTest {
    private static final Predicate<Question> ALL = question -> true;
    private static final List<String> VALUES = List.of("a", "b", "1", "2", "10", "2031-06-14", "2031-07-01");

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
                .as((shownIf, withdrawn) -> new Question(
                        place,
                        1,
                        key(place),
                        place,
                        QuestionType.TEXT,
                        Translated.of(Language.EN, key(place)),
                        Translated.nothing(),
                        false,
                        false,
                        Stage.REGISTRATION,
                        List.of(),
                        shownIf,
                        null,
                        withdrawn && place == 5));
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
}
