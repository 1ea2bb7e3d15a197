package lv.kopa.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a word is looked for. */
class SoughtWordTest {
    @ParameterizedTest
    @CsvSource({
        "семинары, семинар",
        "Семинаре, Семинар",
        "семинаров, семинар",
        "семинар, семинар",
        "семінарів, семінар",
        "семінарах, семінар",
        "занятий, занят",
        "занятия, занят",
        "semināri, seminār",
        "SEMINĀRIEM, SEMINĀR",
        "seminaros, seminar",
        "apmācībās, apmācīb",
        "Kapitāls, Kapitāl",
        "brīvprātīgie, brīvprātīg",
        "brīvprātīgo, brīvprātīg",
        "brīvprātīgajiem, brīvprātīg",
        "studiebesøket, studiebesøk",
        "studiebesøkene, studiebesøk",
        "kursene, kurs",
        "språkkafeen, språkkafe",
        "trainings, train",
        "training, train",
        "studies, stud",
        "study, stud",
        "поездок, поезд",
        "поездка, поезд",
        "поездками, поезд",
        "поїздок, поїзд",
        "поїздці, поїзд",
        "подростков, подрост",
        "заняття, занят",
        "занять, занят",
        "навчання, навчан"
    })
    void theEndingOfAnInflectedWordIsLeftOut(String typed, String stem) {
        assertThat(new SoughtWord(typed).stem()).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource({"Rīgas, Rīga", "клуб, клуб", "мова, мова", "AIF/2022/KAPAC2/108, AIF/2022/KAPAC2/108", "2/108, 2/108"})
    void fourLettersAreLeftAndWhatIsMoreThanLettersStaysWhole(String typed, String stem) {
        assertThat(new SoughtWord(typed).stem()).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource({"evening, evening", "writing, writing", "spring, spring"})
    void anEveningIsNoEvent(String typed, String stem) {
        assertThat(new SoughtWord(typed).stem()).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource({
        "Рига, Riga",
        "Хамар, Hamar",
        "Гамар, Hamar",
        "Елгава, Elgav",
        "Резекне, Rezekn",
        "онлайн, onlajn",
        "Hamar, Хамар",
        "Rīga, Рига",
        "writing, write"
    })
    void itIsLookedForInOtherLettersToo(String typed, String spelling) {
        assertThat(new SoughtWord(typed).spellings()).contains(new SoughtWord(typed).stem(), spelling);
    }

    @Test
    void aShortWordInAnotherCaseIsLookedForWhereWordsBegin() {
        assertThat(new SoughtWord("Риге").spellings()).contains(" Риг", " Rig").doesNotContain("Риг", "Rig");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ь", "ъъъ", "%", "1"})
    void whatIsNothingInOtherLettersIsLookedForAsItStands(String typed) {
        assertThat(new SoughtWord(typed).spellings()).containsExactly(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "поездок, ПОЕЗДКУ",
        "latviski, latviska",
        "tiessaiste, tiešsaistē",
        "тренингов, trening",
        "по-русски, По-русски"
    })
    void formsOfAWordHaveOneRootInWhateverLetters(String one, String other) {
        assertThat(new SoughtWord(one).root())
                .isEqualTo(new SoughtWord(other).root())
                .isNotEmpty();
    }
}
