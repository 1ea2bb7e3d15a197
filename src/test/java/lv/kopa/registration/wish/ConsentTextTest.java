package lv.kopa.registration.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people agree to has a version that follows its words. */
class ConsentTextTest {
    @Test
    void noTwoTextsAreKnownByOneVersion() {
        assertThat(Arrays.stream(ConsentText.values()).map(ConsentText::version))
                .doesNotHaveDuplicates()
                .allMatch(version -> version.length() <= 20);
    }

    @ParameterizedTest
    @EnumSource(ConsentText.class)
    void aWordChangedInAnyLanguageIsAnotherVersion(ConsentText text) {
        for (Language changed : Language.values()) {
            assertThat(text.version((language, key) ->
                            Texts.in(language).pattern(key) + (language == changed ? " Really." : "")))
                    .isNotEqualTo(text.version());
        }
        assertThat(text.version((language, key) -> Texts.in(language).pattern(key)))
                .isEqualTo(text.version());
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void everyPurposeHasAText(Purpose purpose) {
        assertThat(Arrays.stream(Language.values())
                        .map(language -> ConsentText.of(purpose).in(language)))
                .doesNotContain("")
                .noneMatch(text -> text.matches("(?s).*\\{\\d.*"));
    }
}
