package lv.kopa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses made of titles in every language. */
final class SlugTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Uzstāšanās bez bailēm                  | uzstasanas-bez-bailem
            Vi møtes på Ås: ærlig talt             | vi-motes-pa-as-aerlig-talt
            Don't wait — register!                 | dont-wait-register
            Щедрик: як провести вечір у Києві      | shchedryk-yak-provesty-vechir-u-kyievi
            Єнакієве, Згорани, Знам'янка           | yenakiieve-zghorany-znamianka
            Її п’ять зустрічей на Йосипівці         | yii-piat-zustrichei-na-yosypivtsi
            Мастерская для волонтёров              | masterskaya-dlya-volonterov
            Ещё один объезд: чай и плюшки          | yeshche-odin-obyezd-chay-i-plyushki
            学习                                    | xue-xi
            !!!                                    | ''""")
    void aTitleIsWrittenInTheLettersOfAnAddress(String title, String slug) {
        assertThat(Slug.of(title)).isEqualTo(slug);
    }

    @Test
    void aTitleThatCouldBeEitherIsReadInItsOwnLanguage() {
        assertThat(Slug.of(Translated.of(Language.UK, "Школа громад"))).isEqualTo("shkola-hromad");
        assertThat(Slug.of(Translated.of(Language.RU, "Школа громад"))).isEqualTo("shkola-gromad");
    }

    @Test
    void theEnglishTitleComesFirst() {
        assertThat(Slug.of(Translated.of(Map.of(Language.UK, "Школа", Language.EN, "School"))))
                .isEqualTo("school");
        assertThat(Slug.of(Translated.nothing())).isEmpty();
    }

    @Test
    void aLongTitleIsCutWhereItMayBe() {
        assertThat(Slug.of("щ".repeat(50))).hasSizeLessThanOrEqualTo(60).matches(Slug::isOne);
    }
}
