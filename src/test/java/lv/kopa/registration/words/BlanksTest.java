package lv.kopa.registration.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BlanksTest {
    private static final Set<Blank> KNOWN = Occasion.CONFIRMED.blanks();

    @Test
    void aBlankIsFilledAndNothingInItsValueIsOne() {
        assertThat(Blanks.fill(
                        "Hello {name}, {name}! {event}$1", Map.of(Blank.NAME, "{event} \\$0", Blank.EVENT, "Visit")))
                .isEqualTo("Hello {event} \\$0, {event} \\$0! Visit$1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{vārds}", "{navn}", "{ім'я}", "{ім’я}", "{имя}", "{ Name }", "{NAME}"})
    void aBlankMayBeWrittenInAnyLanguage(String typed) {
        assertThat(Blanks.kept(typed)).isEqualTo("{name}");
        assertThat(Blanks.fault(typed, KNOWN)).isEmpty();
    }

    @Test
    void aKeptTextIsShownInTheWritersWords() {
        assertThat(Blanks.shown("{name}: {when}", Language.LV)).isEqualTo("{vārds}: {kad}");
    }

    @Test
    void noWordMeansTwoThings() {
        Map<String, Blank> meanings = new HashMap<>();
        for (Blank blank : Blank.values()) {
            Arrays.stream(Language.values())
                    .map(blank::in)
                    .forEach(word -> assertThat(Optional.ofNullable(meanings.put(word, blank)))
                            .as(word)
                            .matches(before -> before.isEmpty() || before.get() == blank));
        }
    }

    @Test
    void whatIsNoBlankIsFaultyAndStaysAsTyped() {
        assertThat(Blanks.fault("Hello {nmae}!", KNOWN)).contains(Sentence.of("words.fault.unknown", "{nmae}"));
        assertThat(Blanks.fault("{turn}", KNOWN)).contains(Sentence.of("words.fault.unknown", "{turn}"));
        assertThat(Blanks.fault("{}", KNOWN)).contains(Sentence.of("words.fault.unknown", "{}"));
        assertThat(Blanks.fill("{nmae} {", Map.of())).isEqualTo("{nmae} {");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello {name", "Hello {name\n}", "Hello {{name}"})
    void aBraceThatIsNotClosedIsFaulty(String typed) {
        assertThat(Blanks.fault(typed, KNOWN).orElseThrow().key()).isEqualTo("words.fault.unclosed");
    }

    @Test
    void whatIsNeededIsMissed() {
        assertThat(Blanks.missing("{termiņš}", EnumSet.of(Blank.DEADLINE))).isEmpty();
        assertThat(Blanks.missing("soon", EnumSet.of(Blank.DEADLINE))).contains(Blank.DEADLINE);
    }

    @ParameterizedTest
    @EnumSource
    void everyOccasionHasBuiltInWordsThatPassTheCheck(Occasion occasion) {
        for (Language language : Language.values()) {
            Words words = occasion.builtIn(language);
            assertThat(Blanks.fault(words.subject() + words.headline() + words.text(), occasion.blanks()))
                    .isEmpty();
            assertThat(Blanks.missing(words.text(), occasion.needed())).isEmpty();
            assertThat(words.text()).contains("{name}");
        }
    }
}
