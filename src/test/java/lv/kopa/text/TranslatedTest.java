package lv.kopa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which language a reader gets what organisers have written in some. */
final class TranslatedTest {
    @ParameterizedTest
    @CsvSource({
        "UK, EN LV NB UK RU, UK",
        "UK, EN LV NB RU, EN",
        "UK, LV NB RU, LV",
        "UK, NB RU, NB",
        "UK, RU, RU",
        "RU, EN LV NB UK, EN",
        "RU, LV UK, LV",
        "RU, UK, UK",
        "EN, LV NB UK RU, LV",
        "EN, UK RU, UK",
        "LV, EN NB RU, EN",
        "LV, NB RU, NB",
        "NB, LV UK, LV",
        "NB, UK RU, UK"
    })
    void aReaderGetsTheirOwnLanguageElseTheFirstOfTheOrder(Language reader, String written, Language gets) {
        Translated text =
                in(Arrays.stream(written.split(" ")).map(Language::valueOf).toList());
        assertThat(text.languageFor(reader)).contains(gets);
        assertThat(text.in(reader)).isEqualTo(gets.ownName());
    }

    @Test
    void whatIsWrittenInAnyLanguageIsReadInEvery() {
        for (Language written : Language.values()) {
            for (Language reader : Language.values()) {
                assertThat(in(List.of(written)).languageFor(reader)).contains(written);
            }
        }
    }

    @Test
    void theFormNamesTheLanguagesInTheirOrder() {
        for (Language reader : Language.values()) {
            assertThat(Texts.in(reader).get("web.languages.hint").toLowerCase(reader.locale()))
                    .as(reader.name())
                    .containsSubsequence(order(reader));
        }
    }

    private static List<String> order(Language reader) {
        return List.of(Language.EN, Language.LV, Language.NB, Language.UK, Language.RU).stream()
                .map(language -> stem(language.nameIn(reader).toLowerCase(reader.locale())))
                .toList();
    }

    /** Without the ending, which has a case. */
    private static String stem(String name) {
        return name.substring(0, name.length() - 2);
    }

    private static Translated in(List<Language> languages) {
        Map<Language, String> texts =
                languages.stream().collect(Collectors.toMap(Function.identity(), Language::ownName));
        return Translated.of(texts);
    }
}
