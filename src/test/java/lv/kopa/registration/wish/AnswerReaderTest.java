package lv.kopa.registration.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Sheet;
import lv.kopa.event.question.Stage;
import lv.kopa.text.Faults;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever people answer, to whatever is asked, held beside a second model of it. */
class AnswerReaderTest {
    private static final List<String> NONSENSE = List.of("?", "??");

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsHiddenIsNeitherRequiredNorKeptWhateverIsTypedThere(
            @ForAll("sheets") Sheet sheet, @ForAll("kinds") @Nullable String kind) {
        Map<String, List<String>> typed =
                typed(sheet, place -> !sheet.items().get(place).withdrawn());
        sheet.keys(place -> !sheet.items().get(place).withdrawn() && !sheet.asks(place, kind))
                .forEach(hidden -> typed.put(hidden, NONSENSE));
        Faults faults = new Faults();

        Answers read = new AnswerReader(sheet.questionnaire(), faults).read(any -> true, kind, typed, Answers.none());

        assertThat(read).isEqualTo(sheet.answers(place -> sheet.asks(place, kind)));
        assertThat(faults.found().keySet())
                .containsExactlyElementsOf(fields(sheet.keys(place -> sheet.misses(place, kind))));
        assertThat(sheet.questionnaire().missing(any -> true, kind, read))
                .extracting(Question::field)
                .containsExactlyElementsOf(faults.found().keySet());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsAskedAtAnotherTimeStaysAsItWasAnsweredAndIsNotRequiredNow(
            @ForAll("sheets") Sheet sheet, @ForAll("kinds") @Nullable String kind, @ForAll Stage now) {
        IntPredicate open = place -> sheet.items().get(place).stage() == now
                && !sheet.items().get(place).withdrawn();
        Faults faults = new Faults();

        Answers read = new AnswerReader(sheet.questionnaire(), faults)
                .read(question -> question.stage() == now, kind, typed(sheet, open), sheet.answers(open.negate()));

        assertThat(read).isEqualTo(sheet.answers(place -> sheet.asks(place, kind)));
        assertThat(faults.found().keySet())
                .containsExactlyElementsOf(fields(sheet.keys(place -> open.test(place) && sheet.misses(place, kind))));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatMakesNoSenseWhereItIsAskedIsSaidAndNotKept(
            @ForAll("sheets") Sheet sheet, @ForAll("kinds") @Nullable String kind) {
        int last = IntStream.range(0, sheet.items().size())
                .filter(place -> sheet.asks(place, kind))
                .reduce(-1, (one, other) -> other);
        if (last < 0) {
            return;
        }
        Map<String, List<String>> typed =
                typed(sheet, place -> !sheet.items().get(place).withdrawn());
        typed.put(Sheet.key(last), NONSENSE);
        Faults faults = new Faults();

        Answers read = new AnswerReader(sheet.questionnaire(), faults).read(any -> true, kind, typed, Answers.none());

        assertThat(read).isEqualTo(sheet.answers(place -> place != last && sheet.asks(place, kind)));
        assertThat(faults.has(Question.field(Sheet.key(last)))).isTrue();
    }

    @Provide
    Arbitrary<Sheet> sheets() {
        return Sheet.any();
    }

    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of("a", "b").injectNull(0.3);
    }

    private static Map<String, List<String>> typed(Sheet sheet, IntPredicate some) {
        return new HashMap<>(sheet.answers(some).byQuestion());
    }

    private static List<String> fields(List<String> keys) {
        return keys.stream().map(Question::field).toList();
    }
}
