package lv.kopa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The languages that Kopa speaks. */
final class LanguageTest {
    @Test
    void everyLanguageIsOffered() {
        assertThat(Language.spoken()).containsExactlyInAnyOrder(Language.values());
    }

    @ParameterizedTest
    @CsvSource({"uk, UK", "uk-UA, UK", "ru_RU, RU", "ru-LV, RU", "no, NB", "nn-NO, NB", "en-GB, EN", "LV, LV"})
    void aTagMeansALanguageWhateverItsRegion(String tag, Language language) {
        assertThat(Language.of(tag)).contains(language);
    }

    @Test
    void otherTagsMeanNone() {
        assertThat(List.of("de", "", "u", "ukr-", "*", "русский"))
                .allMatch(tag -> Language.of(tag).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "LV, 'Ābele Bērzs Cēsis Čiekurs Dace Ziemeļi Žagare'",
        "NB, 'Bjørn Per Zeta Ærlig Øystein Åse'",
        "UK, 'Гора Ґанок Єва Жук Ірина Їжак Київ Щастя'",
        "RU, 'Анна Егор Ёлка Жанна Йод Эхо Яна'"
    })
    void namesStandInTheOrderOfTheReadersAlphabet(Language reader, String names) {
        List<String> inOrder = List.of(names.split(" "));
        assertThat(inOrder.stream().sorted().toList()).isNotEqualTo(inOrder);
        assertThat(inOrder.stream().sorted(reader.alphabet()).toList()).isEqualTo(inOrder);
    }
}
